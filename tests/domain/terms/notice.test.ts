// How much notice somebody gives, and until when cancelling is free: the two never disagree. Run in New York's zone.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noticeUnits, startingRules, type TermsRules, termsRulesSchema } from "~/domain/terms/terms";
import { lastDayToCancelFree, noticeGiven } from "~/domain/terms/terms.server";
import { instantOf } from "~/shared/civil-time";
import { days, hours, minutes } from "~/shared/clock";
import { published } from "./published-terms";

const asking = (unit: TermsRules["notice"]["unit"], under: number): Pick<TermsRules, "notice"> => ({
  notice: { unit, tiers: [{ under, percent: 100 }] },
});
const lastFree = (rules: Pick<TermsRules, "notice">, startsAt: number) =>
  lastDayToCancelFree(rules, startsAt) ?? Number.NaN;

describe("72-hour and n-working-day cut-offs over a bank holiday", () => {
  // Tuesday 29 December 2026, 9:30am: Christmas Day, Saturday, Sunday and the substitute day lie just before it.
  const startsAt = instantOf("2026-12-29", "09:30");

  test("72 hours run over the holidays as they run at any time", () => {
    const rules = asking("hours", 72);
    expect(lastFree(rules, startsAt)).toBe(instantOf("2026-12-26", "09:30"));
    expect(noticeGiven(rules, { at: instantOf("2026-12-26", "09:30"), startsAt })).toEqual({
      given: 72,
      unit: "hours",
      percent: null,
    });
    expect(noticeGiven(rules, { at: instantOf("2026-12-26", "09:31"), startsAt }).percent).toBe(100);
  });

  test("3 working days are Tuesday, Wednesday and Thursday before Christmas", () => {
    const rules = asking("working days", 3);
    expect(lastFree(rules, startsAt)).toBe(instantOf("2026-12-22", "00:00") - 1);
    expect(noticeGiven(rules, { at: instantOf("2026-12-21", "23:59"), startsAt })).toMatchObject({
      given: 3,
      percent: null,
    });
    expect(noticeGiven(rules, { at: instantOf("2026-12-22", "00:00"), startsAt })).toMatchObject({
      given: 2,
      percent: 100,
    });
  });

  test("7 calendar days are a week, holidays or none", () => {
    const rules = asking("calendar days", 7);
    expect(lastFree(rules, startsAt)).toBe(instantOf("2026-12-23", "00:00") - 1);
    expect(noticeGiven(rules, { at: instantOf("2026-12-22", "23:59"), startsAt })).toMatchObject({
      given: 7,
      percent: null,
    });
    expect(noticeGiven(rules, { at: instantOf("2026-12-23", "00:00"), startsAt }).percent).toBe(100);
  });
});

test("72 hours before a session on the Monday after a clock change are 72 hours, not the same time of day", () => {
  const rules = asking("hours", 72);
  expect(lastFree(rules, instantOf("2026-10-26", "09:30"))).toBe(instantOf("2026-10-23", "10:30"));
  expect(lastFree(rules, instantOf("2027-03-29", "09:30"))).toBe(instantOf("2027-03-26", "08:30"));
  // Days end at London's midnight on both weekends.
  const week = asking("calendar days", 2);
  expect(lastFree(week, instantOf("2026-10-26", "09:30"))).toBe(instantOf("2026-10-25", "00:00") - 1);
  expect(lastFree(week, instantOf("2027-03-29", "09:30"))).toBe(instantOf("2027-03-28", "00:00") - 1);
});

test("of two steps the one that asks for least counts, and once the session began there is no notice", () => {
  const startsAt = instantOf("2026-12-15", "09:30");
  const on = (date: string) => noticeGiven(published.ssscb, { at: instantOf(date, "12:00"), startsAt });
  expect(on("2026-11-17")).toEqual({ given: 28, unit: "calendar days", percent: null });
  expect(on("2026-11-18")).toMatchObject({ given: 27, percent: 50 });
  expect(on("2026-12-01")).toMatchObject({ given: 14, percent: 50 });
  expect(on("2026-12-02")).toMatchObject({ given: 13, percent: 100 });
  expect(on("2026-12-16")).toMatchObject({ given: 0, percent: 100 });
  expect(lastDayToCancelFree(published.jersey, startsAt)).toBeNull();
  expect(noticeGiven(published.jersey, { at: startsAt, startsAt }).percent).toBeNull();
});

test("steps that repeat, or cost less with less notice, are no terms", () => {
  const withTiers = (...tiers: [under: number, percent: number][]) =>
    termsRulesSchema.safeParse({
      ...startingRules,
      notice: { unit: "calendar days", tiers: tiers.map(([under, percent]) => ({ under, percent })) },
    }).success;
  expect(withTiers([28, 50], [14, 100])).toBe(true);
  expect(withTiers([14, 100], [28, 50])).toBe(true);
  expect(withTiers()).toBe(true);
  expect(withTiers([28, 50], [28, 100])).toBe(false);
  expect(withTiers([28, 100], [14, 50])).toBe(false);
});

const startsAt = fc.oneof(
  fc
    .integer({ min: 0, max: (2 * 365 * 24 * 60) / 5 })
    .map((step) => Date.UTC(2026, 5, 1) + minutes(step * 5)),
  fc
    .tuple(fc.constantFrom("2026-10-25", "2027-03-28"), fc.integer({ min: -400, max: 400 }))
    .map(([date, halfHours]) => instantOf(date, "00:00") + minutes(30 * halfHours)),
);
const anyNotice = fc
  .tuple(fc.constantFrom(...noticeUnits), fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { maxLength: 3 }))
  .map(([unit, unders]) => ({
    notice: {
      unit,
      tiers: [...unders].sort((a, b) => b - a).map((under, step) => ({ under, percent: 25 * (step + 1) })),
    },
  }));

test("property: free up to the last moment and charged from the next, whatever the terms and the start", () => {
  fc.assert(
    fc.property(anyNotice, startsAt, fc.nat(days(20)), (rules, start, before) => {
      const last = lastDayToCancelFree(rules, start);
      expect(last === null).toBe(rules.notice.tiers.length === 0);
      if (last === null) return;
      expect(last).toBeLessThan(start);
      for (const at of [last, last - before])
        expect(noticeGiven(rules, { at, startsAt: start }).percent).toBeNull();
      for (const at of [last + 1, Math.min(start, last + 1 + before), start + hours(1)])
        expect(noticeGiven(rules, { at, startsAt: start }).percent).not.toBeNull();
    }),
  );
});

test("property: waiting longer never gives more notice, and never costs less", () => {
  fc.assert(
    fc.property(anyNotice, startsAt, fc.nat(days(150)), fc.nat(days(30)), (rules, start, before, later) => {
      const early = noticeGiven(rules, { at: start - before, startsAt: start });
      const late = noticeGiven(rules, { at: Math.min(start, start - before + later), startsAt: start });
      expect(late.given).toBeLessThanOrEqual(early.given);
      expect(late.percent ?? 0).toBeGreaterThanOrEqual(early.percent ?? 0);
      expect(Number.isInteger(early.given) && early.given >= 0).toBe(true);
    }),
  );
});
