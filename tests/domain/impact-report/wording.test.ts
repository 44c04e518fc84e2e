// What is said first: the sentence, the four figures and what is not known. What it must never say stands in claims.test.tsx.
import { describe, expect, test } from "vitest";
import type { Change, Report, Withheld } from "~/domain/impact/impact";
import * as wording from "~/domain/impact/wording";
import { sampleReport } from "./sample-report";

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
const cover: Withheld = { withheld: true, reason: "gives a small number back" };
/** The sample with other figures, which tests may make up. */
const withFigures = (figures: object) => ({ ...sampleReport, ...figures }) as Report;
const withChange = (one: object) =>
  withFigures({ confidence: { ...sampleReport.confidence, change: { ...change, ...one } } });

describe("evidence", () => {
  test.each([
    ["a register", false, "A"],
    ["scored answers", false, "A"],
    ["someone else", false, "A"],
    ["an audit or dataset", true, "A"],
    ["learners", true, "B"],
    ["learners", false, "C"],
  ] as const)("told by %s, asked again: %s, is %s", (told, again, label) => {
    expect(wording.evidenceOf({ told, again })).toBe(label);
  });

  test("of the four figures follows from what each rests on; a figure that is not shown has none", () => {
    expect(wording.fourFigures(sampleReport).map(({ evidence }) => evidence)).toEqual(["A", "C", "C", "B"]);
    const bare = withFigures({
      activity: { ...sampleReport.activity, came: tooFew },
      reactions: [],
      confidence: { ...sampleReport.confidence, change: tooFew },
      practice: { ...sampleReport.practice, doneOfAsked: null },
      followUp: tooFew,
    });
    expect(wording.fourFigures(bare).map(({ evidence }) => evidence)).toEqual([null, null, null, null]);
    const held = withFigures({ practice: { ...sampleReport.practice, doneOfAsked: tooFew } });
    expect(wording.fourFigures(held)[3]).toMatchObject({ figure: "+1.2 points", evidence: "B", key: "kept" });
  });
});

describe("the four figures", () => {
  test("each say of how many, and how many of those who could answer did", () => {
    expect(wording.fourFigures(sampleReport).map(({ figure, note }) => `${figure} ${note}`)).toEqual([
      "611 places taken up, in full or in part, at 34 sessions. 702 places had been booked",
      "4.3 of 5 on average for “This was relevant to my work”, 431 answers; 77% of those who came answered at the end",
      "+1.9 points in confidence on a scale of 0 to 10 (95% interval 1.6 to 2.2); 412 people with both answers, 67% of those who came. Scenarios answered rightly rose by 12 percentage points (evidence A)",
      "31% of 480 commitments that were asked about weeks later were done, silence not counted as done; 36% of those asked weeks later answered",
    ]);
  });

  test("a fall stands there as large as a rise, and a wide interval says so", () => {
    const of = (one: object) => wording.fourFigures(withChange(one))[2];
    expect(of({ change: -0.6, low: -0.9, high: -0.3 })?.figure).toBe("−0.6 points");
    expect(of({ change: 0.03, low: 0.01, high: 0.05 })?.figure).toBe("less than 0.1 points");
    expect(of({ change: 0.4, low: -1, high: 1.8 })?.note).toMatch(
      /not enough information to tell a rise from a fall; 26 people/,
    );
  });
});

describe("the sentence at the top", () => {
  test("says how much, what difference, and what became of what people said they would do", () => {
    expect(wording.reportSentence(sampleReport)).toBe(
      "From April 2026 to March 2027, 611 places were taken up at 34 sessions; average confidence of the 412 people who " +
        "answered before and after rose by 1.9 points on a scale of 0 to 10 (95% interval 1.6 to 2.2); and 31% of the 480 things " +
        "people said they would do, and have been asked about since, were done by their own account.",
    );
  });

  test.each([
    ["a fall", withChange({ change: -0.6, low: -0.9, high: -0.3 }), /fell by 0\.6 points on a scale/],
    [
      "either",
      withChange({ change: 0.2, low: -0.1, high: 0.5 }),
      /moved by \+0\.2 points, which could be a rise or a fall \(95% interval −0\.1 to 0\.5, on a scale of 0 to 10\)/,
    ],
    [
      "a wide interval",
      withChange({ change: 0.4, low: -1, high: 1.8 }),
      /are not enough information to say whether confidence rose or fell/,
    ],
    [
      "too few",
      withFigures({ confidence: { ...sampleReport.confidence, change: tooFew } }),
      /too few people answered both before and after for a change to be shown/,
    ],
    [
      "cover",
      withFigures({ confidence: { ...sampleReport.confidence, change: cover } }),
      /the change is not shown, to keep people from being recognised/,
    ],
    [
      "no follow-up",
      withFigures({ practice: { ...sampleReport.practice, doneOfAsked: null } }),
      /whether practice changed is not yet known\.$/,
    ],
    [
      "places withheld",
      withFigures({ activity: { ...sampleReport.activity, came: tooFew } }),
      /34 sessions took place;/,
    ],
    [
      "nothing",
      withFigures({ activity: { ...sampleReport.activity, sessions: 0 } }),
      /^From April 2026 to March 2027 no session has been delivered and registered so far\.$/,
    ],
    [
      "a board",
      withFigures({ slice: { kind: "board", key: "KIDS", name: "the children’s board" } }),
      /at 34 sessions of courses for the children’s board;/,
    ],
    [
      "an agency",
      withFigures({ slice: { kind: "agency", key: "a", name: "Police" } }),
      /at 34 sessions that people from Police were booked on;/,
    ],
  ])("%s", (_, report, words) => expect(wording.reportSentence(report)).toMatch(words));
});

describe("what is not known", () => {
  test("names the missing, those who differ, the managers, and what no figure here can show", () => {
    expect(wording.whatIsNotKnown(sampleReport)).toEqual([
      "33% of those who came did not answer both before and after. They may differ from those who did.",
      "People who answered weeks later differ from those who did not, so the rest may have kept more or less.",
      "Too few managers have answered: whether anybody else saw a change in practice is not known.",
      "Without a comparison group we cannot say that training alone caused this. People may also have changed for other reasons, or learned how much there is to know.",
      "Confidence is what people say of themselves. It is not knowledge, and it is not practice.",
      "Nothing here shows what changed for children, adults or families.",
    ]);
  });

  test("where nobody answered weeks later, that the change was kept is among it", () => {
    expect(wording.whatIsNotKnown(withFigures({ followUp: tooFew }))[1]).toMatch(
      /whether the change was kept/,
    );
    const alike = withFigures({ nonResponse: null });
    expect(wording.whatIsNotKnown(alike)[1]).toMatch(/^64% of those asked weeks later have not answered/);
  });
});
