// What happens to a queue without anybody of it doing anything: jobs, a coordinator's choice, and the order by need.
import { expect, test } from "vitest";
import {
  bookPlace,
  cancelBooking,
  endWaiting,
  offerOutOfTurn,
  readPlaces,
  readQueueView,
  runQueues,
} from "~/domain/bookings/bookings.server";
import { Forbidden, NotFound } from "~/shared/problems";
import { digestOf, inShort, watch } from "../support-check/ledger";
import { ruledWorld } from "./ruled-world";

type Waiting = Parameters<typeof ruledWorld>[0];

/** A full session of one place with some who wait, each a second later than the one before. */
function waitingWorld(count: number, waiting: Waiting = {}) {
  const ruled = ruledWorld(waiting);
  const { world } = ruled;
  const sessionId = ruled.session({ capacity: 1 });
  const join = (given: Parameters<typeof world.person>[0] = {}) => {
    world.clock.forward(1000);
    const personId = world.person(given);
    return { personId, ctx: world.as(personId), bookingId: world.book(sessionId, personId) };
  };
  const holder = join();
  const queue = Array.from({ length: count }, () => join());
  const states = () => queue.map(({ bookingId }) => ruled.stateOf(bookingId));
  const places = (capacity: number) => world.db.update(world.tables.sessions).set({ capacity }).run();
  return { ...ruled, sessionId, holder, queue, states, places, join };
}

test("when booking closes those who wait are told, once, and not before", () => {
  const { world, sessionId, states, queue } = waitingWorld(2);
  const { bookingClosesAt } = readPlaces(world, sessionId);
  world.clock.set(bookingClosesAt - 1);
  expect(endWaiting(world.asSystem)).toBe(0);
  const added = watch(world);
  world.clock.set(bookingClosesAt);
  expect(endWaiting(world.asSystem)).toBe(2);
  expect(states()).toEqual(["expired", "expired"]);
  expect(inShort(added())).toEqual({
    audit: Array(2).fill("bookings.expired"),
    messages: Array(2).fill("waiting ended"),
  });
  expect(added().messages.map(({ toPersonId }) => toPersonId)).toEqual(queue.map(({ personId }) => personId));
  const before = digestOf(world.db);
  expect(endWaiting(world.asSystem)).toBe(0);
  expect(digestOf(world.db)).toBe(before);
});

test("when booking closes a request that nobody looked at ends as well", () => {
  const { world, asks, session } = ruledWorld();
  asks({ audience: "front-line" });
  const sessionId = session();
  const personId = world.person({ roleGroupId: null });
  bookPlace(world.as(personId), { sessionId, personId, ifFull: "wait" });
  world.clock.set(readPlaces(world, sessionId).bookingClosesAt);
  const added = watch(world);
  expect(endWaiting(world.asSystem)).toBe(1);
  expect(added().messages).toMatchObject([{ kind: "waiting ended", facts: { wasRequested: true } }]);
  expect(readPlaces(world, sessionId).taken).toBe(0);
});

test("the job offers places that came free without a booking that ended, once", () => {
  const { world, states, places } = waitingWorld(3);
  places(3);
  expect(runQueues(world.asSystem)).toBe(2);
  expect(states()).toEqual(["offered", "offered", "waiting"]);
  const before = digestOf(world.db);
  expect(runQueues(world.asSystem)).toBe(0);
  expect(digestOf(world.db)).toBe(before);
});

test("only so many offers are open at once as the terms say", () => {
  const { world, states, places, queue } = waitingWorld(3, { offersAtOnce: 1 });
  places(3);
  expect(runQueues(world.asSystem)).toBe(1);
  expect(states()).toEqual(["offered", "waiting", "waiting"]);
  const [first] = queue;
  if (first) cancelBooking(first.ctx, first);
  expect(states()).toEqual(["cancelled", "offered", "waiting"]);
});

test("the jobs are the system's alone", () => {
  const { world, coordinator, places } = waitingWorld(1);
  places(2);
  const before = digestOf(world.db);
  for (const job of [runQueues, endWaiting]) {
    for (const ctx of [world.stranger, coordinator]) expect(() => job(ctx)).toThrow(Forbidden);
  }
  expect(digestOf(world.db)).toBe(before);
});

test("a coordinator offers a free place out of turn, with a reason, once; nobody else may", () => {
  const { world, coordinator, lead, sessionId, queue, places, states } = waitingWorld(3);
  const [, , third] = queue;
  if (!third) throw new Error("Three people wait.");
  const wish = { bookingId: third.bookingId, reason: " New post on Monday " };
  expect(offerOutOfTurn(coordinator, wish)).toEqual({ ok: false, reason: "full" });
  places(2);
  const before = digestOf(world.db);
  expect(offerOutOfTurn(coordinator, { ...wish, reason: "  " })).toEqual({ ok: false, reason: "no reason" });
  for (const ctx of [world.stranger, third.ctx, lead, world.asSystem])
    expect(() => offerOutOfTurn(ctx, wish)).toThrow(Forbidden);
  expect(() => offerOutOfTurn(coordinator, { ...wish, bookingId: "none" })).toThrow(NotFound);
  expect(digestOf(world.db)).toBe(before);
  const added = watch(world);
  expect(offerOutOfTurn(coordinator, wish)).toEqual({ ok: true, value: null });
  expect(states()).toEqual(["waiting", "waiting", "offered"]);
  expect(inShort(added())).toEqual({ audit: ["bookings.offered"], messages: ["booking offered"] });
  const [promotion] = world.db.select().from(world.tables.promotions).all();
  expect(promotion).toMatchObject({ kind: "override", overrideReason: "New post on Monday" });
  expect(promotion?.reason).toBe("chosen by a coordinator; was 3 of 3");
  expect(readQueueView(coordinator, sessionId).past).toMatchObject([
    { kind: "override", byName: "Coordinator", overrideReason: "New post on Monday" },
  ]);
  const again = digestOf(world.db);
  expect(offerOutOfTurn(coordinator, wish)).toEqual({ ok: true, value: null });
  expect(digestOf(world.db)).toBe(again);
});

test("somebody who cannot take a place is not offered one out of turn, nor one who does not wait", () => {
  const { world, coordinator, queue, places, holder } = waitingWorld(2);
  places(2);
  const [first] = queue;
  if (!first) throw new Error("Two people wait.");
  world.db.$client.prepare("update people set agency_standing = 'awaiting' where id = ?").run(first.personId);
  const choose = (bookingId: string) => offerOutOfTurn(coordinator, { bookingId, reason: "Urgent" });
  expect(choose(first.bookingId)).toEqual({ ok: false, reason: "not able" });
  expect(choose(holder.bookingId)).toEqual({ ok: false, reason: "not waiting" });
});

test("places go to the agency with fewest, by the policy that mixes agencies", () => {
  const { coordinator, world, sessionId, places, join, stateOf } = waitingWorld(2, {
    policy: "mixed agencies",
  });
  const health = join({ agencyId: "health" });
  expect(readQueueView(coordinator, sessionId).entries[0]).toMatchObject({
    ...{ bookingId: health.bookingId, position: 1 },
    reason: "fewest places: their agency has 0; then longest waiting",
  });
  places(2);
  expect(runQueues(world.asSystem)).toBe(1);
  expect(stateOf(health.bookingId)).toBe("offered");
});

test("those who must be trained and are not come first, then those of whom nobody knows, then the others", () => {
  const { world, coordinator, sessionId, join } = waitingWorld(0, { policy: "needs first" });
  const { db, tables } = world;
  db.insert(tables.requirements)
    .values({ roleGroupId: "front-line", competencyId: "recognise", boardCode: "KIDS", renewMonths: 12 })
    .run();
  const learnt = (personId: string, completedOn: string) => {
    const externalLearningId = world.ids.id();
    const learning = { id: externalLearningId, personId, completedOn, state: "accepted" } as const;
    db.insert(tables.externalLearning)
      .values({
        ...learning,
        title: "Neglect",
        provider: "Leeds",
        minutes: 60,
        evidence: "Seen",
        submittedAt: 0,
        reviewedAt: 0,
      })
      .run();
    const competencyId = "recognise";
    db.insert(tables.externalLearningCompetencies).values({ externalLearningId, competencyId }).run();
  };
  const inDate = join();
  const unasked = join({ roleGroupId: null });
  const unknown = join();
  const outOfDate = join();
  learnt(inDate.personId, "2026-06-01");
  learnt(outOfDate.personId, "2020-06-01");
  const order = readQueueView(coordinator, sessionId).entries.map(({ bookingId }) => bookingId);
  expect(order).toEqual([outOfDate, unknown, unasked, inDate].map(({ bookingId }) => bookingId));
});
