// One session with a question of every kind at each stage that has it, and a learner with a line manager.
import { eq } from "drizzle-orm";
import { finishRegister, markAttendance } from "~/domain/bookings/bookings.server";
import type { Stage } from "~/domain/evaluations/evaluations";
import { evaluationToken } from "~/domain/evaluations/evaluations.server";
import { assignTrainer, meetingsOf } from "~/domain/sessions/sessions.server";
import { addDays } from "~/shared/civil-time";
import { days, hours } from "~/shared/clock";
import { siteOf } from "../domain/support-check/site";
import { testSettings } from "../support/web";
import { makeWorld } from "../support/world";

export const lineManagerEmail = "boss@police.example.org";

/** Each further item: where it is asked. */
const more = [
  { slug: "threshold", kind: "scenario", stages: ["T0", "T1", "T2", "T3"] },
  { slug: "relevant", kind: "reaction", stages: ["T2"] },
  { slug: "barriers", kind: "choice", stages: ["T2"] },
  { slug: "improve", kind: "text", stages: ["T2"] },
  { slug: "changed", kind: "text", stages: ["T3", "T4"] },
  { slug: "seen", kind: "choice", stages: ["M"] },
  { slug: "manager-example", kind: "text", stages: ["M"] },
] as const;

export function evaluationWorld({ learners = 1, capacity = 20 } = {}) {
  const world = makeWorld();
  const { db, tables, clock, today } = world;
  addItems(world);
  db.insert(tables.courseEvaluations).values({ courseId: "course", onArrival: true, sixMonths: true }).run();
  const sessionId = world.session({
    capacity,
    meetings: [{ date: addDays(today, 14), startTime: "09:30", endTime: "16:30" }],
  });
  const trainer = world.trainer();
  const assigned = assignTrainer(world.asSystem, {
    sessionId,
    personId: trainer,
    part: "lead",
    agreed: true,
  });
  if (!assigned.ok) throw new Error(assigned.reason);
  const people = Array.from({ length: learners }, (_, index) =>
    world.person({ name: `Learner ${index + 1}` }),
  );
  for (const id of people)
    db.update(tables.people).set({ lineManagerEmail }).where(eq(tables.people.id, id)).run();
  const bookings = people.map((id) => world.book(sessionId, id));
  const [meeting] = meetingsOf(world, sessionId);
  if (!meeting) throw new Error("A session has a meeting.");

  const visit = siteOf(world);
  const path = (stage: Stage, bookingId = bookings[0] ?? "") =>
    `/evaluate/${evaluationToken(testSettings.secret, { bookingId, stage })}`;
  const takeRegister = (absent: readonly string[] = []) => {
    clock.set(meeting.endsAt);
    const marks = new Map(
      bookings.map((id) => [id, absent.includes(id) ? ("absent" as const) : ("present" as const)]),
    );
    markAttendance(world.asSystem, { meetingId: meeting.id, marks });
    finishRegister(world.asSystem, meeting.id);
  };
  return {
    ...world,
    world,
    sessionId,
    meeting,
    trainer,
    people,
    bookings,
    visit,
    path,
    takeRegister,
    /** So many weeks after the training, in the afternoon. */
    weeksLater: (weeks: number) => clock.set(meeting.endsAt + days(7 * weeks) + hours(1)),
    see: (stage: Stage, bookingId?: string) => visit(path(stage, bookingId)),
    send: (stage: Stage, form: Record<string, string>, bookingId?: string) =>
      visit(path(stage, bookingId), { form }),
  };
}

function addItems({ db, tables }: ReturnType<typeof makeWorld>): void {
  for (const [index, { slug, kind, stages }] of more.entries()) {
    const id = `item-${slug}`;
    db.insert(tables.items)
      .values({
        id,
        slug,
        version: 1,
        kind,
        wording: `What of ${slug}?`,
        ...(kind === "reaction" && { lowest: 1, highest: 5, lowestLabel: "no", highestLabel: "yes" }),
      })
      .run();
    if (kind === "scenario" || kind === "choice")
      for (const position of [1, 2, 3])
        db.insert(tables.itemOptions)
          .values({
            itemId: id,
            position,
            text: `${slug} ${position}`,
            right: kind === "scenario" ? position === 2 : null,
          })
          .run();
    for (const stage of stages)
      db.insert(tables.instrumentItems)
        .values({ instrumentId: `instrument-${stage}`, itemId: id, position: 10 + index })
        .run();
  }
}
