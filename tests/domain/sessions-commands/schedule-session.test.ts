// Planning a session: what is written, what is refused, and meetings that stay at their wall times.
import { describe, expect, test } from "vitest";
import { roles } from "~/domain/context";
import { planMeetings } from "~/domain/sessions/rules";
import { readSession, type SessionPlan, scheduleSession } from "~/domain/sessions/sessions.server";
import { addDays, instantOf } from "~/shared/civil-time";
import { Forbidden } from "~/shared/problems";
import { makeWorld, type World } from "../../support/world";
import { digestOf, inShort, watch } from "../support-check/ledger";

function planIn(world: World, more: Partial<SessionPlan> = {}): SessionPlan {
  const date = addDays(world.today, 14);
  return {
    courseId: "course",
    mode: "in person",
    venueId: "venue",
    joiningLink: null,
    capacity: 20,
    meetings: [{ date, startTime: "09:30", endTime: "16:30" }],
    bookingClosesAt: instantOf(date, "09:30"),
    status: "published",
    ...more,
  };
}

test("a session is written with its meetings in time order, one audit entry and no message", () => {
  const world = makeWorld();
  const [first, second] = [addDays(world.today, 14), addDays(world.today, 15)];
  const meeting = (date: string) => ({ date, startTime: "09:30", endTime: "16:30" });
  const added = watch(world);
  const result = scheduleSession(
    world.as(world.coordinator),
    planIn(world, {
      meetings: [meeting(second), meeting(first)],
      bookingClosesAt: instantOf(first, "09:30"),
    }),
  );
  if (!result.ok) throw new Error(result.reason);
  const { sessionId } = result.value;
  expect(readSession(world, sessionId)).toMatchObject({
    status: "published",
    capacity: 20,
    revision: 0,
    startsAt: instantOf(first, "09:30"),
    endsAt: instantOf(second, "16:30"),
    venue: { name: "The Hall" },
    meetings: [
      { number: 1, date: first, startsAt: instantOf(first, "09:30"), endsAt: instantOf(first, "16:30") },
      { number: 2, date: second },
    ],
    trainers: [],
  });
  expect(
    world.db
      .select()
      .from(world.tables.meetings)
      .all()
      .map((row) => row.zone),
  ).toEqual(Array(2).fill("Europe/London"));
  expect(inShort(added())).toEqual({ audit: ["sessions.scheduled"], messages: [] });
  expect(added().audit[0]).toMatchObject({ actorPersonId: world.coordinator, subjectId: sessionId });
});

test("an online session keeps its joining link and no venue; one in a room keeps its venue and no link", () => {
  const world = makeWorld();
  const link = "https://meet.example.org/x";
  const online = world.session({ mode: "online", venueId: "venue", joiningLink: link });
  const inRoom = world.session({ mode: "in person", venueId: "venue", joiningLink: link });
  expect(readSession(world, online)).toMatchObject({ venue: null, joiningLink: link });
  expect(readSession(world, inRoom)).toMatchObject({ venue: { name: "The Hall" }, joiningLink: null });
});

test.each<[string, Partial<SessionPlan>, string]>([
  ["a course that does not exist", { courseId: "none" }, "no such course"],
  ["a room that does not exist", { venueId: "none" }, "no such venue"],
  ["a room that was not chosen", { venueId: null }, "no such venue"],
  ["no places", { capacity: 0 }, "no places"],
  ["fewer than no places", { capacity: -1 }, "no places"],
  ["half a place", { capacity: 1.5 }, "no places"],
  ["a number of places that is none", { capacity: Number.NaN }, "no places"],
  ["no meetings", { meetings: [] }, "no meetings"],
])("%s is refused and nothing is written", (_, plan, reason) => {
  const world = makeWorld();
  const before = digestOf(world.db);
  expect(scheduleSession(world.as(world.coordinator), planIn(world, plan))).toEqual({ ok: false, reason });
  expect(digestOf(world.db)).toBe(before);
});

test("booking may close at the start of the first meeting and not a moment later", () => {
  const world = makeWorld();
  const plan = planIn(world);
  const ctx = world.as(world.coordinator);
  expect(scheduleSession(ctx, { ...plan, bookingClosesAt: plan.bookingClosesAt + 1 })).toEqual({
    ok: false,
    reason: "booking closes after the start",
  });
  expect(scheduleSession(ctx, plan)).toMatchObject({ ok: true });
});

test("only coordinators and the system plan sessions", () => {
  const world = makeWorld();
  const others = roles
    .filter((role) => role !== "coordinator")
    .map((role) => world.person({ roles: [role] }));
  const contexts = [world.stranger, ...[world.person(), world.trainer(), ...others].map(world.as)];
  const before = digestOf(world.db);
  for (const ctx of contexts) expect(() => scheduleSession(ctx, planIn(world))).toThrow(Forbidden);
  expect(digestOf(world.db)).toBe(before);
  expect(scheduleSession(world.asSystem, planIn(world))).toMatchObject({ ok: true });
});

describe("meetings that cannot be", () => {
  const meeting = (startTime: string, endTime: string, date = "2026-11-24") => ({ date, startTime, endTime });
  test.each([
    [[], "no meetings"],
    [[meeting("09:30", "16:30", "2026-02-29")], "not a date"],
    [[meeting("09:30", "16:30", "24/11/2026")], "not a date"],
    [[meeting("09:30", "16:30", "")], "not a date"],
    [[meeting("9:30", "16:30")], "not a date"],
    [[meeting("09:30", "24:00")], "not a date"],
    [[meeting("09:30", "16:60")], "not a date"],
    [[meeting("16:30", "09:30")], "ends before it starts"],
    [[meeting("09:30", "09:30")], "ends before it starts"],
    [[meeting("09:30", "12:30"), meeting("12:29", "16:30")], "meetings overlap"],
    [[meeting("12:00", "13:00"), meeting("09:30", "16:30")], "meetings overlap"],
    [[meeting("09:30", "12:30"), meeting("09:30", "12:30")], "meetings overlap"],
  ])("%j: %s", (meetings, reason) => {
    expect(planMeetings(meetings)).toEqual({ ok: false, reason });
  });

  test("meetings that only touch may stand, and a time that a clock change skips is moved on by the hour", () => {
    expect(planMeetings([meeting("09:30", "12:30"), meeting("12:30", "16:30")])).toMatchObject({ ok: true });
    const skipped = planMeetings([meeting("01:30", "03:30", "2027-03-28")]);
    if (!skipped.ok) throw new Error(skipped.reason);
    expect(skipped.meetings[0]).toMatchObject({
      startsAt: Date.UTC(2027, 2, 28, 1, 30),
      endsAt: Date.UTC(2027, 2, 28, 2, 30),
    });
  });

  test("of a repeated hour the first is meant, and a meeting across it lasts an hour longer", () => {
    const repeated = planMeetings([meeting("01:30", "02:30", "2026-10-25")]);
    if (!repeated.ok) throw new Error(repeated.reason);
    expect(repeated.meetings[0]).toMatchObject({
      startsAt: Date.UTC(2026, 9, 25, 0, 30),
      endsAt: Date.UTC(2026, 9, 25, 2, 30),
    });
  });
});
