// Ann at a session that asks for words, scenarios, commitments and more; with ways to answer each stage in its time.
import { eq } from "drizzle-orm";
import { type Given, nothingGiven, type Stage } from "~/domain/evaluations/evaluations";
import { recordResponse, respondentOf } from "~/domain/evaluations/evaluations.server";
import { meetingsOf } from "~/domain/sessions/sessions.server";
import { addDays, civilDateAt, instantOf } from "~/shared/civil-time";
import { minutes } from "~/shared/clock";
import { makeWorld, type World } from "../../support/world";
import { takeRegisters } from "../certificates/certified-world";

/** Puts a question into words and a scenario (its second option is right) in each stage's question set. */
export function askMore({ db, tables }: World): void {
  const scenario = { id: "item-case", slug: "case", version: 1, wording: "What do you do?" };
  const words = { id: "item-words", slug: "words", version: 1, wording: "What could be better?" };
  db.insert(tables.items)
    .values([
      { ...scenario, kind: "scenario" },
      { ...words, kind: "text" },
    ])
    .run();
  db.insert(tables.itemOptions)
    .values(
      [1, 2, 3].map((position) => ({
        itemId: "item-case",
        position,
        text: `${position}`,
        right: position === 2,
      })),
    )
    .run();
  for (const { id } of db.select().from(tables.instruments).all())
    db.insert(tables.instrumentItems)
      .values(
        ["item-case", "item-words"].map((itemId, index) => ({
          instrumentId: id,
          itemId,
          position: 10 + index,
        })),
      )
      .run();
}

/** Every stage is asked; the session is on this day, and everyone who is booked has a place. */
export function saidWorld({ on = "2026-11-17", people = 1 } = {}) {
  const world = makeWorld(instantOf(addDays(on, -14), "10:00"));
  const { db, tables, clock } = world;
  askMore(world);
  db.insert(tables.courseEvaluations).values({ courseId: "course", onArrival: true, sixMonths: true }).run();
  const sessionId = world.session({
    capacity: 20,
    meetings: [{ date: on, startTime: "09:30", endTime: "16:30" }],
  });
  const learners = Array.from({ length: people }, () => world.person());
  const bookings = learners.map((id) => world.book(sessionId, id));
  const meeting = meetingsOf(world, sessionId)[0];
  const [startsAt, endsAt] = [meeting?.startsAt ?? 0, meeting?.endsAt ?? 0];
  const day = (weeks: number) => instantOf(addDays(civilDateAt(endsAt), weeks * 7), "12:00");
  const when: Record<Stage, number> = {
    T0: clock.now(),
    T1: startsAt - minutes(10),
    T2: endsAt + minutes(10),
    T3: day(8),
    M: day(11),
    T4: day(27),
  };
  const give = (bookingId: string, stage: Stage, given: Partial<Given> = {}) => {
    clock.set(when[stage]);
    return recordResponse(world.stranger, { bookingId, stage }, { ...nothingGiven, ...given });
  };
  const takeRegister = (marks: Record<string, "present" | "absent"> = {}) =>
    takeRegisters(world, sessionId, {
      ...Object.fromEntries(bookings.map((id) => [id, "present" as const])),
      ...marks,
    });
  const commitment = {
    ...{
      what: "Read the plan first",
      byWhen: "May",
      withWhom: null,
      sure: 8,
      obstacle: null,
      quotable: true,
    },
  };
  const commitmentsOf = (bookingId: string) =>
    db
      .select()
      .from(tables.commitments)
      .where(eq(tables.commitments.respondentId, respondentOf(world, bookingId) ?? ""))
      .all();
  const [learner = "", booking = ""] = [learners[0], bookings[0]];

  /** A whole life of answers at every stage, with words. */
  const answerAll = (bookingId: string, at: readonly Stage[] = ["T0", "T1", "T2", "T3", "M", "T4"]) => {
    for (const stage of at) {
      if (stage === "T2") takeRegister();
      const values = { "item-recognise": 3, "item-act": 7, "item-case": 2 };
      const done = give(bookingId, stage, {
        answers: Object.entries(values).map(([itemId, value]) => ({ itemId, value })),
        comments: [{ itemId: "item-words", text: `At ${stage}`, quotable: false }],
        commitments: stage === "T2" ? [commitment] : [],
        followUps: commitmentsOf(bookingId).map(({ id }) => ({
          commitmentId: id,
          outcome: stage === "M" ? null : "done",
          seen: stage === "M" ? "yes" : null,
          evidence: stage === "M" ? null : "audit",
          opportunity: stage === "M" ? null : true,
        })),
        managerMayBeAsked: stage === "T2" ? true : null,
      });
      if (!done.ok) throw new Error(`${stage}: ${done.reason}`);
    }
  };
  const rows = () => ({
    respondents: db.select().from(tables.respondents).all(),
    receipts: db.select().from(tables.evaluationReceipts).all(),
    responses: db.select().from(tables.responses).all(),
    answers: db.select().from(tables.answers).all(),
    comments: db.select().from(tables.comments).all(),
    commitments: db.select().from(tables.commitments).all(),
    followUps: db.select().from(tables.commitmentFollowUps).all(),
    drafts: db.select().from(tables.evaluationDrafts).all(),
  });
  const all = { sessionId, learners, learner, bookings, booking, startsAt, endsAt, when, day };
  return { ...world, world, ...all, give, takeRegister, commitment, commitmentsOf, answerAll, rows };
}
