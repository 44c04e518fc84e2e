// Coordinators are reminded once, two working days before the day to decide, of a session with too few people.
import { expect, test } from "vitest";
import { warnOfMinimums } from "~/domain/bookings/bookings.server";
import { goAhead } from "~/domain/sessions/sessions.server";
import { instantOf } from "~/shared/civil-time";
import { Forbidden } from "~/shared/problems";
import { harmlessAgain, sessionsWorld } from "../sessions-commands/sessions-world";
import { inShort, watch } from "../support-check/ledger";

function undecided(day: string, decide: string, now: string) {
  const world = sessionsWorld();
  world.clock.set(instantOf(now, "08:00"));
  const sessionId = world.session({
    meetings: [{ date: day, startTime: "09:30", endTime: "16:30" }],
    minimum: 2,
    decideBy: instantOf(decide, "17:00"),
  });
  const warned = (date: string, time: string) => {
    world.clock.set(instantOf(date, time));
    const since = watch(world);
    warnOfMinimums(world.asSystem);
    return since().messages;
  };
  return { ...world, sessionId, warned };
}

test("not before two working days are left, then once", () => {
  // Decided on Tuesday 24 November: two whole working days, Friday and Monday, lie after Thursday.
  const world = undecided("2026-12-01", "2026-11-24", "2026-11-10");
  world.book(world.sessionId, world.person());
  expect(world.warned("2026-11-19", "12:00")).toEqual([]);
  const [message, ...others] = world
    .warned("2026-11-20", "23:59")
    .concat(world.warned("2026-11-21", "00:00"));
  expect(others).toEqual([]);
  expect(message).toMatchObject({
    kind: "minimum not met",
    toPersonId: world.coordinator,
    facts: { sessionId: world.sessionId, booked: 1, minimum: 2, date: "2026-12-01" },
  });
  harmlessAgain(world.world, () => expect(warnOfMinimums(world.asSystem)).toBe(1));
});

test("bank holidays are no working days, over Christmas too", () => {
  // Decided on Tuesday 29 December: 25 December is a holiday and so is the substitute on Monday the 28th.
  const world = undecided("2027-01-05", "2026-12-29", "2026-12-01");
  expect(world.warned("2026-12-22", "12:00")).toEqual([]);
  expect(world.warned("2026-12-23", "12:00")).toHaveLength(1);
});

test.each([
  ["2026-11-03", "2026-10-27", "2026-10-22", "2026-10-23"],
  ["2027-04-06", "2027-03-31", "2027-03-24", "2027-03-25"],
])("across a change of clocks: %s, decided on %s", (day, decide, before, after) => {
  const world = undecided(day, decide, "2026-10-01");
  expect(world.warned(before, "23:00")).toEqual([]);
  expect(world.warned(after, "23:59").concat(world.warned(decide, "09:00"))).toHaveLength(1);
});

test("nobody is reminded of one that has enough people, was decided on, is a draft, or is over", () => {
  const world = undecided("2026-12-01", "2026-11-24", "2026-11-10");
  const plan = { minimum: 1, decideBy: instantOf("2026-11-24", "17:00") };
  const meetings = [{ date: "2026-12-01", startTime: "09:30", endTime: "16:30" }];
  const enough = world.session({ ...plan, meetings });
  world.book(enough, world.person());
  world.session({ ...plan, meetings, status: "draft" });
  goAhead(world.asCoordinator, world.sessionId);
  expect(world.warned("2026-11-24", "12:00")).toEqual([]);
  expect(world.warned("2026-12-02", "12:00")).toEqual([]);
});

test("every coordinator is told, and only the service itself runs the reminder", () => {
  const world = undecided("2026-12-01", "2026-11-24", "2026-11-10");
  world.person({ roles: ["coordinator"] });
  world.clock.set(instantOf("2026-11-24", "09:00"));
  expect(() => warnOfMinimums(world.asCoordinator)).toThrow(Forbidden);
  const since = watch(world);
  warnOfMinimums(world.asSystem);
  expect(inShort(since())).toEqual({ audit: [], messages: ["minimum not met", "minimum not met"] });
});
