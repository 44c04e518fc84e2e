// What the later sections say: weeks later, in practice, over time and of practice measures.
import { describe, expect, test } from "vitest";
import type { PracticeMeasure, Report, Withheld } from "~/domain/impact/impact";
import * as wording from "~/domain/impact/wording";
import { sampleReport } from "./sample-report";

const tooFew: Withheld = { withheld: true, reason: "fewer than 10" };
const cover: Withheld = { withheld: true, reason: "gives a small number back" };

describe("weeks later", () => {
  test("what is still held, what faded and the share kept, of those who answered only", () => {
    expect(wording.followUpInWords(sampleReport.followUp)).toBe(
      "Of 150 people who answered all three times, weeks later average confidence was 1.2 points above where it began " +
        "(95% interval 0.9 to 1.5); since the end it had fallen by 0.6 points (95% interval −0.9 to −0.3). What was left was 66% of the " +
        "gain at the end (95% interval 50% to 82%). This says nothing of those who did not answer.",
    );
  });

  test("below where it began, unsure, or not known, as what it is", () => {
    const said = (figures: object) =>
      wording.followUpInWords({
        ...sampleReport.followUp,
        retention: null,
        ...figures,
      } as Report["followUp"]);
    expect(said({ held: { value: -0.3, low: -0.5, high: -0.1 } })).toMatch(
      /0\.3 points below where it began \(/,
    );
    expect(said({ held: { value: 0.3, low: -0.5, high: 1.1 } })).toMatch(
      /not enough information to say whether/,
    );
    expect(said({ fade: { value: 0.2, low: 0.1, high: 0.3 } })).toMatch(/risen further by 0\.2 points/);
    expect(said({})).not.toMatch(/What was left/);
    expect(wording.followUpInWords(tooFew)).toBe(
      "Whether it was kept is not known: fewer than 10 people have answered before, at the end and weeks later.",
    );
    expect(wording.followUpInWords(cover)).not.toMatch(/\d/);
  });

  test("people who answered differ: said first where they do, and never that they are alike in all", () => {
    expect(wording.nonResponseInWords(sampleReport.nonResponse)).toMatch(
      /^People who answered differ\. 150 answered weeks later and 262 did not\. .* 0\.5 points higher \(95% interval 0\.1 to 0\.9\); .* 0\.1 points higher, which could also be lower/,
    );
    const alike = { ...sampleReport.nonResponse, differ: false } as Report["nonResponse"];
    expect(wording.nonResponseInWords(alike)).toMatch(/^150 answered .* in other ways they may differ\.$/);
    expect(wording.nonResponseInWords(null)).toBeNull();
  });
});

test("before any training and in hindsight: told apart from the change, with their intervals", () => {
  expect(wording.baselineInWords(sampleReport.baseline)).toBe(
    "Of 40 people who answered at booking, on arrival and at the end, confidence moved by +0.1 points, which could be a rise or a " +
      "fall (95% interval −0.2 to 0.4) before any training and rose by 1.8 points (95% interval 1.2 to 2.4) during it. The second less the first " +
      "is 1.7 points (95% interval 1.0 to 2.4).",
  );
  // Told less recalled: above 0 where people later thought that they had been less sure than they said.
  const shift = { people: 30, value: 0.8, low: 0.5, high: 1.1 } as Report["responseShift"];
  expect(wording.responseShiftInWords(shift)).toMatch(/on average 0\.8 points lower than what they had said/);
});

test("commitments: of all made, silence not counted as done; managers with no opportunity beside it", () => {
  expect(wording.practiceInWords(sampleReport)).toBe(
    "210 people made 480 commitments. Of those that people have been asked about since, 31% (150 of 480; 95% interval 25% to 37%) had been done, as they told themselves. Those who did not answer count as not done.",
  );
  const share = { part: 18, whole: 24, share: 0.75, low: 0.55, high: 0.88 };
  const practice = { ...sampleReport.practice, managersSaw: share, managersNoOpportunity: 6 };
  expect(wording.lineManagersInWords(practice as Report["practice"])).toBe(
    "75% (18 of 24; 95% interval 55% to 88%) of the managers who could say, and saw an opportunity, saw it applied in full or in part. 6 managers saw no opportunity, and are not counted in it.",
  );
});

describe("over time and between sessions", () => {
  const points = (n: number, flags: string[]) =>
    Array.from({ length: n }, (_, index) => ({
      label: `${index}`,
      value: 1,
      pairs: 12,
      flags: index === 2 ? flags : [],
    }));

  test("the rules are named in words; none seen does not show that nothing changed", () => {
    expect(wording.overTimeInWords({ kind: "XmR", points: points(12, ["outside", "twoOfThree"]) })).toBe(
      "Something beyond chance is at work: a point lies outside the limits; two of three points in a row lie near the same limit. The chart does not tell what.",
    );
    expect(wording.overTimeInWords({ kind: "XmR", points: points(12, []) })).toMatch(
      /None of the four signs .* does not show that nothing changed/,
    );
    expect(wording.overTimeInWords({ kind: "run chart", points: points(5, []) })).toMatch(
      /fewer than 12 points/,
    );
  });

  test("the funnel names no session and ranks none", () => {
    expect(wording.funnelInWords(sampleReport.funnel)).toMatch(
      /80% went up.*not named and trainers are not ranked/,
    );
    expect(wording.funnelInWords(null)).toBe("Sessions are compared from 12 sessions on.");
    expect(wording.funnelInWords(cover)).not.toMatch(/\d/);
  });
});

describe("a practice measure", () => {
  const measure = (
    points: [string, number | null, number | null][],
    unit = "% of audited files",
  ): PracticeMeasure => ({
    number: "4",
    name: "Voice",
    unit,
    source: "audit",
    question: null,
    better: null,
    points: points.map(([period, target, outcome]) => ({ period, target, outcome, cases: null })),
    training: [],
  });

  test.each([
    ["nothing recorded", measure([]), "No outcome has been recorded."],
    ["only a target", measure([["2023-04", 70, null]]), "No outcome has been recorded."],
    [
      "only a baseline",
      measure([
        ["2023-04", null, 48],
        ["2024-03", 70, null],
      ]),
      "48% in April 2023. Nothing later has been recorded.",
    ],
    [
      "two audits",
      measure([
        ["2023-04", null, 48],
        ["2024-03", 70, 51.25],
      ]),
      "48% in April 2023, 51.3% in March 2024. The target was 70%. Two audits are two points: they do not make a trend.",
    ],
    [
      "a count",
      measure(
        [
          ["2023-04", null, 0],
          ["2024-03", null, 3],
        ],
        "audits",
      ),
      "0 in April 2023, 3 in March 2024. Two audits are two points: they do not make a trend.",
    ],
  ])("%s", (_, given, words) => {
    expect(wording.measureInWords(given)).toBe(words);
  });

  test("stands under the question of its audit where there is one", () => {
    expect(wording.measureHeading(measure([]))).toBe("4. Voice");
    expect(wording.measureHeading({ ...measure([]), question: "Is the child heard?" })).toBe(
      "Is the child heard?",
    );
    expect(wording.measureHeading({ ...measure([]), number: "overall" })).toBe("Voice");
  });

  test("has the middle of its outcomes below 12, limits and signs from 12 on; what is not recorded is no point", () => {
    const month = (index: number) =>
      `20${24 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
    const of = (outcomes: (number | null)[]) =>
      wording.measureOverTime(measure(outcomes.map((outcome, index) => [month(index), null, outcome])));
    expect(of([50, null, 60, 52])).toMatchObject({ kind: "run chart", middle: 52, lower: null });
    const twelve = of([50, 51, 50, 51, null, 50, 51, 50, 51, 50, 51, 50, 80]);
    expect(twelve.kind).toBe("XmR");
    expect(twelve.points.at(-1)).toMatchObject({ label: "January 2025", flags: ["outside"] });
    expect(twelve.points[4]).toMatchObject({ value: null, flags: [] });
    expect(of([]).middle).toBeNull();
  });
});

test("a time reads from month to month, and a choice says which quarter", () => {
  expect(wording.periodInWords(sampleReport.period)).toBe("April 2026 to March 2027");
  const quarter = { label: "2026-27-Q2", from: "2026-07-01", until: "2026-10-01" };
  expect(wording.periodInWords(quarter)).toBe("July to September 2026");
  expect(wording.periodInWords({ from: "2026-12-01", until: "2027-02-01" })).toBe(
    "December 2026 to January 2027",
  );
  expect(wording.periodInWords({ from: "2026-12-01", until: "2027-01-01" })).toBe("December 2026");
  expect(wording.periodChoice(quarter)).toBe("2026-27, quarter 2: July to September 2026");
  expect(wording.periodChoice(sampleReport.period)).toBe("2026-27: the whole year");
});
