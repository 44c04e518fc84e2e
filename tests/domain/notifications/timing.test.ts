// When letters leave: at once, held, in working hours; over weekends, bank holidays and both clock changes.
import { outbox } from "db/schema";
import { sampleMeetings } from "emails/samples";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isWorkingDay } from "~/domain/calendars/calendars.server";
import {
  type Facts,
  holdLength,
  nextWorkingHour,
  openingAfter,
  soonest,
  whenToLeave,
} from "~/domain/notifications/sending/timing.server";
import { civilDateAt, instantOf, wallTimeAt } from "~/shared/civil-time";
import { days, hours, minutes } from "~/shared/clock";
import { freshContext, post, scripted, sent, turn } from "./support";

const at = (text: string) => instantOf(text.slice(0, 10), text.slice(11));
const shown = (instant: number) => `${civilDateAt(instant)} ${wallTimeAt(instant)}`;

describe("working hours", () => {
  test.each([
    ["2026-11-24 10:00", "2026-11-24 10:00"],
    ["2026-11-24 07:59", "2026-11-24 08:00"],
    ["2026-11-24 08:00", "2026-11-24 08:00"],
    ["2026-11-24 17:59", "2026-11-24 17:59"],
    ["2026-11-24 18:00", "2026-11-25 08:00"],
    ["2026-11-27 19:00", "2026-11-30 08:00"],
    // Both clock changes, and over them.
    ["2026-10-24 12:00", "2026-10-26 08:00"],
    ["2026-10-25 01:30", "2026-10-26 08:00"],
    ["2027-03-26 19:00", "2027-03-30 08:00"],
    ["2027-03-28 12:00", "2027-03-30 08:00"],
    // Christmas Day is a Friday, and Boxing Day's substitute a Monday.
    ["2026-12-24 18:30", "2026-12-29 08:00"],
  ])("what is ready on %s may leave on %s", (ready, open) => {
    expect(shown(nextWorkingHour(at(ready)))).toBe(open);
  });

  test("are eight to six on a working day in London, never earlier than asked, whatever the moment", () => {
    const moment = fc.integer({ min: at("2026-01-01 00:00"), max: at("2027-12-31 00:00") });
    fc.assert(
      fc.property(moment, (ready) => {
        const open = nextWorkingHour(ready);
        expect(open).toBeGreaterThanOrEqual(ready);
        expect(isWorkingDay(civilDateAt(open))).toBe(true);
        expect(wallTimeAt(open) >= "08:00" && wallTimeAt(open) < "18:00").toBe(true);
        expect(nextWorkingHour(open)).toBe(open);
        expect(civilDateAt(openingAfter(ready)) > civilDateAt(ready)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

const night = at("2026-11-24 22:00");
const monday = at("2026-11-23 10:00");
const startingAt = (startsAt: number): Facts => ({
  meetings: [{ startsAt }],
  before: { meetings: [] },
});
const faraway = startingAt(night + days(20));
const leaving = (
  kind: Parameters<typeof whenToLeave>[0]["kind"],
  { facts = faraway, now = night, byThemselves = false, optional = false } = {},
) => shown(whenToLeave({ kind, facts, byThemselves, optional }, now));
const morning = "2026-11-25 08:00";

describe("a letter", () => {
  test("that opens an account, guards it or offers a place leaves at night", () => {
    for (const kind of [
      "sign-in link",
      "address to confirm",
      "account changed",
      "welcome",
      "booking offered",
    ] as const)
      expect(leaving(kind)).toBe(shown(night));
  });

  test("that answers what somebody has just done leaves at night; what others did for them waits", () => {
    expect(leaving("booking confirmed", { byThemselves: true })).toBe(shown(night));
    expect(leaving("booking cancelled", { byThemselves: true })).toBe(shown(night));
    expect(leaving("booking confirmed")).toBe(morning);
    expect(leaving("approval asked")).toBe(morning);
    expect(leaving("certificate")).toBe(morning);
  });

  test("that would come less than a day before the session leaves at once", () => {
    const opening = at(morning);
    expect(leaving("booking cancelled", { facts: startingAt(opening + hours(24)) })).toBe(morning);
    expect(leaving("booking cancelled", { facts: startingAt(opening + hours(24) - 1) })).toBe(shown(night));
    expect(leaving("approval asked", { facts: { answerBy: opening + hours(5) } })).toBe(shown(night));
  });

  test("of a session moved away from tomorrow leaves before tomorrow", () => {
    const before = { meetings: [{ date: "2026-11-25", startTime: "09:30", endTime: "16:30" }] };
    const facts = { ...faraway, before };
    expect(soonest(facts, night)).toBe(at("2026-11-25 09:30"));
    expect(leaving("session changed", { facts })).toBe("2026-11-24 22:10");
  });

  test("of a change is held for ten minutes, by whomever; not where it is about to begin, nor that all is off", () => {
    expect(holdLength).toBe(minutes(10));
    for (const byThemselves of [false, true])
      expect(leaving("session changed", { now: monday, byThemselves })).toBe("2026-11-23 10:10");
    expect(leaving("session changed", { now: monday, facts: startingAt(monday + hours(2)) })).toBe(
      "2026-11-23 10:10",
    );
    expect(leaving("session changed", { now: monday, facts: startingAt(monday + hours(2) - 1) })).toBe(
      "2026-11-23 10:00",
    );
    expect(leaving("session changed", { now: at("2026-11-23 17:55") })).toBe("2026-11-24 08:00");
    expect(
      leaving("teaching changed", { now: monday, facts: { ...faraway, calledOff: "weather or travel" } }),
    ).toBe("2026-11-23 10:00");
  });

  test("that people can do without always waits for working hours", () => {
    expect(leaving("evaluation due", { optional: true, byThemselves: true })).toBe(morning);
    expect(leaving("agency digest", { optional: true, facts: startingAt(night + hours(3)) })).toBe(morning);
  });

  test("about what lies behind is in no hurry", () => {
    expect(soonest(startingAt(night - 1), night)).toBe(Number.POSITIVE_INFINITY);
    expect(leaving("end evaluation", { facts: startingAt(night - hours(5)) })).toBe(morning);
  });
});

test("what waits for the morning is not sent at night, and is sent in the morning", async () => {
  const { ctx, clock } = freshContext();
  clock.set(night);
  post(ctx, "booking confirmed", { meetings: sampleMeetings("2026-12-10") });
  const { transport, letters } = scripted(sent);
  await turn(ctx, transport);
  expect(letters).toEqual([]);
  clock.set(at(morning) - 1);
  await turn(ctx, transport);
  expect(letters).toEqual([]);
  clock.set(at(morning));
  await turn(ctx, transport);
  expect(letters).toHaveLength(1);
});

test("nothing waits in the tray of a demonstration", async () => {
  const { ctx, clock } = freshContext();
  clock.set(night);
  post(ctx, "booking confirmed", { meetings: sampleMeetings("2026-12-10") });
  const { transport, letters } = scripted(sent);
  await turn(ctx, { ...transport, keepsLetters: true });
  expect(letters).toHaveLength(1);
  expect(ctx.db.select().from(outbox).get()).toMatchObject({ state: "sent", dueAt: at(morning) });
});
