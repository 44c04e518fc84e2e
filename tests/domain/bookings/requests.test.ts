// Requests: a coordinator looks at what somebody claims, or at someone outside a course's audience, and decides.
import { expect, test } from "vitest";
import { answerRequest, bookPlace, cancelBooking, readPlaces } from "~/domain/bookings/bookings.server";
import { roles } from "~/domain/context";
import { days } from "~/shared/clock";
import { Forbidden, NotFound } from "~/shared/problems";
import { digestOf, inShort, watch } from "../support-check/ledger";
import { ruledWorld } from "./ruled-world";

/** Somebody who says that they have done what the course asks for first; of a full session if wished. */
function requestedWorld({
  full = false,
  approval = undefined as "agency lead" | "line manager" | undefined,
} = {}) {
  const ruled = ruledWorld();
  const { world } = ruled;
  const sessionId = ruled.session({ capacity: 1 });
  if (full) world.book(sessionId, world.person());
  const prerequisiteId = ruled.asks({ prerequisite: true, ...(approval && { approval }) });
  const personId = world.person();
  const added = watch(world);
  const wish = {
    sessionId,
    personId,
    ifFull: "wait",
    claims: [{ prerequisiteId, said: "In Leeds" }],
  } as const;
  const result = bookPlace(world.as(personId), wish);
  if (!result.ok) throw new Error(result.reason);
  const { bookingId, state } = result.value;
  const claim = () => world.db.select().from(world.tables.prerequisiteClaims).all()[0];
  return { ...ruled, sessionId, personId, ctx: world.as(personId), bookingId, state, added, claim, wish };
}

test("a request is made where something is claimed, holds the free place, and tells the person", () => {
  const { world, sessionId, state, added, claim, bookingId } = requestedWorld();
  expect(state).toBe("requested");
  expect(inShort(added())).toEqual({ audit: ["bookings.requested"], messages: ["booking requested"] });
  expect(readPlaces(world, sessionId)).toMatchObject({ taken: 1, waiting: 0 });
  expect(claim()).toMatchObject({ bookingId, said: "In Leeds", accepted: null, decidedAt: null });
});

test("a request is made where the course is for other kinds of work; coordinators are taken at their word", () => {
  const { world, asks, session, coordinator } = ruledWorld();
  asks({ audience: "front-line" });
  const sessionId = session({ capacity: 5 });
  const [inside, outside, third] = ["front-line", null, null].map((roleGroupId) =>
    world.person({ roleGroupId }),
  );
  const stateFor = (personId = "", ctx = world.as(personId)) =>
    bookPlace(ctx, { sessionId, personId, ifFull: "wait" });
  expect(stateFor(inside)).toMatchObject({ value: { state: "confirmed" } });
  expect(stateFor(outside)).toMatchObject({ value: { state: "requested" } });
  expect(stateFor(third, coordinator)).toMatchObject({ value: { state: "confirmed" } });
});

test("a request is refused where something is asked for and not even claimed", () => {
  const { world, asks, session } = ruledWorld();
  asks({ prerequisite: true });
  const personId = world.person();
  const wish = { sessionId: session(), personId, ifFull: "wait" } as const;
  const before = digestOf(world.db);
  expect(bookPlace(world.as(personId), wish)).toEqual({
    ...{ ok: false, reason: "prerequisites missing" },
  });
  expect(digestOf(world.db)).toBe(before);
});

test("a request accepted has its place, once; again changes nothing, and the other answer is too late", () => {
  const { world, bookingId, coordinator, claim, stateOf } = requestedWorld();
  const added = watch(world);
  expect(answerRequest(coordinator, { bookingId, accept: true })).toEqual({ ok: true, value: null });
  expect(stateOf(bookingId)).toBe("confirmed");
  expect(inShort(added())).toEqual({ audit: ["bookings.confirmed"], messages: ["booking confirmed"] });
  expect(claim()).toMatchObject({ accepted: true, decidedBy: world.coordinator });
  const before = digestOf(world.db);
  expect(answerRequest(coordinator, { bookingId, accept: true })).toEqual({ ok: true, value: null });
  expect(answerRequest(coordinator, { bookingId, accept: false })).toMatchObject({
    reason: "answered already",
  });
  expect(digestOf(world.db)).toBe(before);
});

test("a request accepted of a full session keeps its turn from when it was made", () => {
  const { world, bookingId, coordinator, sessionId, stateOf } = requestedWorld({ full: true });
  const asked = world.clock.now();
  world.clock.forward(days(1));
  const later = world.person();
  bookPlace(coordinator, { sessionId, personId: later, ifFull: "wait" });
  answerRequest(coordinator, { bookingId, accept: true });
  expect(stateOf(bookingId)).toBe("waiting");
  const row = world.db
    .select()
    .from(world.tables.bookings)
    .all()
    .find(({ id }) => id === bookingId);
  expect(row?.queuedAt).toBe(asked);
  const letter = world.db.select().from(world.tables.outbox).all().at(-1);
  expect(letter).toMatchObject({ kind: "booking waiting", facts: { position: 1 } });
});

test("a request declined tells why and passes its place on", () => {
  const { world, bookingId, coordinator, sessionId, claim, personId } = requestedWorld();
  const waits = world.person();
  bookPlace(coordinator, { sessionId, personId: waits, ifFull: "wait" });
  const added = watch(world);
  expect(answerRequest(coordinator, { bookingId, accept: false, note: "Take the basics first" }).ok).toBe(
    true,
  );
  expect(inShort(added())).toEqual({
    audit: ["bookings.declined", "bookings.offered"],
    messages: ["booking declined", "booking offered"],
  });
  expect(added().messages).toMatchObject([
    { toPersonId: personId, facts: { because: "request", note: "Take the basics first" } },
    { toPersonId: waits },
  ]);
  expect(claim()?.accepted).toBe(false);
});

test("a request that the person gave up cannot be accepted any more", () => {
  const { bookingId, coordinator, ctx } = requestedWorld();
  cancelBooking(ctx, { bookingId });
  expect(answerRequest(coordinator, { bookingId, accept: true })).toEqual({
    ...{ ok: false, reason: "answered already" },
  });
});

test("a request accepted goes on to whoever has to approve", () => {
  const { world, bookingId, coordinator, leadId, stateOf } = requestedWorld({ approval: "agency lead" });
  const added = watch(world);
  expect(answerRequest(coordinator, { bookingId, accept: true }).ok).toBe(true);
  expect(stateOf(bookingId)).toBe("awaiting approval");
  expect(inShort(added())).toEqual({
    audit: ["bookings.awaiting approval", "bookings.approval asked"],
    messages: ["approval asked", "booking awaiting approval"],
  });
  expect(added().messages[0]).toMatchObject({ toPersonId: leadId });
});

test("a request is for coordinators to answer, and for nobody else", () => {
  const { world, bookingId, lead, ctx, coordinator } = requestedWorld();
  const others = roles
    .filter((role) => role !== "coordinator")
    .map((role) => world.person({ roles: [role] }));
  const before = digestOf(world.db);
  for (const other of [world.stranger, ctx, lead, ...others.map(world.as)])
    expect(() => answerRequest(other, { bookingId, accept: true })).toThrow(Forbidden);
  expect(() => answerRequest(coordinator, { bookingId: "none", accept: true })).toThrow(NotFound);
  expect(digestOf(world.db)).toBe(before);
});

test("a request is not answered once the session has started", () => {
  const { world, bookingId, coordinator, sessionId } = requestedWorld();
  world.clock.set(readPlaces(world, sessionId).startsAt);
  expect(answerRequest(coordinator, { bookingId, accept: true })).toMatchObject({
    reason: "already started",
  });
});
