// How long entries stay in a feed, by London's dates, and when a feed was last another one.
import { describe, expect, test } from "vitest";
import { type FeedPart, feedAt, publicDays } from "~/domain/calendars/calendars.server";
import { instantOf } from "~/shared/civil-time";
import { days, hours } from "~/shared/clock";
import { entryOf } from "./support";

const changedAt = instantOf("2026-01-05", "09:30");
const part = (endsAt: number, cancelled = false): FeedPart => ({
  endsAt,
  cancelled,
  changedAt,
  entries: [{ ...entryOf(), startsAt: endsAt - hours(2), endsAt, uid: `at-${endsAt}` }],
});
const shown = (now: number, ...parts: FeedPart[]) =>
  feedAt(now, parts, publicDays).entries.map(({ uid }) => uid);

describe.each([
  ["in winter", "2026-11-24", "2026-12-25", "2026-11-26"],
  ["across the change of October 2026", "2026-10-24", "2026-11-24", "2026-10-26"],
  ["on the day of the change of October 2026", "2026-10-25", "2026-11-25", "2026-10-27"],
  ["across the change of March 2027", "2027-03-27", "2027-04-27", "2027-03-29"],
  ["on the day of the change of March 2027", "2027-03-28", "2027-04-28", "2027-03-30"],
])("%s", (_name, date, gone, cancelledGone) => {
  const endsAt = instantOf(date, "16:30");

  test("what took place stays for 30 days after its last day", () => {
    const midnight = instantOf(gone, "00:00");
    expect(shown(midnight - 1, part(endsAt))).toHaveLength(1);
    expect(shown(midnight, part(endsAt))).toEqual([]);
  });

  test("what was cancelled stays until the day after it would have ended has passed", () => {
    const midnight = instantOf(cancelledGone, "00:00");
    expect(midnight - endsAt).toBeGreaterThan(days(1));
    expect(shown(midnight - 1, part(endsAt, true))).toHaveLength(1);
    expect(shown(midnight, part(endsAt, true))).toEqual([]);
  });
});

test("a cancelled one to come is shown, however far ahead", () => {
  const now = instantOf("2026-11-03", "10:00");
  expect(shown(now, part(now + days(200), true))).toHaveLength(1);
});

test("entries stand in the order of their beginnings, whatever order they were read in", () => {
  const now = instantOf("2026-11-03", "10:00");
  const parts = [3, 1, 2].map((ahead) => part(now + days(ahead)));
  expect(shown(now, ...parts)).toEqual([1, 2, 3].map((ahead) => `at-${now + days(ahead)}`));
  expect(shown(now, ...parts)).toEqual(shown(now, ...parts.toReversed()));
});

test("it changed with the newest change in it, or when an entry left it", () => {
  const endsAt = instantOf("2026-11-24", "16:30");
  const changed = (now: number) => feedAt(now, [part(endsAt)], publicDays).changedAt;
  expect(changed(endsAt - 1)).toBe(changedAt);
  const midnight = instantOf("2026-12-25", "00:00");
  expect(changed(midnight - 1)).toBe(changedAt);
  expect(changed(midnight + days(3))).toBe(midnight);
  const late = { ...part(endsAt, true), changedAt: midnight + 5 };
  expect(feedAt(midnight + 6, [late], publicDays)).toEqual({ entries: [], changedAt: midnight + 5 });
  expect(feedAt(endsAt, [], publicDays)).toEqual({ entries: [], changedAt: null });
});
