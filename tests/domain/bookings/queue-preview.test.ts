// The preview of the waiting list: the allocation's own answer for one, two or three more places, and why nobody has one.
import { expect, test } from "vitest";
import type { Queue, Waiting } from "~/domain/bookings/waiting/allocation";
import { previewQueue } from "~/domain/bookings/waiting/queue-preview";
import { startingRules } from "~/domain/terms/terms";
import { hours } from "~/shared/clock";

const who = (bookingId: string, more: Partial<Waiting> = {}): Waiting => ({
  bookingId,
  agencyId: "police",
  mode: "in person",
  queuedAt: 1,
  groupId: null,
  need: 2,
  able: true,
  ...more,
});

const queueOf = (waiting: Waiting[], more: Partial<Queue> = {}): Queue => ({
  now: hours(100),
  free: { "in person": 0, online: 0 },
  kept: [],
  held: new Map(),
  waiting,
  groups: [],
  openOffers: 0,
  rules: startingRules.waiting,
  ...more,
});

const offered = (queue: Queue, mode: "in person" | "online" = "in person") =>
  previewQueue(queue, mode).map(
    ({ offers, because }) => because ?? offers.map(({ waiting }) => waiting.bookingId),
  );

test("one, two and three places, in the order of the turns", () => {
  const waiting = [who("c", { queuedAt: 3 }), who("a"), who("b", { queuedAt: 2 })];
  expect(offered(queueOf(waiting))).toEqual([["a"], ["a", "b"], ["a", "b", "c"]]);
});

test("a mode is told apart from the other", () => {
  const waiting = [who("a", { mode: "online" }), who("b")];
  expect(offered(queueOf(waiting))[0]).toEqual(["b"]);
  expect(offered(queueOf(waiting), "online")[0]).toEqual(["a"]);
});

test("nobody who waits can take it", () => {
  expect(offered(queueOf([]))).toEqual(["nobody waits", "nobody waits", "nobody waits"]);
  expect(offered(queueOf([who("a", { able: false })]))[0]).toBe("nobody waits");
  expect(offered(queueOf([who("a", { mode: "online" })]))[0]).toBe("nobody waits");
});

test("more bookings than places: the first ones that come free go to nobody", () => {
  const queue = queueOf([who("a")], { free: { "in person": -2, online: 0 } });
  expect(offered(queue)).toEqual(["more booked than places", "more booked than places", ["a"]]);
});

test("as many offers open as the terms allow", () => {
  const rules = { ...startingRules.waiting, offersAtOnce: 1 };
  expect(offered(queueOf([who("a"), who("b")], { rules, openOffers: 1 }))[0]).toBe("offers open");
  expect(offered(queueOf([who("a"), who("b", { queuedAt: 2 })], { rules }))).toEqual([["a"], ["a"], ["a"]]);
});

test("a group waits for all its places, and is split when its time is up", () => {
  const waiting = [who("a", { groupId: "g" }), who("b", { groupId: "g", queuedAt: 2 })];
  const fresh = queueOf(waiting, { groups: [{ id: "g", setAsideSince: null, splitAt: null }] });
  expect(offered(fresh)).toEqual(["group waits", ["a", "b"], ["a", "b"]]);
  const since = hours(100 - startingRules.waiting.groupHours);
  const tired = queueOf(waiting, { groups: [{ id: "g", setAsideSince: since, splitAt: null }] });
  const [one] = previewQueue(tired, "in person");
  expect([one?.split, one?.offers.map(({ waiting: { bookingId } }) => bookingId)]).toEqual([["g"], ["a"]]);
});

test("looking changes nothing of the queue", () => {
  const queue = queueOf([who("a")], { kept: [{ agencyId: "health", mode: "in person", places: 1 }] });
  const before = structuredClone(queue);
  previewQueue(queue, "in person");
  expect(queue).toEqual(before);
});
