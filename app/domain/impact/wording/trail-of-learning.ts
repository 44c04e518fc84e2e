// Trails of what was done, how well, and what moved on the day.
import { isWithheld } from "../disclosure/limits";
import type { Report } from "../report";
import { activityInWords, howWellInWords, meanInWords } from "./activity";
import { changeTitle, countInWords } from "./figures";
import { slugKeys } from "./keys";
import { learningSentence, methodInWords, nearTopInWords, scenariosInWords, sizeInWords } from "./learning";
import { alone, type TrailMaker } from "./trail-maker";
import {
  beforeAsked,
  confidenceAsked,
  notPaired,
  pairSteps,
  pairsInWords,
  placesSteps,
  stageSteps,
} from "./trail-steps";

const changeFormula = (change: Report["confidence"]["change"]) => [
  "For each person with both answers: the score at the end less the score before.",
  "The mean of these differences is the change. The interval says between which values it would lie in 95 of 100 such groups.",
  isWithheld(change)
    ? "From three sessions on, sessions are pooled by a random-effects model, because people in one session are alike."
    : methodInWords(change),
];

export const places = alone((report) => ({
  title: "Places taken up",
  says: activityInWords(report),
  meaning:
    "Everybody whom a register shows at a session, in full or in part, counted once for each session. Somebody who came to two sessions counts twice.",
  formula: ["Marks in the registers, added up over the sessions whose registers are finished."],
  steps: [
    ...placesSteps(report),
    { label: "Booked and did not come", count: countInWords(report.activity.absent) },
    { label: "Came without a booking", count: countInWords(report.activity.walkIns) },
  ],
  notCounted: ["Sessions whose registers are not finished.", "Bookings cancelled in time."],
  scale: "",
  before: "",
}));

export const reaction: TrailMaker = (report, slug) => {
  const one = report.reactions[slugKeys(report.reactions).indexOf(slug)];
  if (!one) return null;
  return {
    title: `“${one.wording}”`,
    says: meanInWords(one),
    meaning: "What people thought of the training at the end of it. Liking it is not learning from it.",
    formula: [
      "The sum of all answers to this question, divided by how many there are. Blank is not counted as 0.",
    ],
    steps: [
      ...placesSteps(report),
      ...stageSteps(report, "T2"),
      { label: "Answered this question", count: countInWords(one.answers) },
    ],
    notCounted: ["People who left this question blank.", "People who were not asked it."],
    scale: `${one.lowestLabel === "" ? "lowest" : one.lowestLabel} to ${one.highestLabel === "" ? "highest" : one.highestLabel}; ${one.highest} is the highest`,
    before: "",
  };
};

export const returns = alone((report) => ({
  title: "How many answered",
  says: howWellInWords(report),
  meaning:
    "Of those who were asked at each time, how many answered in time. The aims are for planning; they are no marks.",
  formula: ["Answered in time, divided by asked. Answers out of time are kept apart and told beside it."],
  steps: [
    ...placesSteps(report),
    ...(["T0", "T1", "T2", "T3", "M", "T4"] as const).flatMap((stage) => stageSteps(report, stage)),
  ],
  notCounted: [
    "People who did not come are not asked at the end or later.",
    "Managers are asked only where the learner agreed.",
  ],
  scale: "",
  before: "",
}));

export const confidence = alone((report) => ({
  title: "Confidence, before and at the end",
  says: learningSentence(report.confidence, report.activity.came),
  meaning:
    "How confident people said they were that they can do what the training was about. It is what they say of themselves: not knowledge, and not practice.",
  formula: [...changeFormula(report.confidence.change), sizeInWords(report.confidence)],
  steps: pairSteps(report, report.confidence.change),
  notCounted: [...notPaired, ...[nearTopInWords(report.confidence)].filter((one) => one !== null)],
  scale: confidenceAsked,
  before: beforeAsked,
}));

export const scenarios = alone((report) => ({
  title: "Scenarios answered rightly, before and at the end",
  says: scenariosInWords(report.scenarios, report.activity.came),
  meaning:
    "Short cases with one right answer, the same before and at the end. They are scored, so they do not rest on what people think of themselves.",
  formula: [
    "A person’s score is the share of scenarios answered rightly, of those answered, if at least half were.",
    ...changeFormula(report.scenarios.change),
  ],
  steps: pairSteps(report, report.scenarios.change),
  notCounted: notPaired,
  scale: "0% to 100% of the scenarios answered",
  before: beforeAsked,
}));

export const item: TrailMaker = (report, slug) => {
  const one = report.items[slugKeys(report.items).indexOf(slug)];
  if (!one) return null;
  return {
    title: one.wording,
    says: changeTitle(one.change),
    meaning: `One question of ${one.ofCourse ? "the course’s own" : "those asked on every course"}. Single questions describe: a difference between them may be chance.`,
    formula: changeFormula(one.change).slice(0, 2),
    steps: pairSteps(report, one.change),
    notCounted: notPaired,
    scale: confidenceAsked,
    before: beforeAsked,
  };
};

export const course: TrailMaker = (report, slug) => {
  const one = report.courses.find((candidate) => candidate.slug === slug);
  if (!one) return null;
  return {
    title: `Confidence: ${one.title}`,
    says: changeTitle(one.change),
    meaning:
      "The change in confidence of those who came to this course. Courses differ in who comes and what is asked of them: they are not to be compared with one another.",
    formula: changeFormula(one.change),
    steps: [{ label: "With both answers (pairs)", count: pairsInWords(one.change) }],
    notCounted: notPaired,
    scale: confidenceAsked,
    before: beforeAsked,
  };
};
