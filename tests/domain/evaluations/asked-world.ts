// A session that some people came to, with a line manager each, and ways to let time pass and read the letters.
import { eq } from "drizzle-orm";
import { askEvaluations } from "~/domain/evaluations/evaluations.server";
import { addDays, instantOf } from "~/shared/civil-time";
import { makeWorld } from "../../support/world";
import { takeRegisters } from "../certificates/certified-world";

type Training = { on?: string; people?: number; sixMonths?: boolean; meetings?: string[] };

/** Of one day, 9:30 to 16:30, booked ten days before; the register is finished when it ends. */
export function askedWorld({ on = "2026-11-17", people = 1, sixMonths = false, ...more }: Training = {}) {
  const meetings = more.meetings ?? [on];
  const world = makeWorld(instantOf(addDays(meetings[0] ?? on, -10), "10:00"));
  const { db, tables } = world;
  const sessionId = world.session({
    capacity: people,
    meetings: meetings.map((date) => ({ date, startTime: "09:30", endTime: "16:30" })),
  });
  if (sixMonths) db.insert(tables.courseEvaluations).values({ courseId: "course", sixMonths: true }).run();
  const learners = Array.from({ length: people }, (_, index) => {
    const id = world.person({ name: `Learner ${index + 1}` });
    db.update(tables.people)
      .set({ lineManagerEmail: `boss${index + 1}@police.example.org` })
      .where(eq(tables.people.id, id))
      .run();
    return id;
  });
  const bookings = learners.map((id) => world.book(sessionId, id));
  takeRegisters(world, sessionId, Object.fromEntries(bookings.map((id) => [id, "present" as const])));
  const [learner = "", booking = ""] = [learners[0], bookings[0]];

  /** Runs the step at this London time. @returns how many letters it wrote */
  const askAt = (date: string, time = "09:00") => {
    world.clock.set(instantOf(date, time));
    return askEvaluations(world.asSystem);
  };
  /** The letters that ask weeks later, as "kind stage number to", oldest first. */
  const letters = () =>
    db
      .select()
      .from(tables.outbox)
      .all()
      .filter(({ kind }) => kind === "evaluation due" || kind === "manager evaluation")
      .map(({ facts, kind, toEmail }) =>
        [kind === "evaluation due" ? facts.stage : "M", facts.number, toEmail.split("@")[0]].join(" "),
      );
  const letterRows = () => db.select().from(tables.evaluationLetters).all();
  const allow = (managerMayBeAsked: boolean, of = booking) => {
    world.answer(of, "T2");
    db.update(tables.respondents)
      .set({ managerMayBeAsked })
      .where(eq(tables.respondents.bookingId, of))
      .run();
  };
  return {
    ...world,
    world,
    sessionId,
    learners,
    learner,
    bookings,
    booking,
    askAt,
    letters,
    letterRows,
    allow,
  };
}
