// Offers of a freed place: taken, turned down, or left to end; each for the one person whose it is.
import { expect, test } from "vitest";
import {
  acceptOffer,
  cancelBooking,
  declineOffer,
  expireOffers,
  offerFreePlaces,
  readBooking,
} from "~/domain/bookings/bookings.server";
import { roles } from "~/domain/context";
import { hours } from "~/shared/clock";
import { Forbidden, NotFound } from "~/shared/problems";
import { makeWorld } from "../../support/world";
import { digestOf, inShort, nothing, watch } from "../support-check/ledger";
import { offeredWorld } from "./offered-world";

test("an offer holds the place for a day, says until when, and says why this person", () => {
  const { clock, first, queue, giveUp, db, tables } = offeredWorld();
  giveUp();
  const endsAt = clock.now() + hours(24);
  expect(readBooking(first.ctx, first.bookingId)).toMatchObject({ state: "offered", offerEndsAt: endsAt });
  const letter = db.select().from(tables.outbox).all().at(-1);
  expect(letter).toMatchObject({
    kind: "booking offered",
    toPersonId: first.personId,
    key: `booking offered/${first.bookingId}/1`,
    facts: { offerEndsAt: endsAt },
  });
  const line = db.select().from(tables.bookingChanges).all().at(-1);
  expect(line).toMatchObject({ fromState: "waiting", toState: "offered", reason: null, cause: null });
  const [promotion, ...more] = db.select().from(tables.promotions).all();
  expect(more).toEqual([]);
  expect(promotion).toMatchObject({
    bookingId: first.bookingId,
    at: clock.now(),
    kind: "policy",
    policy: "first come",
    termsId: null,
    reason: "longest waiting",
    byPersonId: null,
    overrideReason: null,
    inputs: { free: { "in person": 1, online: 0 }, kept: [], openOffers: 0 },
  });
  const weighed = (promotion?.inputs ?? { waiting: [] }) as { waiting: { bookingId: string }[] };
  expect(weighed.waiting.map(({ bookingId }) => bookingId).sort()).toEqual(
    queue.map(({ bookingId }) => bookingId).sort(),
  );
});

test("an offer is cut short by the closing of booking", () => {
  const { clock, first, giveUp, closesAt } = offeredWorld();
  clock.set(closesAt - hours(5));
  giveUp();
  expect(readBooking(first.ctx, first.bookingId).offerEndsAt).toBe(closesAt);
});

test("taking the offer confirms the place with one entry and one confirmation; again changes nothing", () => {
  const { world, first, giveUp, states, db } = offeredWorld();
  giveUp();
  const added = watch(world);
  expect(acceptOffer(first.ctx, first.bookingId)).toEqual({ ok: true, value: null });
  expect(states()).toEqual(["confirmed", "waiting"]);
  expect(inShort(added())).toEqual({ audit: ["bookings.confirmed"], messages: ["booking confirmed"] });
  expect(added().messages[0]).toMatchObject({ facts: { revision: 2 }, toPersonId: first.personId });
  expect(readBooking(first.ctx, first.bookingId).offerEndsAt).toBeNull();

  const before = digestOf(db);
  expect(acceptOffer(first.ctx, first.bookingId)).toEqual({ ok: true, value: null });
  expect(declineOffer(first.ctx, first.bookingId)).toEqual({ ok: false, reason: "no offer" });
  expect(digestOf(db)).toBe(before);
});

test("turning the offer down passes it on at once; again changes nothing", () => {
  const { world, first, giveUp, states, db } = offeredWorld();
  giveUp();
  const added = watch(world);
  expect(declineOffer(first.ctx, first.bookingId)).toEqual({ ok: true, value: null });
  expect(states()).toEqual(["declined", "offered"]);
  expect(inShort(added())).toEqual({
    audit: ["bookings.declined", "bookings.offered"],
    messages: ["booking offered"],
  });
  const before = digestOf(db);
  expect(declineOffer(first.ctx, first.bookingId)).toEqual({ ok: true, value: null });
  expect(acceptOffer(first.ctx, first.bookingId)).toEqual({ ok: false, reason: "no offer" });
  expect(digestOf(db)).toBe(before);
});

test("an offer can be taken until it ends and not from that very instant, even before the job has ended it", () => {
  const { clock, first, giveUp, db } = offeredWorld();
  giveUp();
  const endsAt = readBooking(first.ctx, first.bookingId).offerEndsAt ?? 0;
  clock.set(endsAt);
  const before = digestOf(db);
  expect(acceptOffer(first.ctx, first.bookingId)).toEqual({ ok: false, reason: "offer over" });
  expect(digestOf(db)).toBe(before);
  clock.set(endsAt - 1);
  expect(acceptOffer(first.ctx, first.bookingId)).toMatchObject({ ok: true });
});

test("an offer cannot be taken once booking has closed, though it was made to last longer", () => {
  const { clock, first, giveUp, db, tables } = offeredWorld();
  giveUp();
  db.update(tables.sessions).set({ bookingClosesAt: clock.now() }).run();
  const before = digestOf(db);
  expect(acceptOffer(first.ctx, first.bookingId)).toEqual({ ok: false, reason: "offer over" });
  expect(digestOf(db)).toBe(before);
});

test("an offer for a session that has been called off cannot be taken", () => {
  const { first, giveUp, db, tables } = offeredWorld();
  giveUp();
  for (const status of ["cancelled", "closed", "delivered", "draft"] as const) {
    db.update(tables.sessions).set({ status }).run();
    expect(acceptOffer(first.ctx, first.bookingId)).toEqual({ ok: false, reason: "offer over" });
  }
});

test("the job ends an offer at its very end, tells the person, and offers the place on; again changes nothing", () => {
  const { world, clock, first, giveUp, states, db } = offeredWorld();
  giveUp();
  const endsAt = readBooking(first.ctx, first.bookingId).offerEndsAt ?? 0;
  clock.set(endsAt - 1);
  const added = watch(world);
  expect(expireOffers(world.asSystem)).toBe(0);
  expect(inShort(added())).toEqual(nothing);
  clock.set(endsAt);
  expect(expireOffers(world.asSystem)).toBe(1);
  expect(states()).toEqual(["expired", "offered"]);
  expect(inShort(added())).toEqual({
    audit: ["bookings.expired", "bookings.offered"],
    messages: ["offer expired", "booking offered"],
  });
  expect(added().audit).toMatchObject([{ actorKind: "system" }, { actorKind: "system" }]);
  const before = digestOf(db);
  expect(expireOffers(world.asSystem)).toBe(0);
  expect(digestOf(db)).toBe(before);
});

test("the job is the system's alone", () => {
  const { world, clock, giveUp, first, db } = offeredWorld();
  giveUp();
  clock.forward(hours(24));
  const contexts = [world.stranger, first.ctx, world.as(world.coordinator)];
  const before = digestOf(db);
  for (const ctx of contexts) expect(() => expireOffers(ctx)).toThrow(Forbidden);
  expect(digestOf(db)).toBe(before);
});

test("offers that end with the closing of booking are not passed on", () => {
  const { world, clock, giveUp, states, closesAt } = offeredWorld(2, hours(1));
  clock.set(closesAt - hours(2));
  giveUp();
  clock.set(closesAt);
  expect(expireOffers(world.asSystem)).toBe(1);
  expect(states()).toEqual(["expired", "waiting"]);
});

test("several free places are offered together to as many as have waited longest", () => {
  const world = makeWorld();
  const sessionId = world.session({ capacity: 1 });
  world.book(sessionId, world.person());
  const queue = [0, 1, 2].map(() => {
    world.clock.forward(1);
    return world.book(sessionId, world.person());
  });
  world.db.update(world.tables.sessions).set({ capacity: 3 }).run();
  expect(offerFreePlaces(world.asSystem, sessionId)).toBe(2);
  expect(queue.map((id) => readBooking(world.asSystem, id).state)).toEqual(["offered", "offered", "waiting"]);
  const before = digestOf(world.db);
  expect(offerFreePlaces(world.asSystem, sessionId)).toBe(0);
  expect(digestOf(world.db)).toBe(before);
});

test("a session whose places were cut below those taken offers nothing and sells nothing", () => {
  const world = makeWorld();
  const sessionId = world.session({ capacity: 3 });
  for (const personId of [world.person(), world.person(), world.person()]) world.book(sessionId, personId);
  const waiting = world.book(sessionId, world.person());
  world.db.update(world.tables.sessions).set({ capacity: 1 }).run();
  expect(offerFreePlaces(world.asSystem, sessionId)).toBe(0);
  expect(readBooking(world.asSystem, waiting).state).toBe("waiting");
});

test("of people who joined the queue at the same instant the one whose booking is older comes first", () => {
  const world = makeWorld();
  const sessionId = world.session({ capacity: 1 });
  const holder = world.person();
  const held = world.book(sessionId, holder);
  const [first = "", second = ""] = [0, 1].map(() => world.book(sessionId, world.person()));
  expect(readBooking(world.asSystem, first).position).toBe(1);
  expect(readBooking(world.asSystem, second).position).toBe(2);
  cancelBooking(world.as(holder), { bookingId: held });
  expect(readBooking(world.asSystem, first).state).toBe("offered");
});

test("to anyone else an offer does not exist; a coordinator may answer it on the telephone, and so may their lead", () => {
  const { world, first, queue, giveUp, db, tables } = offeredWorld();
  giveUp();
  const others = roles
    .filter((role) => role !== "coordinator")
    .map((role) => world.person({ roles: [role], agencyId: role === "agency_lead" ? "health" : "police" }));
  const contexts = [world.stranger, world.as(world.person()), ...others.map(world.as)];
  const before = digestOf(db);
  for (const ctx of contexts) {
    for (const answer of [acceptOffer, declineOffer]) {
      expect(() => answer(ctx, first.bookingId)).toThrow(NotFound);
    }
  }
  expect(digestOf(db)).toBe(before);
  const [, second = first] = queue;
  // A lead who also teaches answers as a lead.
  const lead = world.as(world.person({ roles: ["agency_lead", "trainer"] }));
  expect(acceptOffer(world.as(world.coordinator), first.bookingId)).toMatchObject({ ok: true });
  cancelBooking(first.ctx, first);
  expect(declineOffer(lead, second.bookingId)).toMatchObject({ ok: true });
  const history = db.select().from(tables.bookingChanges).all();
  const capacity = (bookingId: string, to: string) =>
    history.find((line) => line.bookingId === bookingId && line.toState === to)?.actedAs;
  expect(capacity(first.bookingId, "confirmed")).toBe("coordinator");
  expect(capacity(second.bookingId, "declined")).toBe("agency lead");
});

test("someone on the waiting list without an offer has nothing to take or turn down", () => {
  const { queue, giveUp, db } = offeredWorld();
  giveUp();
  const second = queue[1];
  if (!second) throw new Error("The queue is too short.");
  const before = digestOf(db);
  expect(acceptOffer(second.ctx, second.bookingId)).toEqual({ ok: false, reason: "no offer" });
  expect(declineOffer(second.ctx, second.bookingId)).toEqual({ ok: false, reason: "no offer" });
  expect(digestOf(db)).toBe(before);
});
