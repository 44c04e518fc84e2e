// A draft is opened for booking once, by a coordinator, and only while it is still to come.
import { expect, test } from "vitest";
import { finishRegister, markAttendance } from "~/domain/bookings/bookings.server";
import { roles } from "~/domain/context";
import { meetingsOf, publishSession, readSession } from "~/domain/sessions/sessions.server";
import { addDays } from "~/shared/civil-time";
import { days } from "~/shared/clock";
import { Forbidden, NotFound } from "~/shared/problems";
import { makeWorld } from "../../support/world";
import { digestOf } from "../support-check/ledger";

test("a coordinator publishes a draft, with one audit entry and no message; again changes nothing", () => {
  const world = makeWorld();
  const id = world.session({ status: "draft" });
  const [audit, messages] = [world.count("auditEntries"), world.count("outbox")];
  expect(publishSession(world.as(world.coordinator), id)).toEqual({ ok: true, value: null });
  expect(readSession(world, id).status).toBe("published");
  expect([world.count("auditEntries"), world.count("outbox")]).toEqual([audit + 1, messages]);
  const before = digestOf(world.db);
  expect(publishSession(world.as(world.coordinator), id)).toEqual({ ok: true, value: null });
  expect(digestOf(world.db)).toBe(before);
});

test("nobody else may, and nothing changes", () => {
  const world = makeWorld();
  const id = world.session({ status: "draft" });
  const others = roles
    .filter((role) => role !== "coordinator")
    .map((role) => world.person({ roles: [role] }));
  const contexts = [world.stranger, ...[world.person(), ...others].map(world.as)];
  const before = digestOf(world.db);
  for (const ctx of contexts) expect(() => publishSession(ctx, id)).toThrow(Forbidden);
  expect(() => publishSession(world.asSystem, "no such session")).toThrow(NotFound);
  expect(digestOf(world.db)).toBe(before);
});

test("a draft whose start has passed is refused, and so is a session that was called off", () => {
  const world = makeWorld();
  const late = world.session({ status: "draft" });
  world.clock.forward(days(30));
  expect(publishSession(world.asSystem, late)).toEqual({ ok: false, reason: "starts in the past" });
  world.db.update(world.tables.sessions).set({ status: "cancelled" }).run();
  expect(publishSession(world.asSystem, late)).toEqual({ ok: false, reason: "not a draft" });
});

test("a session cannot be scheduled to start in the past", () => {
  const world = makeWorld();
  const yesterday = [{ date: addDays(world.today, -1), startTime: "09:30", endTime: "16:30" }];
  expect(() => world.session({ meetings: yesterday })).toThrow("Not scheduled: starts in the past");
});

test("a draft's register stays shut, even on its day", () => {
  const world = makeWorld();
  const id = world.session({ status: "draft" });
  const [meeting] = meetingsOf(world, id);
  world.clock.set(meeting?.startsAt ?? 0);
  const before = digestOf(world.db);
  const register = { meetingId: meeting?.id ?? "", marks: new Map() };
  expect(markAttendance(world.asSystem, register)).toEqual({ ok: false, reason: "not published" });
  expect(finishRegister(world.asSystem, register.meetingId)).toEqual({ ok: false, reason: "not published" });
  expect(digestOf(world.db)).toBe(before);
});
