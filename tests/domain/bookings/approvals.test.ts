// Approvals: a line manager or a lead agrees to a booking, or does not, or says nothing.
import { expect, test } from "vitest";
import {
  answerApproval,
  answerSilence,
  bookPlace,
  cancelBooking,
  readPlaces,
} from "~/domain/bookings/bookings.server";
import { roles } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { digestOf, inShort, nothing, watch } from "../support-check/ledger";
import { ruledWorld } from "./ruled-world";

const askedWorld = (approval: "line manager" | "agency lead" = "line manager") => {
  const ruled = ruledWorld();
  const { world } = ruled;
  ruled.asks({ approval });
  const sessionId = ruled.session({ capacity: 1 });
  const personId = ruled.managed();
  const added = watch(world);
  const result = bookPlace(world.as(personId), { sessionId, personId, ifFull: "wait" });
  if (!result.ok) throw new Error(result.reason);
  const open = () => world.db.select().from(world.tables.bookingApprovals).all()[0];
  return { ...ruled, sessionId, personId, ...result.value, added, open, approvalId: open()?.id ?? "" };
};

test("an approval is asked of the line manager by link, and holds the place meanwhile", () => {
  const { world, sessionId, personId, added, open, state } = askedWorld();
  expect(state).toBe("awaiting approval");
  expect(inShort(added())).toEqual({
    audit: ["bookings.awaiting approval", "bookings.approval asked"],
    messages: ["approval asked", "booking awaiting approval"],
  });
  expect(added().messages).toMatchObject([
    { toEmail: "manager@police.example.org", facts: { byLink: true, placeHeld: true } },
    { toPersonId: personId },
  ]);
  expect(open()).toMatchObject({
    askedOf: "line manager",
    approverEmail: "manager@police.example.org",
    answer: null,
  });
  expect(readPlaces(world, sessionId)).toMatchObject({ taken: 1 });
});

test("an approval is refused where nobody could give it", () => {
  const { world, asks, session } = ruledWorld();
  asks({ approval: "line manager" });
  const personId = world.person();
  expect(bookPlace(world.as(personId), { sessionId: session(), personId, ifFull: "wait" })).toEqual({
    ...{ ok: false, reason: "no line manager" },
  });
});

const ways = ["link", "manager signed in", "lead", "coordinator"] as const;
test.each(ways)("an approval is given by: %s", (way) => {
  const found = askedWorld();
  const { world, approvalId, bookingId, stateOf, open } = found;
  const manager = world.person();
  world.db.$client
    .prepare("update people set email = 'Manager@police.example.org' where id = ?")
    .run(manager);
  const ctx = {
    link: world.stranger,
    "manager signed in": world.as(manager),
    lead: found.lead,
    coordinator: found.coordinator,
  }[way];
  const added = watch(world);
  const answer = { approvalId, approve: true, byLink: way === "link" };
  expect(answerApproval(ctx, answer)).toEqual({ ok: true, value: null });
  expect(stateOf(bookingId)).toBe("confirmed");
  expect(open()).toMatchObject({ answer: "approved", answeredAt: world.clock.now() });
  expect(inShort(added())).toEqual({
    audit: ["bookings.approval answered", "bookings.confirmed"],
    messages: ["booking confirmed"],
  });
  const line = world.db.select().from(world.tables.bookingChanges).all().at(-1);
  const actedAs = {
    link: "line manager",
    "manager signed in": "line manager",
    lead: "agency lead",
    coordinator: "coordinator",
  };
  expect(line?.actedAs).toBe(actedAs[way]);
  const before = digestOf(world.db);
  expect(answerApproval(ctx, answer)).toEqual({ ok: true, value: null });
  expect(answerApproval(ctx, { ...answer, approve: false })).toMatchObject({ reason: "answered already" });
  expect(digestOf(world.db)).toBe(before);
});

test("an approval refused tells the person why and passes the place on", () => {
  const { world, approvalId, bookingId, coordinator, sessionId, stateOf } = askedWorld();
  bookPlace(coordinator, { sessionId, personId: world.person(), ifFull: "wait" });
  const added = watch(world);
  answerApproval(world.stranger, { approvalId, approve: false, note: "We are short", byLink: true });
  expect(stateOf(bookingId)).toBe("declined");
  expect(inShort(added())).toEqual({
    audit: ["bookings.approval answered", "bookings.declined", "bookings.offered"],
    messages: ["booking declined", "booking offered"],
  });
  expect(added().messages[0]?.facts).toMatchObject({ because: "approval", note: "We are short" });
});

test("an approval is nobody else's to give, and never one's own", () => {
  const { world, approvalId, personId, healthLead } = askedWorld();
  const others = roles
    .filter((role) => role !== "coordinator")
    .map((role) => world.person({ roles: [role], agencyId: "health" }));
  const before = digestOf(world.db);
  for (const ctx of [world.stranger, world.as(personId), healthLead, ...others.map(world.as)]) {
    expect(() => answerApproval(ctx, { approvalId, approve: true })).toThrow(NotFound);
  }
  expect(() => answerApproval(world.as(personId), { approvalId, approve: true, byLink: true })).toThrow(
    NotFound,
  );
  expect(digestOf(world.db)).toBe(before);
});

test("an approval that a lead asks for themself goes to other leads, and without any to the coordinators", () => {
  const { world, asks, session, lead, leadId, coordinator } = ruledWorld();
  asks({ approval: "agency lead" });
  const added = watch(world);
  const result = bookPlace(lead, { sessionId: session(), personId: leadId, ifFull: "wait" });
  expect(result).toMatchObject({ value: { state: "awaiting approval" } });
  expect(added().messages[0]).toMatchObject({ kind: "approval asked", toPersonId: world.coordinator });
  const [open] = world.db.select().from(world.tables.bookingApprovals).all();
  const answer = { approvalId: open?.id ?? "", approve: true };
  expect(() => answerApproval(lead, answer)).toThrow(NotFound);
  expect(answerApproval(coordinator, answer).ok).toBe(true);
});

test("an approval is withdrawn with its booking", () => {
  const { world, personId, bookingId, open, approvalId, coordinator } = askedWorld();
  const added = watch(world);
  cancelBooking(world.as(personId), { bookingId });
  expect(open()).toMatchObject({ answer: "withdrawn" });
  expect(inShort(added()).audit).toEqual(["bookings.approval answered", "bookings.cancelled"]);
  expect(answerApproval(coordinator, { approvalId, approve: true })).toMatchObject({
    reason: "answered already",
  });
});

test.each([
  ["declined", "declined", "silence declined", "booking declined"],
  ["approved", "confirmed", "silence approved", "booking confirmed"],
] as const)("silence is taken for “%s” at its end and not before", (silence, state, answer, message) => {
  const ruled = ruledWorld({}, { approval: { workingDays: 3, silence } });
  const { world } = ruled;
  const sessionId = ruled.session();
  ruled.asked(sessionId);
  const [open] = world.db.select().from(world.tables.bookingApprovals).all();
  world.clock.set((open?.answerBy ?? 0) - 1);
  expect(answerSilence(world.asSystem)).toBe(0);
  const added = watch(world);
  expect(inShort(added())).toEqual(nothing);
  world.clock.forward(1);
  expect(answerSilence(world.asSystem)).toBe(1);
  expect(ruled.stateOf(open?.bookingId ?? "")).toBe(state);
  expect(inShort(added())).toEqual({
    audit: ["bookings.approval answered", `bookings.${state}`],
    messages: [message],
  });
  expect(world.db.select().from(world.tables.bookingApprovals).all()[0]).toMatchObject({ answer });
  const before = digestOf(world.db);
  expect(answerSilence(world.asSystem)).toBe(0);
  expect(digestOf(world.db)).toBe(before);
  expect(() => answerSilence(ruled.coordinator)).toThrow(Forbidden);
});

test("an approval silence never approves what has begun", () => {
  const ruled = ruledWorld({}, { approval: { workingDays: 20, silence: "approved" } });
  const { world } = ruled;
  const sessionId = ruled.session();
  ruled.asked(sessionId);
  world.clock.set(readPlaces(world, sessionId).startsAt);
  expect(answerSilence(world.asSystem)).toBe(1);
  expect(world.db.select().from(world.tables.bookings).all()).toMatchObject([{ state: "declined" }]);
});
