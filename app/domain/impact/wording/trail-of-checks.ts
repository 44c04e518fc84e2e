// Trails of the checks on a change: before any training, in hindsight, weeks later, over time and between sessions.
import { isWithheld } from "../disclosure/limits";
import type { Report } from "../report";
import { withheldInWords } from "./figures";
import { followUpInWords, nonResponseInWords } from "./kept";
import { baselineInWords, responseShiftInWords } from "./learning";
import { fourRules, funnelInWords, overTimeInWords } from "./over-time";
import { alone } from "./trail-maker";
import {
  beforeAsked,
  confidenceAsked,
  notPaired,
  pairSteps,
  peopleBehind,
  placesSteps,
  stageSteps,
} from "./trail-steps";

export const baseline = alone((report) => {
  const says = baselineInWords(report.baseline);
  if (says === null) return null;
  const { baseline: figure } = report;
  return {
    title: "Moved before any training",
    says,
    meaning:
      "On some courses people answer at booking and again on arrival. What moved in between moved without the training: a check on how much people change anyway.",
    formula: [
      "Drift: on arrival less at booking. Change: at the end less on arrival. Excess: change less drift, for each person.",
      "Each is a mean with a paired t interval.",
    ],
    steps: [
      ...placesSteps(report),
      ...(["T0", "T1", "T2"] as const).flatMap((stage) => stageSteps(report, stage)),
      {
        label: "Answered all three times",
        count: peopleBehind(figure),
      },
    ],
    notCounted: ["People who missed one of the three times.", ...notPaired.slice(1)],
    scale: confidenceAsked,
    before: "At booking and on arrival, told apart",
  };
});

export const shift = alone((report) => {
  const says = responseShiftInWords(report.responseShift);
  if (says === null) return null;
  const { responseShift: figure } = report;
  return {
    title: "The starting point, seen in hindsight",
    says,
    meaning:
      "Asked afterwards, people may see their starting point with other eyes. A fall in confidence can be such a shift of the yardstick.",
    formula: ["What was told at the time, less what is recalled at the end; the mean, with a t interval."],
    steps: [
      ...stageSteps(report, "T2"),
      {
        label: "With both answers",
        count: peopleBehind(figure),
      },
    ],
    notCounted: ["People who were not asked to recall, or left it blank."],
    scale: confidenceAsked,
    before: "At the time, and as recalled at the end; never mixed",
  };
});

const laterSteps = (report: Report) => [
  ...placesSteps(report),
  ...(["T0", "T1", "T2", "T3"] as const).flatMap((stage) => stageSteps(report, stage)),
];

export const kept = alone((report) => ({
  title: "Confidence weeks later",
  says: followUpInWords(report.followUp),
  meaning:
    "Whether what was gained on the day was still there six to twelve weeks later. It tells only of those who answered all three times.",
  formula: [
    "Still held: weeks later less before. Faded: weeks later less at the end. Each is a mean with a t interval.",
    "Share kept: the mean still held divided by the mean gained on the day, with Fieller’s interval. It is given only where the gain on the day is surely above 0.",
  ],
  steps: [
    ...laterSteps(report),
    {
      label: "Answered all three times",
      count: peopleBehind(report.followUp),
    },
  ],
  notCounted: [
    "People who missed one of the three times.",
    "Answers later than week 12. They are kept, and counted as kept apart.",
  ],
  scale: confidenceAsked,
  before: beforeAsked,
}));

export const nonResponse = alone((report) => {
  const says = nonResponseInWords(report.nonResponse);
  if (says === null) return null;
  return {
    title: "Those who answered weeks later, beside those who did not",
    says,
    meaning:
      "If those who answered were surer, or had gained more, than those who did not, what they tell cannot stand for all.",
    formula: [
      "Of those with both answers on the day: the mean before, and the mean change, of those who answered weeks later less those who did not, with Welch’s interval.",
      "They are said to differ where either is more than 0.2 of a standard deviation, or its interval leaves out 0.",
    ],
    steps: laterSteps(report),
    notCounted: ["People without both answers on the day: nothing is known to compare them by."],
    scale: confidenceAsked,
    before: beforeAsked,
  };
});

export const overTime = alone((report) => {
  const { overTime: chart } = report;
  if (chart === null) return null;
  return {
    title: "Change in confidence over time",
    says: isWithheld(chart) ? withheldInWords(chart) : overTimeInWords(chart),
    meaning:
      "The mean change of each session or quarter, oldest first, to tell a real turn from the ups and downs of chance.",
    formula: [fourRules, "Below 12 points the chart shows the middle (median) only."],
    steps: pairSteps(report, report.confidence.change),
    notCounted: ["Sessions or quarters with too few pairs are left out of the chart."],
    scale: confidenceAsked,
    before: beforeAsked,
  };
});

export const funnel = alone((report) => ({
  title: "Sessions beside one another",
  says: funnelInWords(report.funnel),
  meaning: "Whether sessions differ by more than chance. No session is named and none is ranked.",
  formula: [
    "For each session: the share of pairs that went up. Limits: the overall share plus and minus 1.96 and 3.09 standard errors for a session of that size.",
  ],
  steps: pairSteps(report, report.confidence.change),
  notCounted: ["Sessions without pairs.", "Nothing is shown below 12 sessions."],
  scale: "share of pairs that went up",
  before: beforeAsked,
}));
