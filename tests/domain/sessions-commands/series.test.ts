// A session repeated: on which days, what to look at, all or nothing, and twice is once.
import { expect, test } from "vitest";
import { repeatedDays } from "~/domain/sessions/sessions";
import { addMaterial, readSession, scheduleSeries, weighSeries } from "~/domain/sessions/sessions.server";
import { instantOf } from "~/shared/civil-time";
import { hours } from "~/shared/clock";
import { inShort, watch } from "../support-check/ledger";
import { harmlessAgain, onlyForCoordinators, sessionsWorld } from "./sessions-world";

const meeting = (date: string) => ({ date, startTime: "09:30", endTime: "16:30" });

test("weekly, fortnightly, and monthly on the same weekday of the month", () => {
  expect(repeatedDays("2026-11-24", "weekly", 3)).toEqual(["2026-12-01", "2026-12-08", "2026-12-15"]);
  expect(repeatedDays("2026-11-24", "fortnightly", 2)).toEqual(["2026-12-08", "2026-12-22"]);
  expect(repeatedDays("2026-11-10", "monthly", 4)).toEqual([
    "2026-12-08",
    "2027-01-12",
    "2027-02-09",
    "2027-03-09",
  ]);
  // The fifth Monday: the last where a month has no fifth.
  expect(repeatedDays("2026-11-30", "monthly", 3)).toEqual(["2026-12-28", "2027-01-25", "2027-02-22"]);
  expect(repeatedDays("2026-11-24", "weekly", 500)).toHaveLength(60);
});

test("the days are weighed first: bank holidays, clashes, what is past, and what is there already", () => {
  const world = sessionsWorld();
  const sessionId = world.session({ meetings: [meeting("2026-11-24")] });
  const taken = world.session({ meetings: [meeting("2026-12-01")] });
  const before = watch(world);
  const days = ["2026-11-24", "2026-12-01", "2026-12-25", "2026-11-02", "2026-12-05"];
  const weighed = weighSeries(world.asCoordinator, sessionId, days);
  expect(weighed.map(({ day, refusal, planned, daysOff }) => [day, refusal, planned, daysOff])).toEqual([
    ["2026-11-02", "starts in the past", false, []],
    ["2026-11-24", null, true, []],
    ["2026-12-01", null, false, []],
    ["2026-12-05", null, false, ["2026-12-05"]],
    ["2026-12-25", null, false, ["2026-12-25"]],
  ]);
  expect(weighed[2]?.clashes).toEqual([
    { kind: "venue", sessionId: taken, courseTitle: "Neglect", date: "2026-12-01", name: null },
  ]);
  expect(inShort(before())).toEqual({ audit: [], messages: [] });
});

test("a series keeps times on the wall across the change of clocks, and the close of booking with them", () => {
  const world = sessionsWorld();
  world.clock.set(instantOf("2026-10-01", "10:00"));
  const start = instantOf("2026-10-20", "09:30");
  const sessionId = world.session({
    meetings: [meeting("2026-10-20"), meeting("2026-10-21")],
    bookingClosesAt: start - hours(24),
    minimum: 2,
    decideBy: instantOf("2026-10-13", "17:00"),
  });
  addMaterial(world.asCoordinator, {
    sessionId,
    title: "Slides",
    url: "https://x.example/s",
    shownTo: "trainers",
  });
  const added = scheduleSeries(world.asCoordinator, {
    sessionId,
    days: ["2026-10-27", "2027-03-30"],
    status: "draft",
  });
  expect(added).toMatchObject({ ok: true, value: { added: 2 } });
  const rows = world.db.select().from(world.tables.sessions).orderBy(world.tables.sessions.startsAt).all();
  const [first, autumn, spring] = rows.map(({ id }) => readSession(world, id));
  expect(new Set(rows.map(({ seriesId }) => seriesId)).size).toBe(1);
  expect(first?.seriesId).not.toBeNull();
  expect(autumn).toMatchObject({
    status: "draft",
    startsAt: instantOf("2026-10-27", "09:30"),
    bookingClosesAt: instantOf("2026-10-26", "09:30"),
    decideBy: instantOf("2026-10-20", "17:00"),
    minimum: 2,
    meetings: [{ date: "2026-10-27" }, { date: "2026-10-28" }],
    materials: [{ title: "Slides", shownTo: "trainers" }],
  });
  expect(spring).toMatchObject({
    startsAt: instantOf("2027-03-30", "09:30"),
    decideBy: instantOf("2027-03-23", "17:00"),
  });
});

test("all or nothing: one day that cannot be leaves none", () => {
  const world = sessionsWorld();
  const sessionId = world.session({ meetings: [meeting("2026-11-24")] });
  const asked = { sessionId, days: ["2026-12-01", "2026-11-02"], status: "draft" as const };
  const since = watch(world);
  expect(scheduleSeries(world.asCoordinator, asked)).toEqual({
    ok: false,
    reason: { day: "2026-11-02", reason: "starts in the past" },
  });
  expect(scheduleSeries(world.asCoordinator, { ...asked, days: [] })).toEqual({
    ok: false,
    reason: "no days",
  });
  expect(inShort(since())).toEqual({ audit: [], messages: [] });
  expect(world.db.select().from(world.tables.sessions).all()).toHaveLength(1);
  expect(readSession(world, sessionId).seriesId).toBeNull();
});

test("a series asked for twice is there once; nobody else may", () => {
  const world = sessionsWorld();
  const sessionId = world.session({ meetings: [meeting("2026-11-24")] });
  const wish = { sessionId, days: ["2026-12-01", "2026-12-08"], status: "published" as const };
  onlyForCoordinators(world.world, (ctx) => scheduleSeries(ctx, wish));
  onlyForCoordinators(world.world, (ctx) => weighSeries(ctx, sessionId, wish.days));
  const since = watch(world);
  scheduleSeries(world.asCoordinator, wish);
  expect(inShort(since())).toEqual({ audit: ["sessions.scheduled", "sessions.scheduled"], messages: [] });
  harmlessAgain(world.world, () =>
    expect(scheduleSeries(world.asCoordinator, wish)).toMatchObject({ ok: true, value: { added: 0 } }),
  );
});
