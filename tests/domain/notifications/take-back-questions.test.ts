// A letter that waits to ask for what has been answered, or is not asked any more, does not leave.
import { outbox } from "db/schema";
import { describe, expect, test } from "vitest";
import { answerApproval, bookPlace, cancelBooking } from "~/domain/bookings/bookings.server";
import { askAgain } from "~/domain/evaluations/evaluations.server";
import { takeBackQuestions } from "~/domain/notifications/notifications.server";
import { instantOf } from "~/shared/civil-time";
import { makeWorld, type World } from "../../support/world";
import { ruledWorld } from "../bookings/ruled-world";
import { askedWorld } from "../evaluations/asked-world";
import { scripted, sent, turn } from "./support";

const asking = ({ db }: Pick<World, "db">, kind: string) =>
  db
    .select()
    .from(outbox)
    .all()
    .filter((letter) => letter.kind === kind)
    .map(({ state, droppedBecause, toEmail }) => ({ state, droppedBecause, to: toEmail }));
const dropped = { state: "dropped", droppedBecause: "no longer true" };
const waiting = { state: "waiting", droppedBecause: null };

describe("an evaluation", () => {
  test("asked again on a Saturday and answered on the Sunday is not asked for on the Monday", async () => {
    const world = makeWorld();
    const day = { date: "2026-11-24", startTime: "09:30", endTime: "16:30" };
    const session = world.session({ capacity: 9, meetings: [day] });
    const [first = "", other = ""] = [1, 2].map(() => world.book(session, world.person()));
    await turn(world.asSystem, scripted(sent).transport);
    world.clock.set(instantOf("2026-11-21", "09:00"));
    expect(askAgain(world.asSystem)).toBe(2);
    world.clock.set(instantOf("2026-11-22", "12:00"));
    world.answer(first, "T0", { recognise: 3, act: 4 });
    expect(asking(world, "evaluation due")).toMatchObject([dropped, waiting]);
    world.clock.set(instantOf("2026-11-23", "08:30"));
    const { transport, letters } = scripted(sent);
    await turn(world.asSystem, transport);
    expect(letters.filter(({ subject }) => subject.startsWith("evaluation due"))).toHaveLength(1);
    world.answer(other, "T0", { recognise: 3, act: 4 });
    expect(asking(world, "evaluation due")).toMatchObject([dropped, { state: "sent" }]);
  });

  test("before a training is not asked for once the place was given up", () => {
    const world = makeWorld();
    const day = { date: "2026-11-24", startTime: "09:30", endTime: "16:30" };
    const session = world.session({ capacity: 9, meetings: [day] });
    const learner = world.person();
    const bookingId = world.book(session, learner);
    world.book(session, world.person());
    world.clock.set(instantOf("2026-11-21", "09:00"));
    expect(askAgain(world.asSystem)).toBe(2);
    cancelBooking(world.as(learner), { bookingId });
    expect(asking(world, "evaluation due")).toMatchObject([dropped, waiting]);
  });

  test("weeks later: another stage's letter waits on, and a line manager's is their own", () => {
    const { world, booking, askAt, allow } = askedWorld();
    allow(true);
    const weeks = ["2027-01-16", "2027-01-24", "2027-01-30"];
    for (const date of weeks) askAt(date);
    expect(asking(world, "evaluation due").length).toBeGreaterThan(0);
    expect(asking(world, "manager evaluation").length).toBeGreaterThan(0);
    world.answer(booking, "T3");
    for (const letter of asking(world, "evaluation due")) expect(letter).toMatchObject(dropped);
    for (const letter of asking(world, "manager evaluation")) expect(letter).toMatchObject(waiting);
    world.answer(booking, "M");
    for (const letter of asking(world, "manager evaluation")) expect(letter).toMatchObject(dropped);
  });
});

describe("an approval", () => {
  /** Booked on a Saturday: whoever may approve hears of it on the Monday. */
  const asked = () => {
    const ruled = ruledWorld();
    const { world } = ruled;
    world.clock.set(instantOf("2026-11-07", "12:00"));
    ruled.asks({ approval: "line manager" });
    const day = { date: "2026-12-10", startTime: "09:30", endTime: "16:30" };
    const sessionId = ruled.session({ capacity: 9, meetings: [day] });
    const book = () => {
      const personId = ruled.managed();
      const result = bookPlace(world.as(personId), { sessionId, personId, ifFull: "wait" });
      if (!result.ok) throw new Error(result.reason);
      return { personId, bookingId: result.value.bookingId };
    };
    return { ...ruled, first: book(), second: book() };
  };

  test("is not asked for once the booking was cancelled; another's still is", () => {
    const { world, first } = asked();
    expect(asking(world, "approval asked")).toMatchObject([waiting, waiting]);
    cancelBooking(world.as(first.personId), { bookingId: first.bookingId });
    expect(asking(world, "approval asked")).toMatchObject([dropped, waiting]);
  });

  test("is not asked for once a lead has answered in the line manager's stead", () => {
    const { world, lead } = asked();
    const [approval] = world.db.select().from(world.tables.bookingApprovals).all();
    answerApproval(lead, { approvalId: approval?.id ?? "", approve: true });
    expect(asking(world, "approval asked")).toMatchObject([dropped, waiting]);
  });
});

test("letters are taken back in the transaction of what answered them", () => {
  expect(() => takeBackQuestions(makeWorld().asSystem, { approvalId: "a" })).toThrow("transaction");
});
