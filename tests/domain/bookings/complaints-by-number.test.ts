// What people ask for, or complain about, in other booking services, by the number it has among them.
import { expect, test } from "vitest";
import {
  acceptOffer,
  bookGroup,
  bookPlace,
  callOffSession,
  cancelBooking,
  expireOffers,
  offerFreePlaces,
  offerOutOfTurn,
  readBooking,
  readPlaces,
} from "~/domain/bookings/bookings.server";
import { days, hours } from "~/shared/clock";
import { lettersTo, queueOf } from "./full-session";
import { ruledWorld } from "./ruled-world";

test("1, 4: a waiting list that one can join, hear of, and leave", () => {
  const found = queueOf(2);
  const [first, second] = found.queue;
  if (!first || !second) throw new Error("Two people wait.");
  expect(lettersTo(found, second.personId)).toMatchObject([
    { kind: "booking waiting", facts: { position: 2 } },
  ]);
  cancelBooking(first.ctx, first);
  expect(lettersTo(found, first.personId).at(-1)).toMatchObject({
    kind: "booking cancelled",
    facts: { wasConfirmed: false },
  });
  expect(readBooking(second.ctx, second.bookingId).position).toBe(1);
});

test("2: waiting as a group, all or none", () => {
  const { world, lead, sessionId, stateOf } = queueOf(0, 2);
  const personIds = [world.person(), world.person()];
  const group = bookGroup(lead, { sessionId, personIds, ifFull: "wait" });
  if (!group.ok) throw new Error("The group waits.");
  const set = (capacity: number) => world.db.update(world.tables.sessions).set({ capacity }).run();
  set(3);
  expect(offerFreePlaces(world.asSystem, sessionId)).toBe(0);
  set(4);
  expect(offerFreePlaces(world.asSystem, sessionId)).toBe(2);
  expect(group.value.bookingIds.map(stateOf)).toEqual(["offered", "offered"]);
});

test("3: it is recorded why someone moved up the queue, and who chose it", () => {
  const { world, holder, queue } = queueOf(3);
  const [first, , third] = queue;
  if (!first || !third) throw new Error("Three people wait.");
  cancelBooking(holder.ctx, holder);
  world.db.update(world.tables.sessions).set({ capacity: 2 }).run();
  const reason = "Takes up a new post on Monday";
  expect(offerOutOfTurn(world.as(world.coordinator), { ...third, reason })).toEqual({
    ok: true,
    value: null,
  });
  const why = world.db.select().from(world.tables.promotions).all();
  expect(why).toMatchObject([
    {
      ...{ bookingId: first.bookingId, kind: "policy", termsId: "terms", byPersonId: null },
      reason: "longest waiting",
    },
    { bookingId: third.bookingId, kind: "override", byPersonId: world.coordinator, overrideReason: reason },
  ]);
  expect(why[1]?.reason).toBe("chosen by a coordinator; was 2 of 2");
});

test("5: a place that was taken through an offer and then cancelled does not stay blocked until the offer's end", () => {
  const { world, holder, queue, states } = queueOf(2);
  const [first] = queue;
  if (!first) throw new Error("Two people wait.");
  cancelBooking(holder.ctx, holder);
  acceptOffer(first.ctx, first.bookingId);
  cancelBooking(first.ctx, first);
  expect(states()).toEqual(["cancelled", "offered"]);
  world.clock.forward(days(1));
  expect(expireOffers(world.asSystem)).toBe(1);
});

test("6: whoever has waited longest is offered a place first, whatever the order of their bookings' ids", () => {
  const { world, holder, queue, states } = queueOf(2);
  const [first, second] = queue;
  if (!first || !second) throw new Error("Two people wait.");
  const ids = world.db.$client.prepare("update bookings set queued_at = ? where id = ?");
  ids.run(world.clock.now() + 5, first.bookingId);
  cancelBooking(holder.ctx, holder);
  expect(states()).toEqual(["waiting", "offered"]);
});

test("7: a freed place is offered the moment it is free, without anyone looking", () => {
  const { holder, states } = queueOf(1);
  cancelBooking(holder.ctx, holder);
  expect(states()).toEqual(["offered"]);
});

test("8: nobody is offered a place on training that has started", () => {
  const { world, sessionId, holder, queue, states } = queueOf(1);
  const { startsAt } = readPlaces(world, sessionId);
  world.clock.set(startsAt - 1);
  cancelBooking(holder.ctx, holder);
  expect(readBooking(world.asSystem, queue[0]?.bookingId ?? "").offerEndsAt).toBe(startsAt);
  world.clock.set(startsAt);
  expect(acceptOffer(world.asSystem, queue[0]?.bookingId ?? "")).toEqual({
    ok: false,
    reason: "offer over",
  });
  expireOffers(world.asSystem);
  expect(states()).toEqual(["expired"]);
});

test("9: an offer to the first for so many hours, then to the second", () => {
  const ruled = ruledWorld({ offerHours: 6 });
  const { world, holder, states } = queueOf(2, 1, ruled);
  cancelBooking(holder.ctx, holder);
  world.clock.forward(hours(6) - 1);
  expect(expireOffers(world.asSystem)).toBe(0);
  world.clock.forward(1);
  expect(expireOffers(world.asSystem)).toBe(1);
  expect(states()).toEqual(["expired", "offered"]);
});

test("12: one place cancelled, and nobody else is told that the training is off; called off, everyone is told once", () => {
  const { world, sessionId, holder, queue, coordinator } = queueOf(2, 2);
  cancelBooking(holder.ctx, holder);
  const others = queue.map(({ personId }) => lettersTo({ world }, personId));
  for (const letters of others) expect(letters.map(({ kind }) => kind)).not.toContain("booking cancelled");
  callOffSession(coordinator, { sessionId, reason: "no venue" });
  for (const { personId } of queue) {
    const letters = lettersTo({ world }, personId);
    expect(letters.filter(({ kind }) => kind === "booking cancelled")).toHaveLength(1);
  }
});

test("20: of a hybrid session each mode has its own places, waiting list and joining details", () => {
  const { world, session, stateOf } = ruledWorld();
  const link = "https://meet.example.org/it";
  const sessionId = session({ mode: "hybrid", capacity: 1, onlineCapacity: 1, joiningLink: link });
  const book = (mode: "in person" | "online") => {
    world.clock.forward(1000);
    const personId = world.person();
    const result = bookPlace(world.as(personId), { sessionId, personId, mode, ifFull: "wait" });
    if (!result.ok) throw new Error(result.reason);
    return { ...result.value, personId, ctx: world.as(personId) };
  };
  const [inRoom, waitsForRoom, online, waitsOnline] = [
    book("in person"),
    book("in person"),
    book("online"),
    book("online"),
  ];
  expect([inRoom, waitsForRoom, online, waitsOnline].map(({ state }) => state)).toEqual([
    ...["confirmed", "waiting", "confirmed", "waiting"],
  ]);
  cancelBooking(online.ctx, online);
  expect([waitsForRoom, waitsOnline].map(({ bookingId }) => stateOf(bookingId))).toEqual([
    "waiting",
    "offered",
  ]);
  const [letter] = world.db
    .select()
    .from(world.tables.outbox)
    .all()
    .filter(({ toPersonId }) => toPersonId === online.personId);
  expect(letter?.facts).toMatchObject({ mode: "online", place: "Online", access: null });
});
