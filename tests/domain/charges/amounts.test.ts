// What a place that was not used costs: the numbers that partnerships have published, and what holds for any terms.
import fc from "fast-check";
import { expect, test } from "vitest";
import { chargeKinds } from "~/domain/charges/charges";
import { amountDue, type ChargedPlace } from "~/domain/charges/rules";
import { type NoticeGiven, startingRules, type TermsRules, termsRulesSchema } from "~/domain/terms/terms";
import { noticeGiven } from "~/domain/terms/terms.server";
import { instantOf } from "~/shared/civil-time";
import { published } from "../terms/published-terms";

const oneDay: ChargedPlace = { sector: "health", minutes: 360, meetings: 1, missed: null };
const halfDay: ChargedPlace = { ...oneDay, minutes: 180 };
const twoDays: ChargedPlace = { ...oneDay, minutes: 720, meetings: 2 };

const versionOf = (rules: TermsRules) => ({ boardCode: "KIDS", version: 1, rules });
const noShow = (rules: TermsRules, place = oneDay) =>
  amountDue(versionOf(rules), "did not attend", place, null)?.pence ?? 0;
const leftEarly = (rules: TermsRules, place = oneDay) =>
  amountDue(versionOf(rules), "left early", place, null)?.pence ?? 0;

const startsAt = instantOf("2026-12-11", "09:30"); // a Friday
/** What cancelling at noon on that day costs. */
const cancelling = (rules: TermsRules, on: string, place = oneDay) =>
  amountDue(
    versionOf(rules),
    "late cancellation",
    place,
    noticeGiven(rules, { at: instantOf(on, "12:00"), startsAt }),
  )?.pence ?? 0;

test("Greenwich: free to two days before, then £80 and £40, and £100 and £50 for those outside", () => {
  const rules = published.greenwich;
  expect(cancelling(rules, "2026-12-09")).toBe(0);
  expect(cancelling(rules, "2026-12-10")).toBe(8000);
  expect(cancelling(rules, "2026-12-10", halfDay)).toBe(4000);
  const outside = { ...oneDay, sector: "Outside the partnership " };
  expect(cancelling(rules, "2026-12-10", outside)).toBe(10_000);
  expect(cancelling(rules, "2026-12-10", { ...outside, minutes: 180 })).toBe(5000);
});

test("Northamptonshire: three working days, £50 whatever the length", () => {
  expect(cancelling(published.northamptonshire, "2026-12-07")).toBe(0);
  expect(cancelling(published.northamptonshire, "2026-12-08")).toBe(5000);
  expect(cancelling(published.northamptonshire, "2026-12-08", halfDay)).toBe(5000);
});

test("Sutton: two working days, £75 and £50", () => {
  expect(cancelling(published.sutton, "2026-12-08")).toBe(0);
  expect(cancelling(published.sutton, "2026-12-09")).toBe(7500);
  expect(cancelling(published.sutton, "2026-12-09", halfDay)).toBe(5000);
  expect(noShow(published.sutton)).toBe(7500);
});

test("Wirral: £50 and £90, and schools the full cost", () => {
  expect(cancelling(published.wirral, "2026-12-08", halfDay)).toBe(5000);
  expect(cancelling(published.wirral, "2026-12-08")).toBe(9000);
  expect(cancelling(published.wirral, "2026-12-08", { ...oneDay, sector: "Schools" })).toBe(24_000);
});

test("Salford: ten working days, £50 for each day", () => {
  expect(cancelling(published.salford, "2026-11-26")).toBe(0);
  expect(cancelling(published.salford, "2026-11-27")).toBe(5000);
  expect(cancelling(published.salford, "2026-11-27", twoDays)).toBe(10_000);
  expect(noShow(published.salford, { ...twoDays, missed: 1 })).toBe(5000);
});

test("Teeswide: at seven calendar days or fewer £50 for each day", () => {
  expect(cancelling(published.teeswide, "2026-12-03", twoDays)).toBe(0);
  expect(cancelling(published.teeswide, "2026-12-04", twoDays)).toBe(10_000);
});

test("Brent: under seven days £50; LSCDG: at two days or fewer £25 and £50", () => {
  expect(cancelling(published.brent, "2026-12-04")).toBe(0);
  expect(cancelling(published.brent, "2026-12-05")).toBe(5000);
  expect(cancelling(published.lscdg, "2026-12-08")).toBe(0);
  expect(cancelling(published.lscdg, "2026-12-09")).toBe(5000);
  expect(cancelling(published.lscdg, "2026-12-09", halfDay)).toBe(2500);
  expect(leftEarly(published.lscdg)).toBe(0);
});

test("Leeds: £35 up to four hours and £50 above; partners pay only for not coming", () => {
  const fourHours = { ...oneDay, minutes: 240 };
  const partner = { ...oneDay, sector: "partner" };
  expect(noShow(published.leeds, fourHours)).toBe(3500);
  expect(noShow(published.leeds, { ...fourHours, minutes: 241 })).toBe(5000);
  expect(cancelling(published.leeds, "2026-12-10")).toBe(5000);
  expect(cancelling(published.leeds, "2026-12-10", partner)).toBe(0);
  expect(noShow(published.leeds, partner)).toBe(5000);
});

test("West Sussex: ten working days, £35 and £70; Plymouth: inside 14 days the full cost", () => {
  expect(cancelling(published.westSussex, "2026-11-26")).toBe(0);
  expect(cancelling(published.westSussex, "2026-11-27")).toBe(7000);
  expect(cancelling(published.westSussex, "2026-11-27", halfDay)).toBe(3500);
  expect(cancelling(published.plymouth, "2026-11-27")).toBe(0);
  expect(cancelling(published.plymouth, "2026-11-28")).toBe(12_000);
});

test("SSSCB: half under four weeks, all under two; leaving early is not coming", () => {
  expect(cancelling(published.ssscb, "2026-11-13")).toBe(0);
  expect(cancelling(published.ssscb, "2026-11-14")).toBe(3000);
  expect(cancelling(published.ssscb, "2026-11-28")).toBe(6000);
  expect(leftEarly(published.ssscb)).toBe(6000);
});

test("Cambridgeshire: by kind of agency; Jersey: never anything", () => {
  const school = { ...oneDay, sector: "School, not contributing" };
  expect(noShow(published.cambridgeshire, { ...oneDay, sector: "outside the partnership" })).toBe(15_000);
  expect(noShow(published.cambridgeshire, school)).toBe(5000);
  expect(noShow(published.cambridgeshire, { ...school, minutes: 180 })).toBe(5000);
  expect(noShow(published.jersey) + leftEarly(published.jersey)).toBe(0);
  expect(cancelling(published.jersey, "2026-12-11")).toBe(0);
});

test("every published version is one that the service takes, and keeps as it is", () => {
  for (const rules of Object.values(published)) expect(termsRulesSchema.parse(rules)).toEqual(rules);
});

test("an amount says how it came about", () => {
  const notice = noticeGiven(published.ssscb, { at: instantOf("2026-11-20", "12:00"), startsAt });
  expect(amountDue(versionOf(published.ssscb), "late move", halfDay, notice)).toEqual({
    pence: 1500,
    basis: {
      boardCode: "KIDS",
      version: 1,
      notice: { given: 21, under: 28, unit: "calendar days" },
      ratePence: 3000,
      length: "half day",
      sectorRate: null,
      days: 1,
      percent: 50,
    },
  });
});

test("two half days are two halves where each day is charged, and one full day where the session is", () => {
  const halves: ChargedPlace = { sector: "health", minutes: 360, meetings: 2, missed: null };
  expect(noShow({ ...startingRules, perDay: true }, halves)).toBe(5000);
  expect(noShow(startingRules, halves)).toBe(5000);
  expect(noShow({ ...startingRules, perDay: true }, { ...halves, missed: 1 })).toBe(2500);
  expect(noShow({ ...startingRules, perDay: true }, { ...halves, missed: 0 })).toBe(0);
  // What a register says counts only for places that were not used; a late cancellation gives up every day.
  const late: NoticeGiven = { given: 0, unit: "working days", percent: 100 };
  const rules = { ...startingRules, perDay: true };
  expect(amountDue(versionOf(rules), "late cancellation", { ...halves, missed: 0 }, late)?.pence).toBe(5000);
});

const pence = fc.integer({ min: 0, max: 100_000 });
const rates = fc.record({ halfDayPence: pence, fullDayPence: pence });
const sectors = ["health", "police", "schools"];
const someTerms: fc.Arbitrary<TermsRules> = fc
  .record({
    rates,
    perDay: fc.boolean(),
    halfDayUpToMinutes: fc.integer({ min: 60, max: 480 }),
    sectorRates: fc
      .uniqueArray(fc.constantFrom(...sectors), { maxLength: 2 })
      .chain((names) => fc.tuple(...names.map((sector) => rates.map((own) => ({ sector, ...own }))))),
    exempt: fc.record({
      sectors: fc.uniqueArray(fc.constantFrom(...sectors)),
      notForNoShows: fc.boolean(),
    }),
    noShowPercent: fc.option(fc.integer({ min: 1, max: 100 })),
    leavingEarlyIsNoShow: fc.boolean(),
  })
  .map((some) => ({ ...startingRules, ...some }));
const places = fc.record({
  sector: fc.constantFrom(...sectors, "another"),
  minutes: fc.integer({ min: 30, max: 2000 }),
  meetings: fc.integer({ min: 1, max: 6 }),
  missed: fc.option(fc.integer({ min: 0, max: 6 })),
});
const notices: fc.Arbitrary<NoticeGiven> = fc.record({
  given: fc.integer({ min: 0, max: 2 }),
  unit: fc.constant("working days" as const),
  percent: fc.option(fc.integer({ min: 1, max: 100 })),
});

test("property: whole pence above nothing or no charge; the basis works out to the amount; a move is a cancellation", () => {
  fc.assert(
    fc.property(someTerms, places, notices, fc.constantFrom(...chargeKinds), (rules, place, notice, kind) => {
      const due = amountDue(versionOf(rules), kind, place, notice);
      if (due) {
        const { ratePence, days, percent } = due.basis;
        expect(due.pence).toBe(Math.floor((ratePence * days * percent) / 100));
        expect(due.pence).toBeGreaterThan(0);
      }
      const cancelled = amountDue(versionOf(rules), "late cancellation", place, notice);
      expect(amountDue(versionOf(rules), "late move", place, notice)).toEqual(cancelled);
      if (notice.percent === null) expect(cancelled).toBeNull();
      const exempt = rules.exempt.sectors.includes(place.sector);
      if (exempt) expect(cancelled).toBeNull();
      if (exempt && !rules.exempt.notForNoShows) expect(due).toBeNull();
      if (rules.noShowPercent === null && !notice.percent) expect(due).toBeNull();
      if (kind === "left early" && !rules.leavingEarlyIsNoShow) expect(due).toBeNull();
    }),
  );
});
