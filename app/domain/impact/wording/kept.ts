// What was kept weeks later, and whether those who told us are like those who did not.
import { percent, wholeNumber } from "~/shared/format";
import { isWithheld } from "../disclosure/limits";
import type { FollowUp, NonResponse, Report } from "../report";
import {
  amountInWords,
  boundInWords,
  intervalInWords,
  mayBeEither,
  ofConfidence,
  peopleInWords,
  tellsTooLittle,
} from "./figures";

/** How much of the gain was still held, what faded, and the share kept where it may be given. */
export function followUpInWords(followUp: Report["followUp"]): string {
  if (isWithheld(followUp))
    return followUp.reason.startsWith("fewer than")
      ? `Whether it was kept is not known: ${followUp.reason} people have answered before, at the end and weeks later.`
      : "Whether it was kept is not shown, to keep people from being recognised.";
  const { people, retention } = followUp;
  const kept =
    retention === null || retention.low === null || retention.high === null
      ? ""
      : ` What was left was ${percentOf(retention.value)} of the gain at the end (95% interval ${percentOf(retention.low)} to ${percentOf(retention.high)}).`;
  return `Of ${peopleInWords(people)} who answered all three times, ${heldInWords(followUp)}; ${fadeInWords(followUp)}.${kept} This says nothing of those who did not answer.`;
}

const percentOf = (share: number) => percent(share).replace("-", "−");

function heldInWords({ held }: FollowUp): string {
  const where = `weeks later average confidence`;
  if (tellsTooLittle(held, ofConfidence))
    return `there is not enough information to say whether ${where} was above or below where it began (${intervalInWords(held)})`;
  if (held.value === 0) return `${where} was where it began (${intervalInWords(held)})`;
  const side = held.value > 0 ? "above" : "below";
  const either = mayBeEither(held) ? ", which could also be the other side of it" : "";
  return `${where} was ${amountInWords(held.value)} ${side} where it began${either} (${intervalInWords(held)})`;
}

function fadeInWords({ fade }: FollowUp): string {
  if (tellsTooLittle(fade, ofConfidence))
    return `there is not enough information to say whether any of it faded (${intervalInWords(fade)})`;
  if (fade.value === 0) return `since the end it stayed the same (${intervalInWords(fade)})`;
  const moved = fade.value < 0 ? "fallen" : "risen further";
  const either = mayBeEither(fade) ? ", which could be a rise or a fall" : "";
  return `since the end it had ${moved} by ${amountInWords(fade.value)}${either} (${intervalInWords(fade)})`;
}

/** A title that answers whether the gain was kept. */
export function keptTitle(followUp: Report["followUp"]): string {
  if (isWithheld(followUp)) return "Whether it was kept is not known";
  const { held } = followUp;
  if (tellsTooLittle(held, ofConfidence)) return "Not enough information to say whether it was kept";
  if (mayBeEither(held)) return "Weeks later confidence was close to where it began";
  return `Weeks later confidence was ${amountInWords(held.value)} ${held.value > 0 ? "above" : "below"} where it began`;
}

/** Stands first, and in bold, where they do. */
export const answerersDiffer = "People who answered differ.";

/** Whether those who answered weeks later are like those who did not; null where that was not asked. */
export function nonResponseInWords(nonResponse: Report["nonResponse"]): string | null {
  if (nonResponse === null) return null;
  if (isWithheld(nonResponse))
    return "Too few answered, or too few did not, to compare those who answered weeks later with those who did not.";
  const { answered, silent, before, change } = nonResponse;
  const groups = `${wholeNumber(answered)} answered weeks later and ${wholeNumber(silent)} did not.`;
  const apart = `Those who answered began ${apartInWords(before)}; their change on the day was ${apartInWords(change)}.`;
  return nonResponse.differ
    ? `${answerersDiffer} ${groups} ${apart} What was kept by the others may be more or less.`
    : `${groups} ${apart} By these two measures they look much alike; in other ways they may differ.`;
}

function apartInWords(estimate: NonResponse["before"]): string {
  const { value } = estimate;
  const interval = `(${intervalInWords(estimate)})`;
  if (value === 0) return `level with the others ${interval}`;
  const either = mayBeEither(estimate) ? `, which could also be ${value > 0 ? "lower" : "higher"}` : "";
  return `${amountInWords(value)} ${value > 0 ? "higher" : "lower"}${either} ${interval}`;
}

/** The share kept, for a table: "67%", or why there is none. */
export const retentionInWords = ({ retention }: FollowUp) =>
  retention === null
    ? "not given: the gain at the end is too unsure"
    : `${percentOf(retention.value)} (${retention.low === null || retention.high === null ? "no interval" : `${percentOf(retention.low)} to ${percentOf(retention.high)}`})`;

export const estimateInWords = (estimate: NonResponse["before"]) =>
  `${boundInWords(estimate.value)} (${intervalInWords(estimate)})`;

export const keptMethod =
  "Only people who answered before, at the end and six to twelve weeks later count. Each difference is a mean with a t interval. The share kept is given with Fieller’s interval, and only where the gain at the end is surely above 0. Those who answered are said to differ where they began, or changed, by more than 0.2 of a standard deviation more or less than those who did not, or where the interval of that difference leaves out 0.";
