// Tests worth having from day one, each by its name; each traces to what people complain about in other booking services.
// What comes after the day itself is in complaints-afterwards.test.ts.
import { expect, test } from "vitest";
import {
  acceptOffer,
  bookGroup,
  bookPlace,
  cancelBooking,
  declineOffer,
  offerFreePlaces,
  offerOutOfTurn,
  readPlaces,
  runQueues,
} from "~/domain/bookings/bookings.server";
import { hours } from "~/shared/clock";
import { lettersTo, queueOf } from "./full-session";
import { ruledWorld } from "./ruled-world";

test("last seat under concurrency", () => {
  // The race itself, with eight processes, is in race.test.ts: here what the last two are told.
  const { world, session } = ruledWorld();
  const sessionId = session({ capacity: 1 });
  const [ann, bob] = [world.person(), world.person()];
  const answers = [ann, bob].map((personId) =>
    bookPlace(world.as(personId), { sessionId, personId, ifFull: "refuse" }),
  );
  expect(answers).toMatchObject([{ ok: true }, { ok: false, reason: "full" }]);
  expect(readPlaces(world, sessionId)).toMatchObject({ taken: 1, capacity: 1 });
});

test("a freed seat never goes past the queue", () => {
  const { world, sessionId, holder, states } = queueOf(2);
  cancelBooking(holder.ctx, holder);
  const newcomer = world.person();
  const wish = { sessionId, personId: newcomer, ifFull: "refuse" } as const;
  expect(bookPlace(world.as(newcomer), wish)).toEqual({ ok: false, reason: "full" });
  expect(bookPlace(world.as(world.coordinator), wish)).toEqual({ ok: false, reason: "full" });
  expect(states()).toEqual(["offered", "waiting"]);
});

test.each([
  ["booking closes", hours(2)],
  ["start", 0],
])("no promotion after %s", (_, before) => {
  const { world, sessionId, holder, queue, states } = queueOf(1);
  const { sessions } = world.tables;
  const closesAt = readPlaces(world, sessionId).startsAt - before;
  world.db.update(sessions).set({ bookingClosesAt: closesAt }).run();
  world.clock.set(closesAt);
  const given = cancelBooking(holder.ctx, holder);
  expect(given.ok).toBe(before > 0);
  world.db.update(sessions).set({ capacity: 5 }).run();
  expect(offerFreePlaces(world.asSystem, sessionId)).toBe(0);
  expect(runQueues(world.asSystem)).toBe(0);
  const urgent = { bookingId: queue[0]?.bookingId ?? "", reason: "Urgent" };
  const chosen = offerOutOfTurn(world.as(world.coordinator), urgent);
  expect(chosen).toEqual({ ok: false, reason: "booking closed" });
  expect(states()).toEqual(["waiting"]);
});

test("declining an offer, or cancelling an accepted one, frees the seat at once", () => {
  const { holder, queue, states } = queueOf(4);
  const [first, second, third] = queue;
  if (!first || !second || !third) throw new Error("Four people wait.");
  cancelBooking(holder.ctx, holder);
  declineOffer(first.ctx, first.bookingId);
  expect(states()).toEqual(["declined", "offered", "waiting", "waiting"]);
  acceptOffer(second.ctx, second.bookingId);
  cancelBooking(second.ctx, second);
  expect(states()).toEqual(["declined", "cancelled", "offered", "waiting"]);
  cancelBooking(third.ctx, third);
  expect(states()).toEqual(["declined", "cancelled", "cancelled", "offered"]);
});

test("group of n neither starves nor blocks for ever: places are set aside for it, and after its hours each waits alone", () => {
  const ruled = ruledWorld({ groupHours: 72 });
  const { world, lead, sessionId, holder, queue } = queueOf(0, 2, ruled);
  expect(queue).toEqual([]);
  const members = [world.person(), world.person(), world.person()];
  const group = bookGroup(lead, { sessionId, personIds: members, ifFull: "wait" });
  if (!group.ok) throw new Error("The group waits.");
  world.clock.forward(1000);
  const later = world.person();
  const laterBooking = world.book(sessionId, later);
  const states = () => [...group.value.bookingIds, laterBooking].map(ruled.stateOf);
  // It does not starve: the free place is not given to whoever came later, or comes now.
  cancelBooking(holder.ctx, holder);
  expect(states()).toEqual(["waiting", "waiting", "waiting", "waiting"]);
  const newcomer = world.person();
  expect(bookPlace(world.as(newcomer), { sessionId, personId: newcomer, ifFull: "refuse" })).toMatchObject({
    ok: false,
  });
  world.clock.forward(hours(72) - 1);
  expect(runQueues(world.asSystem)).toBe(0);
  // It does not block for ever: its people wait one by one, still before whoever came later.
  world.clock.forward(1);
  expect(runQueues(world.asSystem)).toBe(1);
  expect(states()).toEqual(["offered", "waiting", "waiting", "waiting"]);
});

test("cancel of one learner reaches only that learner", () => {
  const { world, holder } = queueOf(0, 3);
  const before = world.count("outbox");
  cancelBooking(holder.ctx, holder);
  expect(world.count("outbox")).toBe(before + 1);
  const letters = lettersTo({ world }, holder.personId);
  expect(letters.at(-1)?.kind).toBe("booking cancelled");
});
