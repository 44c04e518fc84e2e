// Who cancels, in what capacity, and what too little notice costs: the person's doing is charged, ours is not.
import { expect, test } from "vitest";
import { cancelBooking } from "~/domain/bookings/bookings.server";
import { days } from "~/shared/clock";
import { digestOf, inShort, watch } from "../support-check/ledger";
import { ruledWorld } from "./ruled-world";

/** Somebody's place on a session in a fortnight, some days later. */
function placeAfter(daysOn: number) {
  const ruled = ruledWorld();
  const { world } = ruled;
  const personId = world.person();
  const bookingId = world.book(ruled.session(), personId);
  world.clock.forward(days(daysOn));
  const charges = () => world.db.select().from(world.tables.charges).all();
  const line = () => world.db.select().from(world.tables.bookingChanges).all().at(-1);
  return { ...ruled, self: world.as(personId), bookingId, personId, charges, line };
}

test.each(["self", "lead", "coordinator"] as const)(
  "late, by %s: charged once to the person's agency",
  (who) => {
    const found = placeAfter(12);
    const added = watch(found.world);
    expect(cancelBooking(found[who], found)).toEqual({ ok: true, value: null });
    expect(found.charges()).toMatchObject([
      { kind: "late cancellation", personId: found.personId, agencyId: "police", pence: 5000, state: "due" },
    ]);
    const actedAs = { self: "self", lead: "agency lead", coordinator: "coordinator" }[who];
    expect(found.line()).toMatchObject({ toState: "cancelled", actedAs, notice: 1, late: true });
    expect(inShort(added())).toEqual({
      audit: ["bookings.cancelled", "charges.due"],
      messages: ["charge made", "booking cancelled"],
    });
    const before = digestOf(found.world.db);
    expect(cancelBooking(found[who], found).ok).toBe(true);
    expect(digestOf(found.world.db)).toBe(before);
  },
);

test("late, for our own reasons: a coordinator's word takes the charge off, nobody else's does", () => {
  const ours = placeAfter(12);
  cancelBooking(ours.coordinator, { ...ours, ourDoing: true });
  expect(ours.charges()).toEqual([]);
  for (const who of ["self", "lead"] as const) {
    const theirs = placeAfter(12);
    cancelBooking(theirs[who], { ...theirs, ourDoing: true });
    expect(theirs.charges()).toHaveLength(1);
  }
});

test("in time nothing is charged, and the notice is kept", () => {
  const found = placeAfter(1);
  cancelBooking(found.self, found);
  expect(found.charges()).toEqual([]);
  expect(found.line()).toMatchObject({ notice: 8, late: false });
});

test("leaving the queue late costs nothing: there was no place", () => {
  const { world, session, lead } = ruledWorld();
  const sessionId = session({ capacity: 1 });
  world.book(sessionId, world.person());
  const bookingId = world.book(sessionId, world.person());
  world.clock.forward(days(13));
  cancelBooking(lead, { bookingId });
  expect(world.db.select().from(world.tables.charges).all()).toEqual([]);
});
