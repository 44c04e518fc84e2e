// What a release says of the question whether learners changed, in the report's own words.
import { isWithheld } from "./disclosure/limits";
import type { Direction } from "./impact";
import type { Block } from "./release";
import { bandsRow, capital, changeRow, textBlock } from "./release-blocks";
import type { Report } from "./report";
import { changeTitle, ofScenarios, withheldInWords } from "./wording/figures";
import {
  baselineInWords,
  learningSentence,
  methodInWords,
  nearTopInWords,
  responseShiftInWords,
  sizeInWords,
} from "./wording/learning";
import { fourRules, funnelInWords, overTimeInWords, overTimeTitle } from "./wording/over-time";

const directionNames: Record<Direction, string> = {
  improved: "went up",
  same: "stayed the same",
  declined: "went down",
};
const directionName = (labels: readonly Direction[]) =>
  capital(labels.map((label) => directionNames[label]).join(" or "));

export function learningBlocks(report: Report): Block[] {
  const { confidence, scenarios, items, courses, activity } = report;
  const { change, direction } = confidence;
  return [
    ...textBlock(learningSentence(confidence, activity.came)),
    {
      kind: "changes",
      title: changeTitle(change),
      intro: "Mean change in confidence, on a scale of 0 to 10. The line is the 95% interval.",
      unit: "points",
      rows: [
        changeRow("All together", change),
        ...(courses.length > 1 ? courses.map((course) => changeRow(course.title, course.change)) : []),
      ],
      note: "Courses are in order of their name: they are not ranked, and not to be compared, since they differ in who comes.",
    },
    {
      kind: "shares",
      title: "Which way people moved",
      intro: "People with both answers, by whether their confidence went up, stayed the same or went down.",
      rowHeading: "What was rated",
      unit: "people",
      rows: [bandsRow("Confidence", direction, directionName)],
      note: "A fall is not a failure: people also learn how much there is to know.",
    },
    ...textBlock(nearTopInWords(confidence)),
    ...textBlock(isWithheld(change) ? null : sizeInWords(confidence)),
    ...scored(report, scenarios),
    ...(items.length === 0
      ? []
      : [
          {
            kind: "changes" as const,
            title: "Question by question",
            intro: "Mean change for each question asked in the same words before and after, from 0 to 10.",
            unit: "points",
            rows: items.map((item) => changeRow(item.wording, item.change)),
            note: "Single questions describe; the mean of all of them is the figure that was chosen beforehand.",
          },
        ]),
    ...textBlock(baselineInWords(report.baseline)),
    ...textBlock(responseShiftInWords(report.responseShift)),
    ...overTime(report),
    ...textBlock(isWithheld(change) ? null : methodInWords(change)),
  ];
}

function scored({ activity }: Report, scenarios: Report["scenarios"]): Block[] {
  return [
    ...textBlock(
      isWithheld(scenarios.change)
        ? `Scenarios answered rightly: ${withheldInWords(scenarios.change)}.`
        : learningSentence(scenarios, activity.came, ofScenarios),
    ),
    ...(isWithheld(scenarios.change)
      ? []
      : [
          {
            kind: "changes" as const,
            title: changeTitle(scenarios.change, ofScenarios),
            intro: "Scenarios answered rightly, in per cent. The line is the 95% interval.",
            unit: "percentage points",
            rows: [changeRow("Scenarios", scenarios.change)],
            note: "Scored answers, so this does not rest on what people say of themselves.",
          },
        ]),
  ];
}

function overTime({ overTime: time, funnel }: Report): Block[] {
  const drawn: Block[] =
    time === null || isWithheld(time)
      ? []
      : [
          {
            ...time,
            kind: "time",
            title: overTimeTitle(time, "The change in confidence"),
            intro: "Mean change in confidence, from 0 to 10, in the order of time.",
            unit: "points",
            note: `${overTimeInWords(time)} ${fourRules}`,
          },
        ];
  return [...drawn, ...textBlock(funnel === null ? null : funnelInWords(funnel))];
}
