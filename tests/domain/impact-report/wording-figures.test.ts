// How a figure is put into words: movements, intervals, shares, and that something is not shown.
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

test("the sentence of a change says how many, of how many, which way, how sure, how each moved, and what it cannot show", () => {
  const { confidence, activity } = withFigures({
    activity: { ...sampleReport.activity, came: 30 },
    confidence: {
      change,
      matchedRate: 26 / 30,
      direction: {
        n: 26,
        bands: [
          { labels: ["improved"], count: 20, percent: 77 },
          { labels: ["same", "declined"], count: 6, percent: 23 },
        ],
      },
    },
  });
  expect(wording.learningSentence(confidence, activity.came)).toBe(
    "Of 26 people with both answers (87% of 30 who came), average confidence rose by 2.0 points on a scale of 0 to 10 " +
      "(95% interval 1.2 to 2.8). 20 went up and 6 stayed the same or went down. " +
      "Without a comparison group we cannot say that training alone caused this.",
  );
});

describe("the movement", () => {
  test.each([
    ["rises", { change: 1.94, low: 1.2, high: 2.6 }, "rose by 1.9 points"],
    ["falls, said as a fall", { change: -0.44, low: -0.8, high: -0.1 }, "fell by 0.4 points"],
    ["is tiny and sure", { change: 0.04, low: 0.01, high: 0.07 }, "rose by less than 0.1 points"],
    ["is tiny, sure and down", { change: -0.04, low: -0.07, high: -0.01 }, "fell by less than 0.1 points"],
    [
      "may be either",
      { change: 0.2, low: -0.2, high: 0.6 },
      "moved by +0.2 points, which could be a rise or a fall",
    ],
    [
      "may be either, downwards",
      { change: -0.2, low: -0.6, high: 0.2 },
      "moved by −0.2 points, which could be a rise or a fall",
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
    [
      "has a wide interval",
      { change: 0.3, low: -0.9, high: 1.5 },
      "moved by +0.3 points, which is not enough information to tell a rise from a fall",
    ],
    ["is the same for everyone", { change: 2, low: null, high: null }, "rose by 2.0 points"],
    ["is nothing for everyone", { change: 0, low: null, high: null }, "stayed the same"],
  ])("%s", (_, given, words) => {
    expect(wording.movementInWords({ ...change, ...given })).toBe(words);
  });

  test("of scenarios is in whole percentage points, one of them in the singular", () => {
    const { ofScenarios } = wording;
    expect(wording.movementInWords({ change: 12.4, low: 6, high: 18 }, ofScenarios)).toBe(
      "rose by 12 percentage points",
    );
    expect(wording.movementInWords({ change: -1.2, low: -2, high: -0.4 }, ofScenarios)).toBe(
      "fell by 1 percentage point",
    );
    expect(wording.movementInWords({ change: 0.4, low: 0.1, high: 0.7 }, ofScenarios)).toBe(
      "rose by less than 1 percentage point",
    );
    expect(
      wording.changeTitle(
        { ...change, change: 3, low: -9, high: 15 } as Report["confidence"]["change"],
        ofScenarios,
      ),
    ).toBe("Not enough information to say whether the share of scenarios answered rightly rose or fell");
  });
});

test("an interval keeps its minus signs, and an end that is not 0 never reads as 0", () => {
  expect(wording.intervalInWords({ low: -0.8, high: -0.1 })).toBe("95% interval −0.8 to −0.1");
  expect(wording.intervalInWords({ low: 0.04, high: 0.3 })).toBe("95% interval 0.04 to 0.3");
  expect(wording.intervalInWords({ low: 0.0001, high: 0.3 })).toBe("95% interval just above 0 to 0.3");
  expect(wording.intervalInWords({ low: -0.3, high: -0.0001 })).toBe("95% interval −0.3 to just below 0");
  expect(wording.intervalInWords({ low: 0, high: 0.3 })).toBe("95% interval 0 to 0.3");
  expect(wording.intervalInWords({ low: null, high: null })).toBe("no interval can be given");
});

test.each([
  [0, "0%"],
  [0.004, "less than 1%"],
  [0.005, "1%"],
  [0.5, "50%"],
  [0.994, "99%"],
  [0.996, "more than 99%"],
  [1, "100%"],
])("a share of %d is written %s", (share, words) => expect(wording.shareInWords(share)).toBe(words));

test("what is withheld is said in words and never as a number of people", () => {
  expect(wording.withheldInWords(tooFew)).toBe("Not enough answers (fewer than 10)");
  expect(wording.withheldInWords(cover)).toBe("Not shown, to keep people from being recognised");
  expect(wording.changeTitle(tooFew)).toBe("Not enough answers to show a change");
  expect(wording.changeTitle(cover)).toBe("The change is not shown");
  const figure = { ...sampleReport.confidence, change: cover };
  expect(wording.learningSentence(figure, sampleReport.activity.came)).not.toMatch(/too few people|\d/i);
});
