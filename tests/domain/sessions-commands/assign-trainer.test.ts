// Who teaches a session: clashes, approvals that run out, and trainers taken off again.
import { describe, expect, test } from "vitest";
import { roles } from "~/domain/context";
import { clash } from "~/domain/sessions/rules";
import {
  assignTrainer,
  markDelivered,
  meetingsTaughtBy,
  readSession,
  unassignTrainer,
} from "~/domain/sessions/sessions.server";
import { approveTrainer } from "~/domain/trainers/trainers.server";
import { addDays } from "~/shared/civil-time";
import { Forbidden, NotFound } from "~/shared/problems";
import { makeWorld, testNow } from "../../support/world";
import { digestOf, inShort, watch } from "../support-check/ledger";

const at = (date: string, startTime: string, endTime: string) => [{ date, startTime, endTime }];

test("a trainer is put on a session and asked with one audit entry and one letter; again is refused and changes nothing", () => {
  const world = makeWorld();
  const sessionId = world.session();
  const personId = world.trainer("Tess");
  const ctx = world.as(world.coordinator);
  const added = watch(world);
  expect(assignTrainer(ctx, { sessionId, personId, part: "lead" })).toEqual({ ok: true, value: null });
  expect(readSession(world, sessionId).trainers).toEqual([
    {
      ...{ personId, name: "Tess", agencyName: "Police", part: "lead" },
      ...{ assignedAt: testNow, confirmedAt: null, entryOf: personId },
    },
  ]);
  expect(inShort(added())).toEqual({
    audit: ["sessions.trainer assigned"],
    messages: ["trainer invited"],
  });
  expect(added().audit[0]).toMatchObject({
    subjectId: sessionId,
    aboutPersonId: personId,
    detail: { part: "lead" },
  });
  const before = digestOf(world.db);
  expect(assignTrainer(ctx, { sessionId, personId, part: "co-trainer", agreed: true })).toEqual({
    ok: false,
    reason: "already assigned",
  });
  expect(digestOf(world.db)).toBe(before);
});

test("a trainer who teaches elsewhere at that time is refused; times that only touch are no clash", () => {
  const world = makeWorld();
  const day = addDays(world.today, 14);
  const morning = world.session({ meetings: at(day, "09:30", "12:30") });
  const noon = world.session({ meetings: at(day, "12:00", "13:00") });
  const afternoon = world.session({ meetings: at(day, "12:30", "16:30") });
  const twoDays = world.session({
    meetings: [...at(addDays(day, -1), "09:30", "12:30"), ...at(day, "16:00", "17:00")],
  });
  const personId = world.trainer();
  const assign = (sessionId: string) =>
    assignTrainer(world.asSystem, { sessionId, personId, part: "lead", agreed: true });
  expect(assign(morning)).toMatchObject({ ok: true });
  const clashes = { ok: false, reason: "teaches elsewhere at that time" };
  expect(assign(noon)).toEqual(clashes);
  expect(assign(afternoon)).toMatchObject({ ok: true });
  expect(assign(twoDays)).toEqual(clashes);
  unassignTrainer(world.asSystem, { sessionId: afternoon, personId });
  expect(assign(twoDays)).toMatchObject({ ok: true });
  expect(assign(afternoon)).toEqual(clashes);
});

test("a long session that began before and lasts beyond a shorter one clashes with it", () => {
  const world = makeWorld();
  const day = addDays(world.today, 14);
  const long = world.session({
    meetings: [...at(day, "09:30", "12:30"), ...at(addDays(day, 7), "09:30", "12:30")],
  });
  const between = world.session({ meetings: at(addDays(day, 3), "09:30", "12:30") });
  const last = world.session({ meetings: at(addDays(day, 7), "12:00", "14:00") });
  const personId = world.trainer();
  const assign = (sessionId: string) =>
    assignTrainer(world.asSystem, { sessionId, personId, part: "lead", agreed: true });
  expect(assign(long)).toMatchObject({ ok: true });
  expect(assign(between)).toMatchObject({ ok: true });
  expect(assign(last)).toEqual({ ok: false, reason: "teaches elsewhere at that time" });
});

test("a session that was called off is no clash, and nobody is put on it", () => {
  const world = makeWorld();
  const day = addDays(world.today, 14);
  const sessionId = world.session({ meetings: at(day, "09:30", "12:30") });
  const personId = world.trainer();
  assignTrainer(world.asSystem, { sessionId, personId, part: "lead", agreed: true });
  world.db.update(world.tables.sessions).set({ status: "cancelled" }).run();
  const instead = world.session({ meetings: at(day, "09:30", "12:30") });
  expect(
    assignTrainer(world.asSystem, { sessionId: instead, personId, part: "lead", agreed: true }),
  ).toMatchObject({
    ok: true,
  });
  const other = world.trainer();
  expect(assignTrainer(world.asSystem, { sessionId, personId: other, part: "lead", agreed: true })).toEqual({
    ok: false,
    reason: "session is over",
  });
});

test("an approval has to last to the last day of the session, that day included", () => {
  const world = makeWorld();
  const day = addDays(world.today, 14);
  const sessionId = world.session({
    meetings: [...at(day, "09:30", "12:30"), ...at(addDays(day, 1), "09:30", "12:30")],
  });
  const personId = world.trainer();
  const assign = () => assignTrainer(world.asSystem, { sessionId, personId, part: "lead", agreed: true });
  const approve = (until: string) => approveTrainer(world.asSystem, { personId, courseId: "course", until });
  approve(day);
  const before = digestOf(world.db);
  expect(assign()).toEqual({ ok: false, reason: "approval ends before the session" });
  expect(digestOf(world.db)).toBe(before);
  approve(addDays(day, 1));
  expect(assign()).toMatchObject({ ok: true });
});

test("someone outside the pool, one who has left it and one who may teach other courses only are refused", () => {
  const world = makeWorld();
  const sessionId = world.session();
  const outside = world.person();
  const left = world.trainer();
  world.db
    .update(world.tables.trainers)
    .set({ leftOn: addDays(world.today, 13) })
    .run();
  const unapproved = world.trainer();
  world.db.delete(world.tables.trainerApprovals).run();
  const assign = (personId: string) =>
    assignTrainer(world.asSystem, { sessionId, personId, part: "lead", agreed: true });
  expect(assign(outside)).toEqual({ ok: false, reason: "not in the pool" });
  expect(assign("nobody")).toEqual({ ok: false, reason: "not in the pool" });
  expect(assign(left)).toEqual({ ok: false, reason: "not in the pool" });
  expect(assign(unapproved)).toEqual({ ok: false, reason: "not approved for this course" });
});

test("a trainer is taken off with one audit entry; someone who is not on it changes nothing", () => {
  const world = makeWorld();
  const sessionId = world.session();
  const personId = world.trainer();
  assignTrainer(world.asSystem, { sessionId, personId, part: "lead", agreed: true });
  const added = watch(world);
  unassignTrainer(world.as(world.coordinator), { sessionId, personId });
  expect(readSession(world, sessionId).trainers).toEqual([]);
  expect(inShort(added())).toEqual({
    audit: ["sessions.trainer taken off"],
    messages: ["trainer released"],
  });
  const before = digestOf(world.db);
  unassignTrainer(world.as(world.coordinator), { sessionId, personId });
  unassignTrainer(world.as(world.coordinator), { sessionId, personId: "nobody" });
  expect(digestOf(world.db)).toBe(before);
});

test("only coordinators and the system say who teaches; a trainer cannot put themselves on a session", () => {
  const world = makeWorld();
  const sessionId = world.session();
  const personId = world.trainer();
  const others = roles
    .filter((role) => role !== "coordinator")
    .map((role) => world.person({ roles: [role] }));
  const contexts = [world.stranger, ...[personId, world.person(), ...others].map(world.as)];
  const before = digestOf(world.db);
  for (const ctx of contexts) {
    expect(() => assignTrainer(ctx, { sessionId, personId, part: "lead", agreed: true })).toThrow(Forbidden);
    expect(() => unassignTrainer(ctx, { sessionId, personId })).toThrow(Forbidden);
    expect(() => assignTrainer(ctx, { sessionId: "none", personId, part: "lead", agreed: true })).toThrow(
      Forbidden,
    );
  }
  expect(digestOf(world.db)).toBe(before);
  const ctx = world.as(world.coordinator);
  expect(() => assignTrainer(ctx, { sessionId: "none", personId, part: "lead", agreed: true })).toThrow(
    NotFound,
  );
  expect(() => unassignTrainer(ctx, { sessionId: "none", personId })).toThrow(NotFound);
});

test("a session is marked delivered once, by its own trainer, a coordinator or the system, and takes no trainer after", () => {
  const world = makeWorld();
  const sessionId = world.session();
  const [own, other] = [world.trainer(), world.trainer()];
  assignTrainer(world.asSystem, { sessionId, personId: own, part: "lead", agreed: true });
  const strangers = [world.stranger, world.as(other), world.as(world.person({ roles: ["admin"] }))];
  const added = watch(world);
  for (const ctx of strangers) expect(() => markDelivered(ctx, sessionId)).toThrow(Forbidden);
  expect(() => markDelivered(world.as(own), "none")).toThrow(NotFound);
  markDelivered(world.as(own), sessionId);
  expect(readSession(world, sessionId).status).toBe("delivered");
  expect(inShort(added())).toEqual({ audit: ["sessions.delivered"], messages: [] });
  const before = digestOf(world.db);
  markDelivered(world.asSystem, sessionId);
  expect(digestOf(world.db)).toBe(before);
  expect(assignTrainer(world.asSystem, { sessionId, personId: other, part: "lead", agreed: true })).toEqual({
    ok: false,
    reason: "session is over",
  });
});

test("the meetings someone is to teach come soonest first and leave out what is over or called off", () => {
  const world = makeWorld();
  const personId = world.trainer();
  const on = (inDays: number) => {
    const sessionId = world.session({ meetings: at(addDays(world.today, inDays), "09:30", "12:30") });
    assignTrainer(world.asSystem, { sessionId, personId, part: "lead", agreed: true });
    return sessionId;
  };
  const [late, soon] = [on(9), on(2)];
  const taught = () =>
    meetingsTaughtBy(world, personId, world.clock.now()).map((meeting) => meeting.sessionId);
  expect(taught()).toEqual([soon, late]);
  world.clock.set(readSession(world, soon).endsAt + 1);
  expect(taught()).toEqual([late]);
  world.db.update(world.tables.sessions).set({ status: "cancelled" }).run();
  expect(taught()).toEqual([]);
});

describe("two spans of time", () => {
  const span = (startsAt: number, endsAt: number) => ({ startsAt, endsAt });
  test.each([
    ["that only touch", [span(0, 10)], [span(10, 20)], false],
    ["that share a moment", [span(0, 10)], [span(9, 20)], true],
    ["one inside the other", [span(0, 100)], [span(40, 50)], true],
    ["that are the same", [span(0, 10)], [span(0, 10)], true],
    ["far apart", [span(0, 10)], [span(50, 60)], false],
    ["of which a later pair shares time", [span(0, 10), span(50, 60)], [span(20, 30), span(59, 70)], true],
    ["none at all", [], [span(0, 10)], false],
  ])("%s", (_, ours, theirs, answer) => {
    expect(clash(ours, theirs)).toBe(answer);
    expect(clash(theirs, ours)).toBe(answer);
  });
});
