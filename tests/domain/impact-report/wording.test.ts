// Every sentence said of a figure: what it must say, and claims that it must never make.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Change, CourseImpact, PracticeMeasure, Withheld } from "~/domain/impact/impact";
import { reportingYearLabelled, reportingYearOf } from "~/domain/impact/reporting-years";
import * as wording from "~/domain/impact/wording";

const change: Change = {
  before: 4,
  after: 6,
  change: 2,
  low: 1.2,
  high: 2.8,
  pairs: 26,
  sessions: 2,
  method: "pairs",
};
const tooFew: Withheld = { withheld: true, reason: "fewer than 10" };
const year = { label: "2026-27", from: "2026-04-01", until: "2027-04-01" };
const impact: CourseImpact = {
  attended: 30,
  matchedRate: 26 / 30,
  change,
  direction: tooFew,
  items: [],
  reactions: [],
  startedNearTop: null,
};

test("the sentence about a course says how many, of how many, which way, how sure, and what it cannot show", () => {
  expect(wording.courseSentence(impact)).toBe(
    "Of 26 people with both answers (87% of 30 who came), average confidence rose by 2.0 points on a scale of 0 to 10 " +
      "(95% interval 1.2 to 2.8). Without a comparison group we cannot say that training alone caused this.",
  );
});

describe("the movement", () => {
  test.each([
    ["rises", { change: 1.94, low: 1.2, high: 2.6 }, "rose by 1.9 points"],
    ["falls, said as a fall", { change: -0.44, low: -0.8, high: -0.1 }, "fell by 0.4 points"],
    [
      "may be either",
      { change: 0.3, low: -0.2, high: 0.8 },
      "moved by +0.3 points, which could be a rise or a fall",
    ],
    [
      "may be either, downwards",
      { change: -0.3, low: -0.8, high: 0.2 },
      "moved by −0.3 points, which could be a rise or a fall",
    ],
    [
      "reaches zero exactly from above",
      { change: 0.5, low: 0, high: 1 },
      "moved by +0.5 points, which could be a rise or a fall",
    ],
    [
      "reaches zero exactly from below",
      { change: -0.5, low: -1, high: 0 },
      "moved by −0.5 points, which could be a rise or a fall",
    ],
    ["is the same for everyone", { change: 2, low: null, high: null }, "rose by 2.0 points"],
    ["is nothing for everyone", { change: 0, low: null, high: null }, "stayed the same"],
  ])("%s", (_, given, words) => {
    expect(wording.movementInWords({ ...change, ...given })).toBe(words);
  });
});

test("an interval below zero keeps its minus signs, and one that cannot be given says why", () => {
  expect(wording.intervalInWords({ low: -0.8, high: -0.1 })).toBe("95% interval −0.8 to −0.1");
  expect(wording.intervalInWords({ low: null, high: null })).toMatch(/everyone changed by the same amount/);
});

test("what is withheld is said in words and never as a number of people", () => {
  expect(wording.withheldInWords(tooFew)).toBe("Not enough answers (fewer than 10)");
  expect(wording.withheldInWords({ withheld: true, reason: "gives a small number back" })).toBe(
    "Not shown, to keep people from being recognised",
  );
  expect(wording.changeTitle(tooFew)).toBe("Not enough answers to show a change");
  const cover: Withheld = { withheld: true, reason: "gives a small number back" };
  expect(wording.changeTitle(cover)).toBe("The change is not shown");
  expect(wording.courseSentence({ ...impact, change: cover })).not.toMatch(/too few people|\d/i);
});

test("the report's sentence says how much and what difference, and leaves practice open, whatever the figures", () => {
  const sentence = (report: Partial<Parameters<typeof wording.reportSentence>[0]>) =>
    wording.reportSentence({ sessions: 3, attendances: 40, change, ...report }, year);
  const open = /Whether practice changed is not yet known\.$/;
  const whole = sentence({});
  expect(whole).toMatch(/April 2026 to March 2027, 40 places were taken up at 3 sessions\. /);
  expect(whole).toMatch(
    /Among the 26 people .* rose by 2\.0 points on a scale of 0 to 10 \(95% interval 1\.2 to 2\.8\)\./,
  );
  expect(whole).toMatch(open);
  expect(sentence({ change: tooFew })).toMatch(/Too few people/);
  expect(sentence({ change: tooFew })).toMatch(open);
  expect(sentence({ attendances: tooFew })).toMatch(/3 sessions took place/);
  expect(sentence({ sessions: 0 })).toMatch(/^No session has been delivered/);
});

test("what is not known is said with every figure: the missing, the lack of a comparison, and children and families", () => {
  const said = wording.whatIsNotKnown({ matchedRate: 0.6, change });
  expect(said[0]).toBe(
    "40% of those who came did not answer both times. They may differ from those who did.",
  );
  expect(said.join(" ")).toMatch(
    /comparison group.*not knowledge.*weeks later.*children, adults or families/,
  );
  expect(wording.whatIsNotKnown({ matchedRate: null, change: tooFew })).toEqual(said.slice(1));
  expect(wording.whatIsNotKnown({ matchedRate: 1, change })).toEqual(said.slice(1));
});

describe("a practice measure", () => {
  const measure = (points: PracticeMeasure["points"], unit = "% of audited files"): PracticeMeasure => ({
    number: "4",
    name: "Voice",
    unit,
    points,
    training: [],
  });
  const point = (period: string, target: number | null, outcome: number | null) => ({
    period,
    target,
    outcome,
  });

  test.each([
    ["nothing recorded", measure([]), "No outcome has been recorded."],
    ["only a target", measure([point("2023-04", 70, null)]), "No outcome has been recorded."],
    [
      "only a baseline",
      measure([point("2023-04", null, 48), point("2024-03", 70, null)]),
      "48% in April 2023. Nothing later has been recorded.",
    ],
    [
      "two audits",
      measure([point("2023-04", null, 48), point("2024-03", 70, 51)]),
      "48% in April 2023, 51% in March 2024. The target was 70%.",
    ],
    [
      "a count",
      measure([point("2023-04", null, 0), point("2024-03", null, 3)], "audits"),
      "0 in April 2023, 3 in March 2024.",
    ],
  ])("%s", (_, given, words) => {
    expect(wording.measureInWords(given)).toBe(words);
  });
});

describe("no sentence claims what the figures cannot carry", () => {
  const number = fc.double({ min: -10, max: 10, noNaN: true });
  const changes: fc.Arbitrary<Change | Withheld> = fc.oneof(
    {
      weight: 1,
      arbitrary: fc.constantFrom<Withheld[]>(tooFew, { withheld: true, reason: "gives a small number back" }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        before: fc.double({ min: 0, max: 10, noNaN: true }),
        after: fc.double({ min: 0, max: 10, noNaN: true }),
        change: number,
        low: fc.option(number),
        high: fc.option(number),
        pairs: fc.integer({ min: 10, max: 5000 }),
        sessions: fc.integer({ min: 1, max: 90 }),
        method: fc.constantFrom("pairs", "pooled sessions"),
      }),
    },
  );
  const points = fc.array(
    fc.record({
      period: fc.constantFrom("2023-04", "2024-03"),
      target: fc.option(fc.integer({ min: 0, max: 100 })),
      outcome: fc.option(fc.integer({ min: 0, max: 100 })),
    }),
    { maxLength: 3 },
  );

  test("whatever the figures are", () => {
    fc.assert(
      fc.property(
        changes,
        fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
        points,
        (given, matchedRate, measured) => {
          const report = { sessions: 3, attendances: 40, change: given, matchedRate };
          const said = [
            wording.courseSentence({ ...impact, change: given, matchedRate }),
            wording.changeTitle(given),
            wording.reportSentence(report, year),
            ...wording.whatIsNotKnown(report),
            wording.measureInWords({ number: "1", name: "m", unit: "%", points: measured, training: [] }),
            wording.besideNotBecause,
            ...("withheld" in given
              ? [wording.withheldInWords(given)]
              : [
                  wording.movementInWords(given),
                  wording.intervalInWords(given),
                  wording.methodInWords(given),
                ]),
          ];
          for (const sentence of said) {
            expect(sentence).not.toMatch(
              /proved?\b|proof|significant|no effect|because of the training|thanks to|as a result|led to|improved outcomes|saved|effective/i,
            );
            expect(sentence).not.toMatch(/NaN|undefined|null|Infinity|\b-\d/);
            if (/\bcause[sd]?\b/.test(sentence))
              expect(sentence).toMatch(/cannot say that training alone caused/);
          }
          if ("withheld" in given || given.low === null || given.high === null) return;
          if (given.low <= 0 && given.high >= 0)
            expect(wording.movementInWords(given)).toMatch(/could be a rise or a fall/);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("reporting years run from April to March", () => {
  test.each([
    ["2026-03-31", "2025-26"],
    ["2026-04-01", "2026-27"],
    ["2026-12-31", "2026-27"],
    ["2027-01-01", "2026-27"],
    ["2027-03-31", "2026-27"],
    ["2100-01-01", "2099-00"],
  ])("%s is in %s", (date, label) => {
    expect(reportingYearOf(date).label).toBe(label);
    expect(reportingYearLabelled(label)).toEqual(reportingYearOf(date));
  });

  test.each(["", "2026", "2026-28", "2026-7", "26-27", "1999-00", "2026-27 ", "2026-27'", "2026–27", null])(
    "%j is no reporting year",
    (label) => {
      expect(reportingYearLabelled(label)).toBeNull();
    },
  );

  test("a year reads from month to month", () => {
    expect(wording.yearInWords(year)).toBe("April 2026 to March 2027");
  });
});
