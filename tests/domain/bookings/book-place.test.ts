// Booking a place: who may, what it leaves behind, and what becomes of a wish when the session is full or closed.
import { expect, test } from "vitest";
import { bookPlace, findLiveBooking, readPlaces } from "~/domain/bookings/bookings.server";
import { roles } from "~/domain/context";
import { addDays, instantOf } from "~/shared/civil-time";
import { Forbidden, NotFound } from "~/shared/problems";
import { makeWorld } from "../../support/world";
import { digestOf, inShort, nothing, watch } from "../support-check/ledger";

test("booking a place leaves a confirmed booking, one line of history, one audit entry and one message", () => {
  const world = makeWorld();
  const sessionId = world.session();
  const ann = world.person({ name: "Ann" });
  const added = watch(world);
  const result = bookPlace(world.as(ann), { sessionId, personId: ann, ifFull: "refuse" });
  if (!result.ok) throw new Error(result.reason);
  const { bookingId, state } = result.value;
  expect(state).toBe("confirmed");

  const now = world.clock.now();
  expect(world.db.select().from(world.tables.bookings).all()).toEqual([
    {
      id: bookingId,
      reference: expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/),
      sessionId,
      personId: ann,
      state: "confirmed",
      createdAt: now,
      updatedAt: now,
      queuedAt: null,
      offerEndsAt: null,
      mode: "in person",
      termsId: null,
      groupId: null,
      heldPlacesId: null,
      movedToId: null,
      walkIn: false,
      revision: 0,
    },
  ]);
  expect(world.db.select().from(world.tables.bookingChanges).all()).toMatchObject([
    {
      ...{ bookingId, fromState: null, toState: "confirmed", at: now, byPersonId: ann, reason: null },
      ...{ actedAs: "self", cause: null, notice: null, late: null },
    },
  ]);
  const { audit, messages } = added();
  expect(audit).toMatchObject([
    {
      at: now,
      actorKind: "person",
      actorPersonId: ann,
      action: "bookings.confirmed",
      subjectKind: "booking",
      subjectId: bookingId,
      aboutPersonId: ann,
      screen: "test",
      detail: { sessionId, from: null, actedAs: "self" },
    },
  ]);
  expect(messages).toMatchObject([
    {
      key: `booking confirmed/${bookingId}/0`,
      kind: "booking confirmed",
      toPersonId: ann,
      toEmail: `${ann}@police.example.org`,
      state: "waiting",
      attempts: 0,
      dueAt: now,
      facts: { personName: "Ann", bookingId, revision: 0, courseTitle: "Neglect", access: "Step-free" },
    },
  ]);
});

test("a message tells of every meeting at its own instants, and of the place", () => {
  const world = makeWorld();
  const dates = [addDays(world.today, 14), addDays(world.today, 15)];
  const sessionId = world.session({
    meetings: dates.map((date) => ({ date, startTime: "09:30", endTime: "16:30" })),
  });
  const added = watch(world);
  world.book(sessionId, world.person());
  expect(added().messages[0]?.facts).toMatchObject({
    place: "The Hall, 1 Test Street, TS1 1TS",
    meetings: dates.map((date, index) => ({
      number: index + 1,
      of: 2,
      date,
      startsAt: instantOf(date, "09:30"),
      endsAt: instantOf(date, "16:30"),
    })),
  });
});

test("booking the same session again is refused and changes nothing", () => {
  const world = makeWorld();
  const sessionId = world.session();
  const ann = world.person();
  const bookingId = world.book(sessionId, ann);
  const before = digestOf(world.db);
  for (const ifFull of ["refuse", "wait"] as const) {
    expect(bookPlace(world.as(ann), { sessionId, personId: ann, ifFull })).toEqual({
      ok: false,
      reason: "already booked",
    });
  }
  expect(digestOf(world.db)).toBe(before);
  expect(findLiveBooking(world, sessionId, ann)).toBe(bookingId);
});

test("someone who was promised a place in a full session is refused, and nothing is written", () => {
  const world = makeWorld();
  const sessionId = world.session({ capacity: 1 });
  world.book(sessionId, world.person());
  const late = world.person();
  const before = digestOf(world.db);
  expect(bookPlace(world.as(late), { sessionId, personId: late, ifFull: "refuse" })).toEqual({
    ok: false,
    reason: "full",
  });
  expect(digestOf(world.db)).toBe(before);
});

test("someone who asks for the waiting list joins it in order and is told their position", () => {
  const world = makeWorld();
  const sessionId = world.session({ capacity: 1 });
  world.book(sessionId, world.person());
  const added = watch(world);
  const queue = [world.person(), world.person()];
  for (const personId of queue) {
    const result = bookPlace(world.as(personId), { sessionId, personId, ifFull: "wait" });
    expect(result).toMatchObject({ ok: true, value: { state: "waiting" } });
    world.clock.forward(1000);
  }
  expect(inShort(added())).toEqual({
    audit: ["bookings.waiting", "bookings.waiting"],
    messages: ["booking waiting", "booking waiting"],
  });
  expect(added().messages.map((message) => message.facts.position)).toEqual([1, 2]);
  expect(readPlaces(world, sessionId)).toMatchObject({ capacity: 1, taken: 1, waiting: 2 });
});

test("a session that is not published takes no bookings, and one that has closed takes none from that very instant", () => {
  const world = makeWorld();
  const draft = world.session({ status: "draft" });
  const closesAt = world.clock.now() + 1000;
  const closing = world.session({ bookingClosesAt: closesAt });
  const ann = world.person();
  const wish = (sessionId: string) =>
    bookPlace(world.as(ann), { sessionId, personId: ann, ifFull: "refuse" });
  const before = digestOf(world.db);
  expect(wish(draft)).toEqual({ ok: false, reason: "not open" });
  world.clock.set(closesAt);
  expect(wish(closing)).toEqual({ ok: false, reason: "booking closed" });
  expect(digestOf(world.db)).toBe(before);
  world.clock.set(closesAt - 1);
  expect(wish(closing)).toMatchObject({ ok: true });
});

test("nobody books for someone else, whatever they are, save coordinators, their agency's lead and the system", () => {
  const world = makeWorld();
  const sessionId = world.session({ capacity: 9 });
  const ann = world.person();
  const others = roles
    .filter((role) => role !== "coordinator")
    .map((role) => world.person({ roles: [role], agencyId: role === "agency_lead" ? "health" : "police" }));
  const added = watch(world);
  for (const ctx of [world.stranger, world.as(world.person()), ...others.map(world.as)]) {
    expect(() => bookPlace(ctx, { sessionId, personId: ann, ifFull: "wait" })).toThrow(Forbidden);
  }
  expect(inShort(added())).toEqual(nothing);

  const byCoordinator = world.as(world.coordinator);
  expect(bookPlace(byCoordinator, { sessionId, personId: ann, ifFull: "wait" })).toMatchObject({ ok: true });
  const bob = world.person();
  expect(bookPlace(world.asSystem, { sessionId, personId: bob, ifFull: "wait" })).toMatchObject({ ok: true });
  const [lead, cid] = [world.person({ roles: ["agency_lead"] }), world.person()];
  expect(bookPlace(world.as(lead), { sessionId, personId: cid, ifFull: "wait" })).toMatchObject({ ok: true });
  expect(added().audit).toMatchObject([
    { actorKind: "person", actorPersonId: world.coordinator, aboutPersonId: ann },
    { actorKind: "system", actorPersonId: null, aboutPersonId: bob },
    { actorKind: "person", actorPersonId: lead, aboutPersonId: cid },
  ]);
  const history = world.db.select().from(world.tables.bookingChanges).all();
  expect(history.map(({ actedAs }) => actedAs)).toEqual(["coordinator", "system", "agency lead"]);
});

test("a session that does not exist is not found", () => {
  const world = makeWorld();
  const ann = world.person();
  expect(() => bookPlace(world.as(ann), { sessionId: "none", personId: ann, ifFull: "refuse" })).toThrow(
    NotFound,
  );
});

test("the schema itself refuses a second live booking of one person, and allows one after the first has ended", () => {
  const world = makeWorld();
  const sessionId = world.session();
  const ann = world.person();
  const bookingId = world.book(sessionId, ann);
  const again = { sessionId, personId: ann, createdAt: 0, updatedAt: 0 };
  const insert = (id: string, state: "confirmed" | "cancelled") =>
    world.db
      .insert(world.tables.bookings)
      .values({ id, reference: id, state, ...again })
      .run();
  expect(() => insert("second", "confirmed")).toThrow(/UNIQUE/);
  insert("ended", "cancelled");
  expect(findLiveBooking(world, sessionId, ann)).toBe(bookingId);
});
