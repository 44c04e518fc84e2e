// The first screen: one sentence to read aloud, four figures, and what is not known.
import { counted, decimal, percent, wholeNumber } from "~/shared/format";
import { isWithheld } from "../disclosure/limits";
import type { Reaction, Report, ReturnRate, Shown } from "../report";
import { basisOf, type Evidence, evidenceOf } from "./evidence";
import {
  amountInWords,
  changeTitle,
  intervalInWords,
  mayBeEither,
  movementOnScale,
  noComparison,
  ofConfidence,
  ofScenarios,
  peopleInWords,
  shareInWords,
  tellsTooLittle,
  withheldInWords,
} from "./figures";
import { slugKeys } from "./keys";
import { sliceInWords, timeInWords } from "./periods";

/** The one sentence at the top: how much, what difference, and what became of what people said they would do. */
export function reportSentence(report: Report): string {
  const { activity, slice } = report;
  const when = timeInWords(report.period);
  const where = sliceInWords(slice);
  if (activity.sessions === 0) return `${when} no session${where} has been delivered and registered so far.`;
  const sessions = `${counted(activity.sessions, "session")}${where}`;
  const much = isWithheld(activity.came)
    ? `${sessions} took place`
    : `${counted(activity.came, "place was", "places were")} taken up at ${sessions}`;
  return `${when}, ${much}; ${difference(report)}; and ${afterwards(report)}.`;
}

function difference({ confidence: { change } }: Report): string {
  if (isWithheld(change))
    return change.reason.startsWith("fewer than")
      ? "too few people answered both before and after for a change to be shown"
      : "the change is not shown, to keep people from being recognised";
  const who = `of the ${peopleInWords(change.pairs)} who answered before and after`;
  if (tellsTooLittle(change, ofConfidence))
    return `the answers ${who} are not enough information to say whether confidence rose or fell (${intervalInWords(change)},${ofConfidence.whole})`;
  return `average confidence ${who} ${movementOnScale(change)}`;
}

function afterwards({ practice }: Report): string {
  const { doneOfAsked } = practice;
  if (isWithheld(doneOfAsked) || doneOfAsked === null) return "whether practice changed is not yet known";
  return `${shareInWords(doneOfAsked.share)} of the ${wholeNumber(doneOfAsked.whole)} things people said they would do, and have been asked about since, were done by their own account`;
}

export type HeadlineFigure = {
  label: string;
  figure: string;
  /** What it counts, of how many, and how many of those who could have answered did. */
  note: string;
  /** Null where there is no figure. */
  evidence: Evidence | null;
  /** Its key on the pages that tell what a figure means. */
  key: string;
};

const notShown = "Not shown";

/** How much, how well, what difference, kept in practice; always these four, in this order. */
export const fourFigures = (report: Report): HeadlineFigure[] => [
  howMuch(report),
  howWell(report),
  whatDifference(report),
  keptInPractice(report),
];

function howMuch({ activity }: Report): HeadlineFigure {
  const { came, booked, sessions } = activity;
  const share =
    isWithheld(came) || isWithheld(booked) || booked === 0
      ? ""
      : `. ${wholeNumber(booked)} places had been booked`;
  return {
    label: "How much",
    figure: isWithheld(came) ? notShown : wholeNumber(came),
    note: isWithheld(came)
      ? withheldInWords(came)
      : `places taken up, in full or in part, at ${counted(sessions, "session")}${share}`,
    evidence: isWithheld(came) ? null : evidenceOf(basisOf.places),
    key: "places",
  };
}

/** The first question at the end that may be shown; else the first. "Relevant" stands first in the set. */
function howWell({ reactions, returns }: Report): HeadlineFigure {
  const relevant = [...reactions].sort(
    (a, b) => Number(b.slug.startsWith("relevant")) - Number(a.slug.startsWith("relevant")),
  );
  const chosen = relevant.find(({ mean }) => !isWithheld(mean)) ?? relevant[0];
  const label = "How well";
  if (!chosen)
    return {
      label,
      figure: "Not known",
      note: "Nobody was asked at the end",
      evidence: null,
      key: "returns",
    };
  const key = `reaction-${slugKeys(reactions)[reactions.indexOf(chosen)] ?? chosen.slug}`;
  if (isWithheld(chosen.mean))
    return { label, figure: notShown, note: withheldInWords(chosen.mean), evidence: null, key };
  return {
    label,
    figure: `${decimal(chosen.mean)} of ${chosen.highest}`,
    note: `on average for “${chosen.wording}”${answersOf(chosen, returns)}`,
    evidence: evidenceOf(basisOf.reaction),
    key,
  };
}

function answersOf({ answers }: Reaction, returns: ReturnRate[]): string {
  const rate = rateOf(returns, "T2");
  const many = isWithheld(answers) ? "" : `, ${counted(answers, "answer")}`;
  return `${many}${rate === null ? "" : `; ${percent(rate)} of those who came answered at the end`}`;
}

/** The share (0 to 1) of those asked who answered a stage, where it may be told. */
function rateOf(returns: readonly ReturnRate[], stage: ReturnRate["stage"]): number | null {
  const rate = returns.find((one) => one.stage === stage)?.rate ?? null;
  return isWithheld(rate) ? null : rate;
}

function whatDifference({ confidence, scenarios }: Report): HeadlineFigure {
  const { change, matchedRate } = confidence;
  const label = "What difference";
  const key = "confidence";
  if (isWithheld(change))
    return { label, figure: notShown, note: withheldInWords(change), evidence: null, key };
  const movement = change.change < 0 ? "−" : "+";
  const amount = amountInWords(change.change);
  const scored = isWithheld(scenarios.change)
    ? ""
    : `. ${changeTitle(scenarios.change, ofScenarios)} (evidence A)`;
  return {
    label,
    figure: amount.startsWith("less than") || change.change === 0 ? amount : `${movement}${amount}`,
    note: `in confidence${ofConfidence.whole} (${intervalInWords(change)})${unsure(change)}; ${peopleInWords(change.pairs)} with both answers${matchedInWords(matchedRate)}${scored}`,
    evidence: evidenceOf(basisOf.confidence),
    key,
  };
}

const unsure = (change: { low: number | null; high: number | null }) =>
  tellsTooLittle(change, ofConfidence)
    ? ", not enough information to tell a rise from a fall"
    : mayBeEither(change)
      ? ", which could be a rise or a fall"
      : "";

/** ", 87% of those who came" */
const matchedInWords = (rate: Shown<number | null>) =>
  isWithheld(rate) || rate === null ? "" : `, ${shareInWords(rate)} of those who came`;

function keptInPractice({ practice, followUp, returns }: Report): HeadlineFigure {
  const label = "Kept in practice";
  const { doneOfAsked, managersSaw } = practice;
  const rate = rateOf(returns, "T3");
  const answered = rate === null ? "" : `; ${percent(rate)} of those asked weeks later answered`;
  if (!isWithheld(doneOfAsked) && doneOfAsked !== null) {
    const seen =
      isWithheld(managersSaw) || managersSaw === null
        ? ""
        : `. ${shareInWords(managersSaw.share)} of ${wholeNumber(managersSaw.whole)} managers saw it applied (evidence A)`;
    return {
      label,
      figure: shareInWords(doneOfAsked.share),
      note: `of ${wholeNumber(doneOfAsked.whole)} commitments that were asked about weeks later were done, silence not counted as done${answered}${seen}`,
      evidence: evidenceOf(basisOf.commitments),
      key: "commitments",
    };
  }
  if (!isWithheld(followUp)) {
    const { held, people: all } = followUp;
    return {
      label,
      figure: `${held.value < 0 ? "−" : "+"}${amountInWords(held.value)}`.replace(/^[+−](?=less)/, ""),
      note: `in confidence weeks later, against before (${intervalInWords(held)}); ${peopleInWords(all)} with all three answers${answered}`,
      evidence: evidenceOf(basisOf.kept),
      key: "kept",
    };
  }
  return {
    label,
    figure: "Not known",
    note: `Too few have answered weeks later (${lowerFirst(withheldInWords(followUp))})`,
    evidence: null,
    key: "kept",
  };
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** What the figures cannot show; the last three are said of every report. */
export function whatIsNotKnown(report: Report): string[] {
  const { confidence, followUp, nonResponse, practice, returns } = report;
  const { matchedRate } = confidence;
  const later = rateOf(returns, "T3");
  const said: string[] = [];
  if (!isWithheld(matchedRate) && matchedRate !== null && matchedRate < 1)
    said.push(
      `${shareInWords(1 - matchedRate)} of those who came did not answer both before and after. They may differ from those who did.`,
    );
  if (isWithheld(followUp))
    said.push("Too few have answered weeks later to say whether the change was kept.");
  else if (!isWithheld(nonResponse) && nonResponse?.differ)
    said.push(
      "People who answered weeks later differ from those who did not, so the rest may have kept more or less.",
    );
  else if (later !== null && later < 1)
    said.push(
      `${shareInWords(1 - later)} of those asked weeks later have not answered. What they kept is not known.`,
    );
  if (isWithheld(practice.managersSaw) || practice.managersSaw === null)
    said.push("Too few managers have answered: whether anybody else saw a change in practice is not known.");
  return [
    ...said,
    `${noComparison} People may also have changed for other reasons, or learned how much there is to know.`,
    "Confidence is what people say of themselves. It is not knowledge, and it is not practice.",
    "Nothing here shows what changed for children, adults or families.",
  ];
}
