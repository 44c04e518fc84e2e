// Controls for the property of the queue: with one rule broken at a time it fails, so passing means something.
import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { makeWorld } from "../../support/world";
import { plans } from "./queue-model";
import { carryOut } from "./queue-property";

type Rules = typeof import("~/domain/bookings/rules");
const broken = vi.hoisted(() => ({ rules: {} as Partial<Rules> }));

vi.mock("~/domain/bookings/rules", async (original) => {
  const rules = await original<Rules>();
  return {
    ...rules,
    decideBooking: (...given: Parameters<Rules["decideBooking"]>) =>
      (broken.rules.decideBooking ?? rules.decideBooking)(...given),
    decideOffers: (...given: Parameters<Rules["decideOffers"]>) =>
      (broken.rules.decideOffers ?? rules.decideOffers)(...given),
    attendanceFrom: (...given: Parameters<Rules["attendanceFrom"]>) =>
      (broken.rules.attendanceFrom ?? rules.attendanceFrom)(...given),
  };
});

const { decideBooking, decideOffers, attendanceFrom } =
  await vi.importActual<Rules>("~/domain/bookings/rules");

beforeEach(() => {
  broken.rules = {};
});

/** Whether the property finds something wrong within some thousands of plans; half of them need fewer than twenty. */
function findsFault(): boolean {
  const world = makeWorld();
  const check = fc.check(
    fc.property(plans, (plan) => carryOut(world, plan)),
    { numRuns: 3000, endOnFailure: true },
  );
  return check.failed;
}

test("with the rules as they are it finds nothing, so what it finds below is the broken rule", () => {
  const world = makeWorld();
  fc.assert(
    fc.property(plans, (plan) => carryOut(world, plan)),
    { numRuns: 25 },
  );
});

test.each<[string, Partial<Rules>]>([
  [
    "a newcomer may take a freed place while someone waits",
    { decideBooking: (session, wish) => decideBooking({ ...session, waiting: 0 }, wish) },
  ],
  [
    "one more place is sold than there is",
    { decideBooking: (session, wish) => decideBooking({ ...session, taken: session.taken - 1 }, wish) },
  ],
  [
    "booking stays open a minute too long",
    { decideBooking: (session, wish) => decideBooking(session, { ...wish, now: wish.now - 60_000 }) },
  ],
  [
    "places are offered after booking has closed",
    {
      decideOffers: (session, now) => decideOffers({ ...session, bookingClosesAt: now + 86_400_000 }, now),
    },
  ],
  [
    "an offer outlasts the closing of booking",
    { decideOffers: (session, now) => ({ ...decideOffers(session, now), endsAt: now + 86_400_000 }) },
  ],
  [
    "a freed place is not offered on",
    { decideOffers: (session, now) => ({ ...decideOffers(session, now), count: 0 }) },
  ],
  [
    "leaving early counts as coming in full",
    {
      attendanceFrom: (marks) => attendanceFrom(marks.map((mark) => (mark === "left early" ? "late" : mark))),
    },
  ],
])("control: it is found out when %s", (_, rules) => {
  broken.rules = rules;
  expect(findsFault()).toBe(true);
});
