// The register: who may take it and when, what marks come to, and what the last one finished sets going.
import { expect, test } from "vitest";
import type { AttendanceMark } from "~/domain/bookings/bookings";
import {
  cancelBooking,
  finishRegister,
  markAttendance,
  readBooking,
} from "~/domain/bookings/bookings.server";
import { roles } from "~/domain/context";
import { assignTrainer, meetingsOf, readSession } from "~/domain/sessions/sessions.server";
import { addDays } from "~/shared/civil-time";
import { hours } from "~/shared/clock";
import { NotFound } from "~/shared/problems";
import { makeWorld } from "../../support/world";
import { digestOf, inShort, nothing, watch } from "../support-check/ledger";

/** A session of one or two meetings with a trainer and two people, the clock at the start of the first meeting. */
function registerWorld(meetings = 1) {
  const world = makeWorld();
  const dates = Array.from({ length: meetings }, (_, index) => addDays(world.today, 14 + index));
  const sessionId = world.session({
    capacity: 3,
    meetings: dates.map((date) => ({ date, startTime: "09:30", endTime: "16:30" })),
  });
  const trainerId = world.trainer();
  assignTrainer(world.asSystem, { sessionId, personId: trainerId, part: "lead", agreed: true });
  const [annId, bobId] = [world.person({ name: "Ann" }), world.person({ name: "Bob" })];
  const [ann, bob] = [world.book(sessionId, annId), world.book(sessionId, bobId)];
  const [first, second] = meetingsOf(world, sessionId);
  if (!first) throw new Error("A session has a meeting.");
  world.clock.set(first.startsAt);
  const trainer = world.as(trainerId);
  const mark = (meetingId: string, marks: Record<string, AttendanceMark>, ctx = trainer) =>
    markAttendance(ctx, { meetingId, marks: new Map(Object.entries(marks)) });
  const states = () => [ann, bob].map((id) => readBooking(world.asSystem, id).state);
  return { ...world, world, sessionId, trainer, trainerId, annId, ann, bob, first, second, mark, states };
}

test("a mark is kept with who and when, and the same mark again changes nothing", () => {
  const { world, db, tables, first, ann, trainerId, mark, clock } = registerWorld();
  const added = watch(world);
  expect(mark(first.id, { [ann]: "present" })).toEqual({ ok: true, value: { changed: 1 } });
  expect(db.select().from(tables.attendanceMarks).all()).toEqual([
    { bookingId: ann, meetingId: first.id, mark: "present", markedAt: clock.now(), markedBy: trainerId },
  ]);
  expect(added().audit).toMatchObject([
    { action: "bookings.marked", subjectId: ann, detail: { meeting: 1, mark: "present", before: null } },
  ]);
  const before = digestOf(db);
  clock.forward(1000);
  expect(mark(first.id, { [ann]: "present" })).toEqual({ ok: true, value: { changed: 0 } });
  expect(digestOf(db)).toBe(before);
  expect(mark(first.id, { [ann]: "late" })).toEqual({ ok: true, value: { changed: 1 } });
  expect(added().audit.at(-1)?.detail).toMatchObject({ mark: "late", before: "present" });
  expect(inShort(added()).messages).toEqual([]);
});

test("marks for people without a place are left out", () => {
  const { world, db, sessionId, first, mark, annId, ann, clock } = registerWorld();
  clock.set(first.startsAt - hours(1));
  cancelBooking(world.as(annId), { bookingId: ann });
  const elsewhere = world.book(world.session(), world.person());
  const before = digestOf(db);
  expect(mark(first.id, { [ann]: "present", [elsewhere]: "present", none: "present" })).toEqual({
    ok: true,
    value: { changed: 0 },
  });
  expect(digestOf(db)).toBe(before);
  expect(readSession(world, sessionId).status).toBe("published");
});

test("the register opens an hour before the meeting, at that very instant", () => {
  const { db, clock, first, ann, mark, trainer } = registerWorld();
  clock.set(first.startsAt - hours(1) - 1);
  const before = digestOf(db);
  expect(mark(first.id, { [ann]: "present" })).toEqual({ ok: false, reason: "not open yet" });
  expect(finishRegister(trainer, first.id)).toEqual({ ok: false, reason: "not open yet" });
  expect(digestOf(db)).toBe(before);
  clock.set(first.startsAt - hours(1));
  expect(mark(first.id, { [ann]: "present" })).toMatchObject({ ok: true });
});

test("a cancelled session has no register", () => {
  const { db, tables, first, ann, mark, trainer } = registerWorld();
  db.update(tables.sessions).set({ status: "cancelled" }).run();
  expect(mark(first.id, { [ann]: "present" })).toEqual({ ok: false, reason: "session cancelled" });
  expect(finishRegister(trainer, first.id)).toEqual({ ok: false, reason: "session cancelled" });
});

test("a register with someone unmarked cannot be finished", () => {
  const { db, first, ann, bob, mark, trainer } = registerWorld();
  mark(first.id, { [ann]: "present" });
  const before = digestOf(db);
  expect(finishRegister(trainer, first.id)).toEqual({ ok: false, reason: "people unmarked" });
  expect(digestOf(db)).toBe(before);
  mark(first.id, { [bob]: "absent" });
  expect(finishRegister(trainer, first.id)).toEqual({ ok: true, value: { last: true } });
});

test("the last register settles attendance, delivers the session, and asks only those who came for the evaluation", () => {
  const { world, sessionId, first, ann, bob, annId, mark, trainer, states, clock } = registerWorld();
  mark(first.id, { [ann]: "late", [bob]: "absent" });
  const added = watch(world);
  clock.set(first.endsAt);
  finishRegister(trainer, first.id);
  expect(states()).toEqual(["attended", "did not attend"]);
  expect(readSession(world, sessionId).status).toBe("delivered");
  expect(inShort(added())).toEqual({
    audit: [
      "bookings.register finished",
      "bookings.attended",
      "bookings.did not attend",
      "sessions.delivered",
    ],
    messages: ["end evaluation"],
  });
  expect(added().messages).toMatchObject([{ key: `end evaluation/${ann}`, toPersonId: annId }]);
  expect(world.db.select().from(world.tables.registers).all()).toMatchObject([
    { meetingId: first.id, takenAt: clock.now() },
  ]);
});

test("finishing again changes nothing and says the same", () => {
  const { db, first, ann, bob, mark, trainer, clock } = registerWorld();
  mark(first.id, { [ann]: "present", [bob]: "present" });
  finishRegister(trainer, first.id);
  const before = digestOf(db);
  clock.forward(hours(1));
  expect(finishRegister(trainer, first.id)).toEqual({ ok: true, value: { last: true } });
  expect(digestOf(db)).toBe(before);
});

test("with two meetings the first register settles nothing; both together say who came in part", () => {
  const { world, sessionId, first, second, ann, bob, mark, trainer, states, clock } = registerWorld(2);
  if (!second) throw new Error("The session has two meetings.");
  mark(first.id, { [ann]: "present", [bob]: "present" });
  const added = watch(world);
  expect(finishRegister(trainer, first.id)).toEqual({ ok: true, value: { last: false } });
  expect(states()).toEqual(["confirmed", "confirmed"]);
  expect(readSession(world, sessionId).status).toBe("published");
  expect(inShort(added())).toEqual({ audit: ["bookings.register finished"], messages: [] });

  clock.set(second.startsAt);
  mark(second.id, { [ann]: "present", [bob]: "absent" });
  expect(finishRegister(trainer, second.id)).toEqual({ ok: true, value: { last: true } });
  expect(states()).toEqual(["attended", "partly attended"]);
});

test("someone who booked after the first register was finished has not been seen at that meeting", () => {
  const { world, sessionId, first, second, ann, bob, mark, trainer, clock } = registerWorld(2);
  if (!second) throw new Error("The session has two meetings.");
  clock.set(first.startsAt - hours(1));
  mark(first.id, { [ann]: "present", [bob]: "present" });
  finishRegister(trainer, first.id);
  const late = world.book(sessionId, world.person());
  clock.set(second.startsAt);
  mark(second.id, { [ann]: "present", [bob]: "present", [late]: "present" });
  finishRegister(trainer, second.id);
  expect(readBooking(world.asSystem, late).state).toBe("partly attended");
  clock.forward(1);
  mark(first.id, { [late]: "late" });
  expect(readBooking(world.asSystem, late).state).toBe("attended");
});

test("a mark put right after the last register puts attendance right, and asks for the evaluation once only", () => {
  const { world, first, ann, bob, mark, trainer, states } = registerWorld();
  mark(first.id, { [ann]: "present", [bob]: "absent" });
  finishRegister(trainer, first.id);
  const added = watch(world);
  mark(first.id, { [bob]: "left early" });
  expect(states()).toEqual(["attended", "partly attended"]);
  expect(inShort(added())).toEqual({
    audit: ["bookings.marked", "bookings.partly attended"],
    messages: ["end evaluation"],
  });
  mark(first.id, { [bob]: "absent" });
  mark(first.id, { [bob]: "present" });
  expect(states()).toEqual(["attended", "attended"]);
  expect(inShort(added()).messages).toEqual(["end evaluation"]);
});

test("a register without anyone on it can be finished: nobody came, and the session counts as delivered", () => {
  const world = makeWorld();
  const sessionId = world.session();
  const [meeting] = meetingsOf(world, sessionId);
  world.clock.set(meeting?.startsAt ?? 0);
  const added = watch(world);
  expect(finishRegister(world.as(world.coordinator), meeting?.id ?? "")).toEqual({
    ok: true,
    value: { last: true },
  });
  expect(inShort(added())).toEqual({
    audit: ["bookings.register finished", "sessions.delivered"],
    messages: [],
  });
});

test("only the session's own trainers, coordinators and the system take its register", () => {
  const { world, first, ann, mark, db } = registerWorld();
  const otherTrainer = world.trainer("Other");
  const others = roles
    .filter((role) => role !== "coordinator")
    .map((role) => world.person({ roles: [role] }));
  const contexts = [world.stranger, ...[world.person(), otherTrainer, ...others].map(world.as)];
  const added = watch(world);
  const before = digestOf(db);
  for (const ctx of contexts) {
    expect(() => mark(first.id, { [ann]: "present" }, ctx)).toThrow(NotFound);
    expect(() => finishRegister(ctx, first.id)).toThrow(NotFound);
    expect(() => finishRegister(ctx, "no such meeting")).toThrow(NotFound);
  }
  expect(digestOf(db)).toBe(before);
  expect(inShort(added())).toEqual(nothing);
  expect(mark(first.id, { [ann]: "present" }, world.as(world.coordinator))).toMatchObject({ ok: true });
  expect(mark(first.id, { [ann]: "late" }, world.asSystem)).toMatchObject({ ok: true });
});

test("someone who still holds an unanswered offer is not on the register", () => {
  const { world, first, ann, bob, mark, trainer } = registerWorld();
  const later = world.person();
  const offered = world.ids.id();
  world.db
    .insert(world.tables.bookings)
    .values({
      id: offered,
      reference: "offered",
      sessionId: readBooking(world.asSystem, ann).session.id,
      personId: later,
      state: "offered",
      offerEndsAt: first.startsAt,
      queuedAt: 0,
      createdAt: 0,
      updatedAt: 0,
    })
    .run();
  expect(mark(first.id, { [offered]: "present" })).toEqual({ ok: true, value: { changed: 0 } });
  mark(first.id, { [ann]: "present", [bob]: "present" });
  expect(finishRegister(trainer, first.id)).toMatchObject({ ok: true });
  expect(readBooking(world.asSystem, offered).state).toBe("offered");
});
