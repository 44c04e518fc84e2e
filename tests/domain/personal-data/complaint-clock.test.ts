// Thirty London days to acknowledge a complaint: whatever the hour, the season or the clocks do.
import { describe, expect, it } from "vitest";
import { acknowledgeBy, standingOf } from "~/domain/personal-data/complaint-clock";
import { instantOf } from "~/shared/civil-time";
import { minutes } from "~/shared/clock";

describe("the last day to acknowledge", () => {
  it.each([
    ["in winter", "2026-11-03", "10:00", "2026-12-03"],
    ["at the first minute of a day", "2026-11-03", "00:00", "2026-12-03"],
    ["at the last minute of a day", "2026-11-03", "23:59", "2026-12-03"],
    // British Summer Time is an hour ahead of UTC: half past midnight in London is still the day before there.
    ["just after midnight in summer", "2026-07-01", "00:30", "2026-07-31"],
    ["across the change to summer time", "2026-03-15", "23:30", "2026-04-14"],
    ["across the change to winter time", "2026-10-10", "00:30", "2026-11-09"],
    ["on the day of the change to summer time", "2026-03-29", "01:30", "2026-04-28"],
    ["on the day of the change to winter time", "2026-10-25", "01:30", "2026-11-24"],
    ["over the end of February", "2026-01-30", "12:00", "2026-03-01"],
    ["over a leap day", "2028-01-31", "12:00", "2028-03-01"],
    ["over the new year", "2026-12-20", "12:00", "2027-01-19"],
  ])("%s", (_, date, time, last) => {
    expect(acknowledgeBy(instantOf(date, time))).toBe(last);
  });
});

describe("how many days are left", () => {
  const receivedAt = instantOf("2026-03-15", "23:30");
  const leftAt = (date: string, time: string) => {
    const standing = standingOf(
      { receivedAt, acknowledgedAt: null, answeredAt: null },
      instantOf(date, time),
    );
    return standing.kind === "to acknowledge" ? standing.daysLeft : standing.kind;
  };

  it.each([
    ["2026-03-15", "23:45", 30],
    ["2026-03-16", "00:00", 29],
    // The 29th has 23 hours.
    ["2026-03-28", "23:59", 17],
    ["2026-03-29", "23:59", 16],
    ["2026-03-30", "00:00", 15],
    ["2026-04-13", "23:59", 1],
    ["2026-04-14", "00:00", 0],
    ["2026-04-14", "23:59", 0],
    ["2026-04-15", "00:00", -1],
  ])("on %s at %s", (date, time, left) => {
    expect(leftAt(date, time)).toBe(left);
  });

  it("counts a day of 25 hours once", () => {
    const complaint = {
      receivedAt: instantOf("2026-10-10", "00:30"),
      acknowledgedAt: null,
      answeredAt: null,
    };
    const at = (date: string, time: string) => standingOf(complaint, instantOf(date, time));
    expect(at("2026-10-25", "00:10")).toMatchObject({ by: "2026-11-09", daysLeft: 15 });
    expect(standingOf(complaint, instantOf("2026-10-26", "00:00") - minutes(1))).toMatchObject({
      daysLeft: 15,
    });
    expect(at("2026-10-26", "00:00")).toMatchObject({ daysLeft: 14 });
  });
});

it("an acknowledged complaint has no clock, and an answered one is done", () => {
  const receivedAt = instantOf("2026-01-01", "12:00");
  const now = instantOf("2026-12-01", "12:00");
  expect(standingOf({ receivedAt, acknowledgedAt: 5, answeredAt: null }, now)).toEqual({
    kind: "to answer",
    acknowledgedAt: 5,
  });
  expect(standingOf({ receivedAt, acknowledgedAt: 5, answeredAt: 6 }, now)).toEqual({
    kind: "answered",
    answeredAt: 6,
  });
});
