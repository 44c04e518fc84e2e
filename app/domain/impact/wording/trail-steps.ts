// The steps that trails share: from booked to came, asked, answered and paired, and who drops out on the way.
import { wholeNumber } from "~/shared/format";
import { isWithheld, type Withheld } from "../disclosure/limits";
import type { Change } from "../impact";
import type { Report, ReturnRate, Shown } from "../report";
import { stageNames } from "./activity";
import { countInWords, withheldInWords } from "./figures";
import type { TrailStep } from "./trail";

export const beforeAsked =
  "At booking, in time; where that is missing, on arrival. What people recall afterwards is never mixed in.";
export const confidenceAsked = "0 (not at all confident) to 10 (fully confident)";

export const placesSteps = ({ activity }: Report): TrailStep[] => [
  { label: "Sessions delivered and registered", count: wholeNumber(activity.sessions) },
  { label: "Places booked", count: countInWords(activity.booked) },
  { label: "Came, in full or in part", count: countInWords(activity.came) },
];

/** Asked, answered and kept apart at a stage; nothing where nobody was asked. */
export function stageSteps(report: Report, stage: ReturnRate["stage"]): TrailStep[] {
  const one = report.returns.find((candidate) => candidate.stage === stage);
  if (!one || (one.owed === 0 && one.answered === 0)) return [];
  const name = stageNames[stage];
  return [
    { label: `${name}: asked`, count: countInWords(one.owed) },
    { label: `${name}: answered`, count: countInWords(one.answered) },
    { label: `${name}: answered out of time, kept apart`, count: countInWords(one.keptApart) },
  ];
}

export const pairSteps = (report: Report, change: Shown<Change>): TrailStep[] => [
  ...placesSteps(report),
  ...stageSteps(report, "T0"),
  ...stageSteps(report, "T1"),
  ...stageSteps(report, "T2"),
  { label: "With both answers (pairs)", count: pairsInWords(change) },
  ...(isWithheld(change)
    ? []
    : [{ label: "Sessions that the pairs come from", count: wholeNumber(change.sessions) }]),
];

export const pairsInWords = (change: Shown<Change>) =>
  isWithheld(change) ? withheldInWords(change) : wholeNumber(change.pairs);

/** How many people a figure rests on. */
export const peopleBehind = (figure: { people: number } | Withheld | null) =>
  isWithheld(figure) ? withheldInWords(figure) : wholeNumber(figure?.people ?? 0);

export const notPaired = [
  "People who answered only before, or only at the end.",
  "People who left more than half of the questions blank, one time or the other.",
  "Answers on arrival after the training had begun, and answers more than 48 hours after the end. They are kept, and counted as kept apart.",
  "Questions whose words were changed between the two times.",
];
