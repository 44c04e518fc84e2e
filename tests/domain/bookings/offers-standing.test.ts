// Offers and who may take them: whoever left, or whose agency is not sure of them, is passed over and keeps their turn.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { acceptOffer, bookPlace, declineOffer } from "~/domain/bookings/bookings.server";
import { digestOf, inShort, watch } from "../support-check/ledger";
import { offeredWorld } from "./offered-world";

const hindrances = [
  [{ agencyStanding: "awaiting" }, "agency not confirmed"],
  [{ agencyStanding: "declined" }, "agency not confirmed"],
  [{ disabledAt: 1 }, "account closed"],
] as const;
const none = { agencyStanding: "confirmed", disabledAt: null } as const;

function standingWorld(length?: number) {
  const found = offeredWorld(length);
  const { db, tables, first } = found;
  const change = (set: Partial<typeof tables.people.$inferInsert>, personId = first.personId) =>
    db.update(tables.people).set(set).where(eq(tables.people.id, personId)).run();
  return { ...found, change };
}

test.each(hindrances)("someone with %j is passed over; the next who may take it is offered it", (set) => {
  const { world, change, giveUp, states, queue } = standingWorld(3);
  change(set);
  const added = watch(world);
  giveUp();
  expect(states()).toEqual(["waiting", "offered", "waiting"]);
  expect(inShort(added()).messages).toEqual(["booking cancelled", "booking offered"]);
  expect(added().messages[1]).toMatchObject({ toPersonId: queue[1]?.personId });
  const [promotion] = world.db.select().from(world.tables.promotions).all();
  expect(promotion).toMatchObject({ bookingId: queue[1]?.bookingId, reason: "longest waiting" });
  const { waiting } = (promotion?.inputs ?? { waiting: [] }) as {
    waiting: { bookingId: string; able: boolean }[];
  };
  expect(waiting.find(({ bookingId }) => bookingId === queue[0]?.bookingId)).toMatchObject({ able: false });
});

test.each(hindrances)("where all who wait have %j nothing is offered", (set) => {
  const { world, change, giveUp, states, queue } = standingWorld();
  for (const { personId } of queue) change(set, personId);
  const added = watch(world);
  giveUp();
  expect(states()).toEqual(["waiting", "waiting"]);
  expect(inShort(added()).messages).toEqual(["booking cancelled"]);
});

test("whoever is confirmed again is offered the next place that comes free, before those who came later", () => {
  const { change, giveUp, states, queue } = standingWorld(3);
  change({ agencyStanding: "declined" });
  giveUp();
  change(none);
  const [, second] = queue;
  if (!second) throw new Error("The queue is too short.");
  declineOffer(second.ctx, second.bookingId);
  expect(states()).toEqual(["offered", "declined", "waiting"]);
});

test.each(hindrances)(
  "an offer that finds them with %j is not taken, by them or for them: %s",
  (set, reason) => {
    const { world, db, change, first, giveUp, states } = standingWorld();
    giveUp();
    change(set);
    const before = digestOf(db);
    for (const ctx of [first.ctx, world.as(world.coordinator), world.asSystem]) {
      expect(acceptOffer(ctx, first.bookingId)).toEqual({ ok: false, reason });
    }
    expect(digestOf(db)).toBe(before);
    change(none);
    expect(acceptOffer(first.ctx, first.bookingId)).toMatchObject({ ok: true });
    expect(states()).toEqual(["confirmed", "waiting"]);
  },
);

test("an offer that can no longer be taken can still be let go, and goes on to the next", () => {
  const { change, first, giveUp, states } = standingWorld();
  giveUp();
  change({ agencyStanding: "declined" });
  expect(declineOffer(first.ctx, first.bookingId)).toMatchObject({ ok: true });
  expect(states()).toEqual(["declined", "offered"]);
});

test.each(hindrances)("a newcomer does not wait behind someone with %j: the free place is theirs", (set) => {
  const { world, change, giveUp, queue, sessionId } = standingWorld();
  for (const { personId } of queue) change(set, personId);
  giveUp();
  const newcomer = world.person();
  expect(bookPlace(world.as(newcomer), { sessionId, personId: newcomer, ifFull: "refuse" })).toMatchObject({
    ok: true,
    value: { state: "confirmed" },
  });
});
