// A session is called off: every booking ends once, each person hears once about their own, and nobody pays.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { callOffSession, cancelBooking, holdPlaces, weighCallOff } from "~/domain/bookings/bookings.server";
import { assignTrainer, readSession } from "~/domain/sessions/sessions.server";
import { hours } from "~/shared/clock";
import { harmlessAgain, onlyForCoordinators, sessionsWorld } from "../sessions-commands/sessions-world";
import { inShort, nothing, watch } from "../support-check/ledger";

function calledOff() {
  const world = sessionsWorld();
  const sessionId = world.session({ capacity: 2 });
  const people = Array.from({ length: 4 }, () => world.person());
  const bookings = people.map((personId) => world.book(sessionId, personId));
  // The first gives up, the third is offered the place, the fourth waits on.
  cancelBooking(world.as(people[0] ?? ""), { bookingId: bookings[0] ?? "" });
  const trainer = world.trainer("Tess");
  assignTrainer(world.asSystem, { sessionId, personId: trainer, part: "lead", agreed: true });
  const callOff = () => callOffSession(world.asCoordinator, { sessionId, reason: "too few people" });
  return { ...world, sessionId, people, bookings, trainer, callOff };
}

test("each live booking ends with its cause, each person is told once about their own, the trainer too", () => {
  const world = calledOff();
  expect(weighCallOff(world.asCoordinator, world.sessionId)).toEqual({
    withPlace: 1,
    offered: 1,
    waiting: 1,
    asked: 0,
    trainers: 1,
  });
  const since = watch(world);
  expect(world.callOff()).toEqual({ ok: true, value: { told: 3 } });
  const { audit, messages } = since();
  expect(audit.map(({ action }) => action)).toEqual([
    "sessions.cancelled",
    "bookings.cancelled",
    "bookings.cancelled",
    "bookings.cancelled",
  ]);
  expect(audit[1]?.detail).toMatchObject({ cause: "session cancelled", actedAs: "coordinator" });
  const [, second, third, fourth] = world.people;
  expect(messages.map(({ kind, toPersonId }) => [kind, toPersonId]).sort()).toEqual(
    [
      ["booking cancelled", second],
      ["booking cancelled", third],
      ["booking cancelled", fourth],
      ["teaching changed", world.trainer],
    ].sort(),
  );
  const toSecond = messages.find(({ toPersonId }) => toPersonId === second)?.facts;
  expect(toSecond).toMatchObject({
    bookingId: world.bookings[1],
    wasConfirmed: true,
    because: { reason: "too few people", courseSlug: "neglect" },
    // The booking's change and the session's: a calendar takes a withdrawal only with a higher number.
    revision: 2,
  });
  const states = world.db.select().from(world.tables.bookings).all();
  expect(states.map(({ state }) => state)).toEqual(["cancelled", "cancelled", "cancelled", "cancelled"]);
  const causes = world.db.select().from(world.tables.bookingChanges).all().slice(-3);
  expect(causes.map(({ cause, late }) => [cause, late])).toEqual([
    ["session cancelled", null],
    ["session cancelled", null],
    ["session cancelled", null],
  ]);
  expect(readSession(world, world.sessionId)).toMatchObject({ status: "cancelled", revision: 1 });
});

test("again changes nothing, and nobody is charged however late it is", () => {
  const world = calledOff();
  world.clock.set(readSession(world, world.sessionId).startsAt - hours(1));
  expect(world.callOff().ok).toBe(true);
  expect(world.db.select().from(world.tables.charges).all()).toEqual([]);
  harmlessAgain(world.world, () => expect(world.callOff()).toEqual({ ok: true, value: { told: 0 } }));
});

test("whoever waits for approval is told too, and nobody is asked to approve any more", () => {
  const world = sessionsWorld();
  const sessionId = world.session();
  const bookingId = world.book(sessionId, world.person());
  const { bookings, bookingApprovals } = world.tables;
  world.db.update(bookings).set({ state: "awaiting approval" }).where(eq(bookings.id, bookingId)).run();
  world.db
    .insert(bookingApprovals)
    .values({ id: "asked", bookingId, askedOf: "agency lead", askedAt: 1, answerBy: 2 })
    .run();
  expect(weighCallOff(world.asCoordinator, sessionId)).toMatchObject({ withPlace: 0, asked: 1 });
  const since = watch(world);
  callOffSession(world.asCoordinator, { sessionId, reason: "weather or travel" });
  expect(since().messages).toMatchObject([{ kind: "booking cancelled", facts: { wasConfirmed: false } }]);
  expect(world.db.select().from(bookingApprovals).all()).toMatchObject([{ answer: "withdrawn" }]);
});

test("places that were kept for an agency are given back", () => {
  const world = sessionsWorld();
  const sessionId = world.session({ capacity: 5, bookingClosesAt: world.clock.now() + hours(100) });
  const held = holdPlaces(world.asCoordinator, {
    sessionId,
    kind: "quota",
    agencyId: "health",
    mode: "in person",
    places: 2,
    releasesAt: world.clock.now() + hours(50),
  });
  expect(held.ok).toBe(true);
  const since = watch(world);
  callOffSession(world.asCoordinator, { sessionId, reason: "no venue" });
  expect(inShort(since())).toEqual({
    audit: ["sessions.cancelled", "bookings.places released"],
    messages: [],
  });
});

test("one that has begun or is delivered is not called off; only coordinators do it", () => {
  const world = calledOff();
  const wish = { sessionId: world.sessionId, reason: "no trainer" } as const;
  onlyForCoordinators(world.world, (ctx) => callOffSession(ctx, wish));
  onlyForCoordinators(world.world, (ctx) => weighCallOff(ctx, world.sessionId));
  const since = watch(world);
  world.clock.set(readSession(world, world.sessionId).startsAt);
  expect(world.callOff()).toEqual({ ok: false, reason: "has begun" });
  const { sessions } = world.tables;
  world.db.update(sessions).set({ status: "delivered" }).where(eq(sessions.id, world.sessionId)).run();
  expect(world.callOff()).toEqual({ ok: false, reason: "is delivered" });
  expect(inShort(since())).toEqual(nothing);
});
