// Giving up a place: whose it is to give up, until when, and who gets it.
import { expect, test } from "vitest";
import { acceptOffer, bookPlace, cancelBooking, readBooking } from "~/domain/bookings/bookings.server";
import { roles } from "~/domain/context";
import { addDays, instantOf } from "~/shared/civil-time";
import { NotFound } from "~/shared/problems";
import { makeWorld } from "../../support/world";
import { digestOf, inShort, watch } from "../support-check/ledger";

const stateOf = (world: ReturnType<typeof makeWorld>, bookingId: string) =>
  readBooking(world.asSystem, bookingId).state;

test("cancelling frees the place and tells that person alone, with the reason in the history", () => {
  const world = makeWorld();
  const sessionId = world.session();
  const ann = world.person();
  const annsBooking = world.book(sessionId, ann);
  const bobsBooking = world.book(sessionId, world.person());
  const added = watch(world);
  world.clock.forward(5000);
  expect(cancelBooking(world.as(ann), { bookingId: annsBooking, reason: "Court" })).toEqual({
    ok: true,
    value: null,
  });
  expect(stateOf(world, annsBooking)).toBe("cancelled");
  expect(stateOf(world, bobsBooking)).toBe("confirmed");
  const { audit, messages } = added();
  expect(audit).toMatchObject([
    {
      action: "bookings.cancelled",
      subjectId: annsBooking,
      detail: { from: "confirmed", reasonGiven: true },
    },
  ]);
  expect(messages).toMatchObject([
    {
      kind: "booking cancelled",
      key: `booking cancelled/${annsBooking}/1`,
      toPersonId: ann,
      facts: { revision: 1, wasConfirmed: true },
    },
  ]);
  const history = world.db.select().from(world.tables.bookingChanges).all();
  expect(history.filter((line) => line.bookingId === annsBooking)).toMatchObject([
    { fromState: null, toState: "confirmed" },
    { fromState: "confirmed", toState: "cancelled", reason: "Court", byPersonId: ann },
  ]);
});

test("cancelling again changes nothing and is no error", () => {
  const world = makeWorld();
  const ann = world.person();
  const bookingId = world.book(world.session(), ann);
  cancelBooking(world.as(ann), { bookingId });
  const before = digestOf(world.db);
  expect(cancelBooking(world.as(ann), { bookingId })).toEqual({ ok: true, value: null });
  expect(digestOf(world.db)).toBe(before);
});

test("the freed place is offered to whoever has waited longest, and to nobody else", () => {
  const world = makeWorld();
  const sessionId = world.session({ capacity: 1 });
  const ann = world.person();
  const held = world.book(sessionId, ann);
  world.clock.forward(1);
  const first = world.book(sessionId, world.person());
  world.clock.forward(1);
  const second = world.book(sessionId, world.person());
  const added = watch(world);
  cancelBooking(world.as(ann), { bookingId: held });
  expect(inShort(added())).toEqual({
    audit: ["bookings.cancelled", "bookings.offered"],
    messages: ["booking cancelled", "booking offered"],
  });
  expect([stateOf(world, first), stateOf(world, second)]).toEqual(["offered", "waiting"]);
});

test("a newcomer gets no place while someone waits, even the moment one is freed", () => {
  const world = makeWorld();
  const sessionId = world.session({ capacity: 2 });
  const [ann, bob] = [world.person(), world.person()];
  const held = world.book(sessionId, ann);
  world.book(sessionId, bob);
  world.book(sessionId, world.person());
  world.book(sessionId, world.person());
  cancelBooking(world.as(ann), { bookingId: held });
  const newcomer = world.person();
  expect(bookPlace(world.as(newcomer), { sessionId, personId: newcomer, ifFull: "refuse" })).toEqual({
    ok: false,
    reason: "full",
  });
});

test("leaving the queue frees no place and offers nothing; the message says that no place was held", () => {
  const world = makeWorld();
  const sessionId = world.session({ capacity: 1 });
  world.book(sessionId, world.person());
  const ann = world.person();
  const waiting = world.book(sessionId, ann);
  world.book(sessionId, world.person());
  const added = watch(world);
  cancelBooking(world.as(ann), { bookingId: waiting });
  expect(inShort(added())).toEqual({ audit: ["bookings.cancelled"], messages: ["booking cancelled"] });
  expect(added().messages[0]?.facts.wasConfirmed).toBe(false);
});

test("an offered place that is cancelled, and an accepted one, go on to the next in the queue at once", () => {
  const world = makeWorld();
  const sessionId = world.session({ capacity: 1 });
  const ann = world.person();
  const held = world.book(sessionId, ann);
  const queue = [world.person(), world.person(), world.person()];
  const waiting = queue.map((personId) => {
    world.clock.forward(1);
    return world.book(sessionId, personId);
  });
  const [first = "", second = "", third = ""] = waiting;
  cancelBooking(world.as(ann), { bookingId: held });
  cancelBooking(world.as(queue[0] ?? ""), { bookingId: first });
  expect(waiting.map((id) => stateOf(world, id))).toEqual(["cancelled", "offered", "waiting"]);
  acceptOffer(world.as(queue[1] ?? ""), second);
  cancelBooking(world.as(queue[1] ?? ""), { bookingId: second });
  expect(stateOf(world, third)).toBe("offered");
});

test("a place that is given up after booking has closed is offered to nobody", () => {
  const world = makeWorld();
  const start = instantOf(addDays(world.today, 14), "09:30");
  const sessionId = world.session({ capacity: 1, bookingClosesAt: start - 3_600_000 });
  const ann = world.person();
  const held = world.book(sessionId, ann);
  const waiting = world.book(sessionId, world.person());
  world.clock.set(start - 3_600_000);
  const added = watch(world);
  expect(cancelBooking(world.as(ann), { bookingId: held })).toMatchObject({ ok: true });
  expect(inShort(added())).toEqual({ audit: ["bookings.cancelled"], messages: ["booking cancelled"] });
  expect(stateOf(world, waiting)).toBe("waiting");
});

test("a booking can be cancelled up to the start of the session and not from that instant on", () => {
  const world = makeWorld();
  const start = instantOf(addDays(world.today, 14), "09:30");
  const sessionId = world.session();
  const [ann, bob] = [world.person(), world.person()];
  const [first, second] = [world.book(sessionId, ann), world.book(sessionId, bob)];
  world.clock.set(start - 1);
  expect(cancelBooking(world.as(ann), { bookingId: first })).toMatchObject({ ok: true });
  world.clock.set(start);
  const before = digestOf(world.db);
  expect(cancelBooking(world.as(bob), { bookingId: second })).toEqual({
    ok: false,
    reason: "already started",
  });
  expect(digestOf(world.db)).toBe(before);
});

test("a booking that has ended in another way is not live and stays as it is", () => {
  const world = makeWorld();
  const ann = world.person();
  const bookingId = world.book(world.session(), ann);
  for (const state of [
    "declined",
    "expired",
    "moved",
    "attended",
    "partly attended",
    "did not attend",
  ] as const) {
    world.db.update(world.tables.bookings).set({ state }).run();
    const before = digestOf(world.db);
    expect(cancelBooking(world.as(ann), { bookingId })).toEqual({ ok: false, reason: "not live" });
    expect(digestOf(world.db)).toBe(before);
  }
});

test("to anyone else a booking does not exist; a coordinator may cancel it, and their agency's lead", () => {
  const world = makeWorld();
  const bookingId = world.book(world.session(), world.person());
  const others = roles
    .filter((role) => role !== "coordinator")
    .map((role) => world.person({ roles: [role], agencyId: role === "agency_lead" ? "health" : "police" }));
  const contexts = [world.stranger, world.as(world.person()), ...others.map(world.as)];
  const before = digestOf(world.db);
  for (const ctx of contexts) {
    expect(() => cancelBooking(ctx, { bookingId })).toThrow(NotFound);
    expect(() => cancelBooking(ctx, { bookingId: "no such booking" })).toThrow(NotFound);
  }
  expect(digestOf(world.db)).toBe(before);
  expect(cancelBooking(world.as(world.coordinator), { bookingId })).toMatchObject({ ok: true });
  const another = world.book(world.session(), world.person());
  const lead = world.as(world.person({ roles: ["agency_lead"] }));
  expect(cancelBooking(lead, { bookingId: another })).toMatchObject({ ok: true });
  const history = world.db.select().from(world.tables.bookingChanges).all();
  const given = history.filter(({ toState }) => toState === "cancelled");
  expect(given.map(({ actedAs }) => actedAs)).toEqual(["coordinator", "agency lead"]);
});

test("someone who cancelled may book again, at the end of the queue", () => {
  const world = makeWorld();
  const sessionId = world.session({ capacity: 1 });
  world.book(sessionId, world.person());
  const ann = world.person();
  const first = world.book(sessionId, ann);
  world.clock.forward(1);
  const bobs = world.book(sessionId, world.person());
  cancelBooking(world.as(ann), { bookingId: first });
  world.clock.forward(1);
  const again = world.book(sessionId, ann);
  expect(again).not.toBe(first);
  const position = (id: string) => readBooking(world.asSystem, id).position;
  expect([position(bobs), position(again)]).toEqual([1, 2]);
});
