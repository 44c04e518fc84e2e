// The report from sums: the same bytes each time, agencies in steps, and figures held back beside an earlier release.
import { expect, test } from "vitest";
import { buildReport, listSlices } from "~/domain/impact/build-report";
import { clashesWithEarlier } from "~/domain/impact/disclosure/differencing";
import { isWithheld } from "~/domain/impact/disclosure/limits";
import { heldBackBeside } from "~/domain/impact/held-back";
import type { ReportInputs, Slice } from "~/domain/impact/report";
import { quartersOf } from "~/domain/impact/reporting-years";
import { inputsOf, risers, year } from "./made-up";

const whole: Slice = { kind: "partnership", key: "", name: "Made-up partnership" };
const agency = (key: string): Slice => ({ kind: "agency", key, name: key });
const courses = { a: { theme: "harm", boards: ["A"] } };
const [spring, summer, autumn] = ["2026-05-05", "2026-08-08", "2026-11-11"] as const;

const cameOf = (inputs: ReportInputs, slice: Slice) => {
  const { came } = buildReport(inputs, slice).activity;
  return isWithheld(came) ? null : Number(came);
};

test("the same inputs give the same report, byte by byte, also from text", () => {
  const inputs = inputsOf({
    sessions: [{ course: "a", agencies: { x: risers(30, 2), y: risers(20, 1) } }],
    courses,
  });
  for (const slice of listSlices(inputs)) {
    const once = JSON.stringify(buildReport(inputs, slice));
    expect(JSON.stringify(buildReport(JSON.parse(JSON.stringify(inputs)), slice))).toBe(once);
  }
});

test("a lone small course is withheld, and a larger one with it, on every page", () => {
  const two = { a: courses.a, b: courses.a, c: courses.a };
  const sessions = [
    { course: "a", agencies: { x: risers(40, 2) } },
    { course: "b", agencies: { x: risers(12, 2) } },
    { course: "c", agencies: { x: risers(4, 2) } },
  ];
  const report = buildReport(inputsOf({ sessions, courses: two }), whole);
  expect(report.courses.map(({ slug, change }) => [slug, isWithheld(change)])).toEqual([
    ["a", false],
    ["b", true],
    ["c", true],
  ]);
  expect(report.confidence.change).toMatchObject({ pairs: 56 });
});

test("an agency is told of in quarters that are over, and never by an increment of a few people", () => {
  const sessions = [
    { course: "a", on: spring, agencies: { x: risers(20, 2), y: risers(30, 2), z: risers(25, 1) } },
    { course: "a", on: summer, agencies: { x: risers(3, 2), y: risers(30, 2), z: risers(11, 1) } },
    { course: "a", on: autumn, agencies: { x: risers(9, 2), y: risers(30, 2), z: risers(25, 1) } },
  ];
  const on = (readOn: string) => inputsOf({ sessions, courses, readOn });
  expect(cameOf(on("2026-06-30"), agency("x"))).toBeNull();
  expect(cameOf(on("2026-07-01"), agency("x"))).toBe(20);
  // The three wait; so does the next smallest increment, or all less the others would show them.
  expect(cameOf(on("2026-10-01"), agency("x"))).toBe(20);
  expect(cameOf(on("2026-10-01"), agency("z"))).toBe(25);
  expect(cameOf(on("2026-10-01"), agency("y"))).toBe(60);
  expect(cameOf(on("2027-01-01"), agency("x"))).toBe(32);
  expect(cameOf(on("2027-01-01"), agency("z"))).toBe(61);
});

test("a quarter that would show a few people beside the year is withheld", () => {
  const sessions = [
    { course: "a", on: spring, agencies: { x: risers(30, 2) } },
    { course: "a", on: summer, agencies: { x: risers(4, 2) } },
  ];
  const inputs = inputsOf({ sessions, courses });
  const [first = year] = quartersOf(year);
  expect(buildReport(inputs, whole).confidence.change).toMatchObject({ pairs: 34 });
  expect(buildReport({ ...inputs, period: first }, whole).confidence.change).toMatchObject({
    withheld: true,
  });
});

test("what would show a few people beside an earlier report is held back", () => {
  const then = inputsOf({ sessions: [{ course: "a", agencies: { x: risers(30, 2) } }], courses });
  const now = inputsOf({ sessions: [{ course: "a", agencies: { x: risers(33, 2) } }], courses });
  const earlier = [buildReport(then, whole)];
  expect(clashesWithEarlier([buildReport(now, whole)], earlier).map(({ figure }) => figure)).toContain(
    "confidence",
  );
  const held = heldBackBeside(now, [whole], earlier);
  const report = buildReport(held, whole);
  expect(report.confidence.change).toMatchObject({ withheld: true });
  expect(report.activity.came).toMatchObject({ withheld: true });
  expect(clashesWithEarlier([report], earlier)).toEqual([]);
  const many = inputsOf({ sessions: [{ course: "a", agencies: { x: risers(45, 2) } }], courses });
  expect(heldBackBeside(many, [whole], earlier).heldBack).toBeUndefined();
});

test("beside a measure stand the period’s courses that were to move it, themselves or by their theme", () => {
  const three = { a: courses.a, b: { theme: "other", boards: ["A"] }, c: { theme: "none", boards: ["A"] } };
  const held = (course: string) => ({ course, agencies: { x: risers(20, 1) } });
  const inputs = inputsOf({ sessions: [held("a"), held("a"), held("b"), held("c")], courses: three });
  const id = (slug: string) => inputs.courses.find((course) => course.slug === slug)?.id ?? "";
  const measure = {
    ...{ number: "4", name: "Plans", unit: "%", source: "audit" as const, question: null, better: null },
    ...{ points: [], training: [] },
  };
  const tied = { ...inputs, measures: [{ ...measure, themes: ["other"], courses: [id("a")] }] };
  expect(buildReport(tied, whole).measures[0]?.beside).toEqual([
    { slug: "a", title: expect.any(String), sessions: 2 },
    { slug: "b", title: expect.any(String), sessions: 1 },
  ]);
});

test("a few commitments made too lately to be asked about keep the shares of the others back, which would show them", () => {
  const promised = (n: number, done: number) =>
    Array.from({ length: n }, (_, i) => ({ commitments: [i < done ? ("done" as const) : null] }));
  const reportWith = (lately: number) => {
    const sessions = [
      { course: "a", agencies: { x: promised(30, 15) } },
      { course: "a", agencies: { x: promised(lately, 0) } },
    ];
    const inputs = inputsOf({ sessions, courses });
    const sums = inputs.sessions[1]?.sums.x;
    if (!sums) throw new Error("There are two sessions.");
    sums.commitments.asked = 0;
    return buildReport(inputs, whole).practice;
  };
  for (const few of [1, 4]) {
    expect(isWithheld(reportWith(few).doneOfAsked)).toBe(true);
    expect(isWithheld(reportWith(few).confirmedOfAsked)).toBe(true);
  }
  expect(reportWith(5).doneOfAsked).toMatchObject({ part: 15, whole: 30 });
});

test("quotes are few, from every course in turn, and the same words stand once", () => {
  const two = { a: courses.a, b: courses.a };
  const held = (course: string) => ({ course, agencies: { x: risers(20, 1) } });
  const said = (courseId: string, text: string) => ({
    ...{ text, courseId, about: "family" as const, stage: "weeks later" },
  });
  const of = (n: number, course: string) =>
    Array.from({ length: n }, (_, i) => said(course, `${course}${i}`));
  const quotes = [...of(9, "a"), said("a", "a0"), ...of(2, "b")];
  const report = buildReport(
    { ...inputsOf({ sessions: [held("a"), held("b")], courses: two }), quotes },
    whole,
  );
  expect(report.quotes.map(({ text }) => text)).toEqual(["a0", "b0", "a1", "b1", "a2", "a3"]);
  expect(JSON.stringify(report.quotes)).not.toContain("courseId");
});
