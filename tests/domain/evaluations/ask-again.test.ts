// Only those who have not answered are asked again: before the training, and just after it.
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { cancelBooking } from "~/domain/bookings/bookings.server";
import { askAgain } from "~/domain/evaluations/evaluations.server";
import { instantOf } from "~/shared/civil-time";
import { days } from "~/shared/clock";
import { Forbidden } from "~/shared/problems";
import { makeWorld, type World } from "../../support/world";
import { takeRegisters } from "../certificates/certified-world";

const asked = ({ db, tables }: World) =>
  db
    .select()
    .from(tables.outbox)
    .where(eq(tables.outbox.kind, "evaluation due"))
    .all()
    .map(({ toPersonId, facts }) => ({
      toPersonId,
      stage: facts.stage,
      number: facts.number,
      answerBy: facts.answerBy,
    }));

const at = (world: World, date: string, time = "09:00") => {
  world.clock.set(instantOf(date, time));
  return askAgain(world.asSystem);
};

/** A session on Tuesday 24 November 2026 with a few people, booked on the 3rd. */
function booked(people = 2, date = "2026-11-24") {
  const world = makeWorld();
  const session = world.session({ capacity: 9, meetings: [{ date, startTime: "09:30", endTime: "16:30" }] });
  const learners = Array.from({ length: people }, () => world.person());
  const bookings = learners.map((id) => world.book(session, id));
  return { world, session, learners, bookings };
}

describe("before the training", () => {
  test("whoever has not answered is asked three days before, once", () => {
    const { world, learners, bookings } = booked();
    world.answer(bookings[0] ?? "", "T0", { recognise: 3, act: 4 });
    expect(at(world, "2026-11-21", "07:59")).toBe(0);
    expect(at(world, "2026-11-21", "08:10")).toBe(1);
    expect(at(world, "2026-11-22")).toBe(0);
    expect(asked(world)).toEqual([
      { toPersonId: learners[1], stage: "T0", number: 1, answerBy: "2026-11-24" },
    ]);
    const audited = world.db
      .select()
      .from(world.tables.auditEntries)
      .all()
      .filter(({ action }) => action === "evaluations.asked");
    expect(audited).toMatchObject([{ aboutPersonId: learners[1], detail: { stage: "T0", number: 1 } }]);
  });

  test("not whoever gave up their place, waits, or booked later; and nobody on the day itself", () => {
    const { world, session, learners, bookings } = booked(2);
    cancelBooking(world.as(learners[0] ?? ""), { bookingId: bookings[0] ?? "" });
    world.clock.set(instantOf("2026-11-22", "12:00"));
    world.book(session, world.person());
    expect(at(world, "2026-11-24", "08:00")).toBe(0);
    expect(at(world, "2026-11-23", "12:00")).toBe(1);
    expect(asked(world)).toMatchObject([{ toPersonId: learners[1] }]);
  });

  test("by London days across the October change", () => {
    const world = makeWorld(Date.UTC(2026, 9, 1, 9));
    const session = world.session({
      meetings: [{ date: "2026-10-27", startTime: "09:30", endTime: "16:30" }],
    });
    world.book(session, world.person());
    world.clock.set(Date.UTC(2026, 9, 24, 6, 59));
    expect(askAgain(world.asSystem)).toBe(0);
    world.clock.set(Date.UTC(2026, 9, 24, 7, 30));
    expect(askAgain(world.asSystem)).toBe(1);
  });
});

describe("just after the training", () => {
  test("whoever came and has not answered is asked a day later, in working hours, once", () => {
    const { world, session, learners, bookings } = booked(3);
    const [answers, silent, away] = bookings;
    world.clock.set(instantOf("2026-11-24", "16:30"));
    takeRegisters(world, session, {
      [answers ?? ""]: "present",
      [silent ?? ""]: "present",
      [away ?? ""]: "absent",
    });
    world.answer(answers ?? "", "T2", { recognise: 5, act: 5 });
    expect(at(world, "2026-11-25", "16:00")).toBe(0);
    expect(at(world, "2026-11-25", "16:40")).toBe(1);
    expect(at(world, "2026-11-26", "16:40")).toBe(0);
    expect(asked(world)).toEqual([
      { toPersonId: learners[1], stage: "T2", number: 1, answerBy: "2026-11-26" },
    ]);
  });

  test("a Friday's on the Monday, with the day until which an answer still counts", () => {
    const { world, session, bookings } = booked(1, "2026-11-27");
    world.clock.set(instantOf("2026-11-27", "16:30"));
    takeRegisters(world, session, { [bookings[0] ?? ""]: "present" });
    expect(at(world, "2026-11-28", "17:00")).toBe(0);
    expect(at(world, "2026-11-30", "08:00")).toBe(1);
    // Six weeks after the day of the training.
    expect(asked(world)).toMatchObject([{ stage: "T2", answerBy: "2027-01-07" }]);
  });

  test("not when it was missed for days", () => {
    const { world, session, bookings } = booked(1);
    world.clock.set(instantOf("2026-11-24", "16:30"));
    takeRegisters(world, session, { [bookings[0] ?? ""]: "present" });
    world.clock.forward(days(6));
    expect(at(world, "2026-12-01", "10:00")).toBe(0);
  });
});

test("only the worker asks", () => {
  const { world, learners } = booked();
  expect(() => askAgain(world.as(learners[0] ?? ""))).toThrow(Forbidden);
});
