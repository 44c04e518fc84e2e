// Trainers are asked, say whether they can, and see it in their calendar; the coordinators hear of those who cannot.
import { expect, test } from "vitest";
import {
  answerInvitation,
  cancelSession,
  publishSession,
  readSession,
  unassignTrainer,
} from "~/domain/sessions/sessions.server";
import { addDays, instantOf } from "~/shared/civil-time";
import { days } from "~/shared/clock";
import { Forbidden, NotFound } from "~/shared/problems";
import { inShort, nothing, watch } from "../support-check/ledger";
import { askedWorld, entries, onTwoDays } from "./asked-world";
import { harmlessAgain } from "./sessions-world";

test("someone who can is confirmed with one audit entry and one letter; again changes nothing", () => {
  const world = askedWorld();
  world.ask();
  world.clock.forward(days(1));
  const since = watch(world);
  expect(world.say(true)).toEqual({ ok: true, value: null });
  const { audit, messages } = since();
  expect(inShort({ audit, messages })).toEqual({
    audit: ["sessions.trainer confirmed"],
    messages: ["trainer confirmed"],
  });
  expect(audit[0]).toMatchObject({
    subjectId: world.sessionId,
    aboutPersonId: world.personId,
    actorPersonId: world.personId,
  });
  expect(messages[0]).toMatchObject({
    toPersonId: world.personId,
    sessionId: world.sessionId,
    // It answers what they have just done.
    dueAt: world.clock.now(),
    facts: { personId: world.personId, part: "lead", confirmed: true, revision: 0 },
  });
  expect(world.trainers()).toMatchObject([{ confirmedAt: world.clock.now() }]);
  harmlessAgain(world.world, () => expect(world.say(true).ok).toBe(true));
});

test("someone who cannot is taken off, and every coordinator hears; again changes nothing", () => {
  const world = askedWorld();
  const second = world.person({ name: "Second coordinator", roles: ["coordinator"] });
  const other = world.trainer("Tom");
  world.assign(world.sessionId, other, { part: "co-trainer" });
  world.ask();
  const since = watch(world);
  expect(world.say(false).ok).toBe(true);
  const { audit, messages } = since();
  expect(audit.map(({ action, detail }) => [action, detail])).toEqual([
    ["sessions.trainer declined", { hadConfirmed: false }],
  ]);
  expect(messages.map(({ kind, toPersonId }) => [kind, toPersonId])).toEqual([
    ["trainer declined", world.coordinator],
    ["trainer declined", second],
  ]);
  expect(messages[0]?.facts).toMatchObject({ trainerName: "Tess", confirmed: 1, asked: 0 });
  expect(messages[0]?.key).toMatch(new RegExp(`^trainer-declined/${world.personId}/`));
  expect(world.trainers().map(({ personId }) => personId)).toEqual([other]);
  harmlessAgain(world.world, () => expect(world.say(false).ok).toBe(true));
});

test("someone who said that they can may still say that they cannot: their entry is taken out of their calendar", () => {
  const world = askedWorld();
  world.ask();
  world.say(true);
  const since = watch(world);
  world.say(false);
  const { audit, messages } = since();
  expect(audit.map(({ detail }) => detail)).toEqual([{ hadConfirmed: true }]);
  expect(messages.map(({ kind }) => kind)).toEqual(["trainer declined", "trainer released"]);
  expect(messages[1]).toMatchObject({
    toPersonId: world.personId,
    facts: { byThemselves: true, confirmed: true, revision: 1 },
  });
});

test("whoever had agreed is confirmed at once, without being asked", () => {
  const world = askedWorld();
  const since = watch(world);
  world.ask(true);
  const { audit, messages } = since();
  expect(audit.map(({ detail }) => detail)).toEqual([{ part: "lead", agreed: true }]);
  expect(messages.map(({ kind }) => kind)).toEqual(["trainer confirmed"]);
  expect(world.trainers()).toMatchObject([{ confirmedAt: world.clock.now() }]);
});

test("trainers of a draft hear nothing until it is published; then each is asked, or has it confirmed", () => {
  const world = askedWorld({ status: "draft" });
  const agreed = world.trainer("Tom");
  const since = watch(world);
  world.ask();
  world.assign(world.sessionId, agreed, { part: "co-trainer" });
  expect(since().messages).toEqual([]);
  expect(world.say(true)).toEqual({ ok: false, reason: "draft" });
  world.change({ capacity: 9, meetings: onTwoDays(20).slice(0, 1) });
  expect(since().messages).toEqual([]);
  const before = watch(world);
  publishSession(world.asCoordinator, world.sessionId);
  expect(entries(before().messages).map(({ kind, to }) => [kind, to])).toEqual([
    ["trainer invited", world.personId],
    ["trainer confirmed", agreed],
  ]);
  harmlessAgain(world.world, () => publishSession(world.asCoordinator, world.sessionId));
});

test("a draft that is taken off or called off tells nobody", () => {
  const world = askedWorld({ status: "draft" });
  const other = world.trainer("Tom");
  world.ask();
  world.assign(world.sessionId, other);
  const since = watch(world);
  unassignTrainer(world.asCoordinator, { sessionId: world.sessionId, personId: other });
  cancelSession(world.asCoordinator, { sessionId: world.sessionId, reason: "no venue" });
  expect(since().messages).toEqual([]);
});

test("someone put on a session that has begun teaches it: they are not asked", () => {
  const world = askedWorld({ meetings: onTwoDays() });
  world.clock.set(readSession(world, world.sessionId).startsAt);
  world.ask();
  expect(world.trainers()).toMatchObject([{ confirmedAt: world.clock.now() }]);
  expect(world.say(false)).toEqual({ ok: false, reason: "too late" });
});
test("put on again after a no, they are asked again, and their entry is another one", () => {
  const world = askedWorld();
  world.ask();
  world.say(false);
  world.clock.forward(1);
  const since = watch(world);
  world.ask();
  expect(since().messages.map(({ kind }) => kind)).toEqual(["trainer invited"]);
  expect(world.trainers()).toMatchObject([{ assignedAt: world.clock.now(), confirmedAt: null }]);
});

test("nobody answers for another: strangers are turned away, and whoever is not on it changes nothing", () => {
  const world = askedWorld();
  world.ask();
  expect(() => answerInvitation(world.stranger, { sessionId: world.sessionId, can: true })).toThrow(
    Forbidden,
  );
  expect(() => answerInvitation(world.asSystem, { sessionId: world.sessionId, can: true })).toThrow(
    Forbidden,
  );
  for (const other of [world.trainer("Tom"), world.coordinator]) {
    const since = watch(world);
    expect(world.say(true, other)).toEqual({ ok: false, reason: "not asked" });
    expect(world.say(false, other)).toEqual({ ok: true, value: null });
    expect(since()).toEqual(nothing);
  }
  expect(world.trainers()).toMatchObject([{ personId: world.personId, confirmedAt: null }]);
  expect(() => answerInvitation(world.as(world.personId), { sessionId: "none", can: true })).toThrow(
    NotFound,
  );
});

test("nobody answers once it has begun, has been called off or was given", () => {
  for (const status of ["cancelled", "delivered"] as const) {
    const world = askedWorld();
    world.ask();
    world.db.update(world.tables.sessions).set({ status }).run();
    expect(world.say(true)).toEqual({ ok: false, reason: "too late" });
  }
  const world = askedWorld();
  world.ask();
  world.clock.set(instantOf(addDays(world.today, 14), "09:30"));
  expect(world.say(false)).toEqual({ ok: false, reason: "too late" });
});
