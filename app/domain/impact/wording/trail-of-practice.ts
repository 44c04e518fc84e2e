// Trails of what people did, what their managers saw, and what audits found.
import { wholeNumber } from "~/shared/format";
import { isWithheld } from "../disclosure/limits";
import { countInWords, withheldInWords } from "./figures";
import { besideNotBecause, measureHeading, measureInWords, measureNote } from "./measures";
import { fourRules } from "./over-time";
import { monthInWords } from "./periods";
import { lineManagersInWords, practiceInWords, practiceShares, shownShare } from "./practice";
import { alone, type TrailMaker } from "./trail-maker";
import { stageSteps } from "./trail-steps";

export const commitments = alone((report) => ({
  title: "What people said they would do",
  says: practiceInWords(report),
  meaning:
    "At the end people may write down up to three things they will do, and weeks later say what became of each. It is what they tell of themselves.",
  formula: [
    "Done of all made: silence is not counted as done. Done of those told of: silence is left out. Both are given, since the truth lies between.",
    "The interval of a share is Wilson’s.",
    ...practiceShares(report.practice).map(({ label, share }) => `${label}: ${shownShare(share)}.`),
  ],
  steps: [
    ...stageSteps(report, "T2"),
    { label: "People who made at least one", count: countInWords(report.practice.people) },
    { label: "Commitments made", count: countInWords(report.practice.made) },
    ...stageSteps(report, "T3"),
    {
      label: "Commitments told of weeks later",
      count: isWithheld(report.practice.outcomes)
        ? withheldInWords(report.practice.outcomes)
        : wholeNumber(report.practice.outcomes.n),
    },
  ],
  notCounted: ["What was told after week 12 is kept apart."],
  scale: "done, partly, not yet, no longer relevant",
  before: "",
}));

export const lineManagers = alone((report) => ({
  title: "What managers saw",
  says: lineManagersInWords(report.practice),
  meaning:
    "Managers are asked whether they saw what was learned applied. They are asked only where the learner agreed.",
  formula: [
    "Yes or partly, divided by all managers who could say and saw an opportunity. Those who saw none are told beside it.",
  ],
  steps: [
    ...stageSteps(report, "M"),
    { label: "Saw no opportunity", count: countInWords(report.practice.managersNoOpportunity) },
  ],
  notCounted: [
    "Managers who could not say.",
    "Managers who saw no opportunity.",
    "Learners who did not want their manager asked.",
  ],
  scale: "yes, partly, no, no opportunity, cannot say",
  before: "",
}));

export const measure: TrailMaker = (report, number) => {
  const one = report.measures.find((candidate) => candidate.number === number);
  if (!one) return null;
  return {
    title: measureHeading(one),
    says: measureInWords(one),
    meaning: `${measureNote(one)} ${besideNotBecause}`,
    formula: ["As recorded from the audit or dataset. A blank is not recorded, and never 0.", fourRules],
    steps: one.points.map(({ period, cases }) => ({
      label: `Cases looked at, ${monthInWords(period)}`,
      count: cases === null ? "Not recorded" : String(cases),
    })),
    notCounted: [],
    scale: one.unit,
    before: "",
  };
};
