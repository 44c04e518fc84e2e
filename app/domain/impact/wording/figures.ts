// How a figure is put into words: amounts, movements, intervals, shares, and that something is not shown.
import { decimal, listed, percent, signed, wholeNumber } from "~/shared/format";
import { isWithheld, type Withheld } from "../disclosure/limits";
import type { Bands, Change, Direction } from "../impact";
import type { Estimated, Share, Shown } from "../report";

/** What moved, in what unit, and how long its scale is. */
export type Scale = {
  /** In the middle of a sentence: "average confidence". */
  subject: string;
  /** At the start of a title: "Confidence". */
  title: string;
  /** In a title after "whether": "confidence". */
  short: string;
  unit: string;
  /** The unit of exactly one. */
  single: string;
  places: number;
  /** From the lowest to the highest answer. */
  range: number;
  /** " on a scale of 0 to 10" */
  whole: string;
};

export const ofConfidence: Scale = {
  subject: "average confidence",
  title: "Confidence",
  short: "confidence",
  unit: "points",
  single: "points",
  places: 1,
  range: 10,
  whole: " on a scale of 0 to 10",
};

export const ofScenarios: Scale = {
  subject: "the average share of scenarios answered rightly",
  title: "Scenarios answered rightly",
  short: "the share of scenarios answered rightly",
  unit: "percentage points",
  single: "percentage point",
  places: 0,
  range: 100,
  whole: "",
};

export const noComparison = "Without a comparison group we cannot say that training alone caused this.";

/** "Not enough answers (fewer than 10)"; one phrase for every other reason, so that none tells a number apart. */
export const withheldInWords = (withheld: Withheld) =>
  withheld.reason.startsWith("fewer than")
    ? `Not enough answers (${withheld.reason})`
    : "Not shown, to keep people from being recognised";

/** "1,234", or that it is not shown. */
export const countInWords = (count: Shown<number>) =>
  isWithheld(count) ? withheldInWords(count) : wholeNumber(count);

/** "12 people", "1 person" */
export const peopleInWords = (count: number) => `${wholeNumber(count)} ${count === 1 ? "person" : "people"}`;

/** "1.9 points", "less than 0.1 points": an amount that is not 0 never reads as 0. Without its sign. */
export function amountInWords(value: number, scale: Scale = ofConfidence): string {
  const text = decimal(Math.abs(value), scale.places);
  if (!/[1-9]/.test(text) && value !== 0) {
    const least = decimal(10 ** -scale.places, scale.places);
    return `less than ${least} ${least === "1" ? scale.single : scale.unit}`;
  }
  return `${text} ${text === "1" ? scale.single : scale.unit}`;
}

/** An end of an interval: "1.2", "−0.04", "just above 0". An end that is not 0 never reads as 0. */
export function boundInWords(value: number, places = 1): string {
  if (value === 0) return "0";
  for (const more of [places, places + 1]) {
    const text = decimal(value, more);
    if (/[1-9]/.test(text)) return text;
  }
  return value > 0 ? "just above 0" : "just below 0";
}

type Interval = { low: number | null; high: number | null };

/** "95% interval 1.2 to 2.8" */
export const intervalInWords = ({ low, high }: Interval, scale: Scale = ofConfidence) =>
  low === null || high === null
    ? "no interval can be given"
    : `95% interval ${boundInWords(low, scale.places)} to ${boundInWords(high, scale.places)}`;

/** Whether the interval leaves open which way it went. */
export const mayBeEither = ({ low, high }: Interval) =>
  low !== null && high !== null && low <= 0 && high >= 0;

/** An interval longer than a tenth of the scale that leaves open which way it went tells too little. */
export const tellsTooLittle = (interval: Interval, scale: Scale) =>
  mayBeEither(interval) && (interval.high ?? 0) - (interval.low ?? 0) > scale.range / 10;

const signedAmount = (value: number, scale: Scale) => {
  const amount = amountInWords(value, scale);
  return amount.startsWith("less than") ? amount : `${signed(value, scale.places)} ${scale.unit}`;
};

/** "rose by 1.9 points", "fell by 0.4 points", "moved by +0.2 points, which could be a rise or a fall". */
export function movementInWords(
  change: Pick<Change, "change" | "low" | "high">,
  scale: Scale = ofConfidence,
): string {
  if (mayBeEither(change)) {
    const moved =
      change.change === 0 ? "came out the same on average" : `moved by ${signedAmount(change.change, scale)}`;
    return tellsTooLittle(change, scale)
      ? `${moved}, which is not enough information to tell a rise from a fall`
      : `${moved}, which could be a rise or a fall`;
  }
  if (change.change === 0) return "stayed the same";
  return `${change.change > 0 ? "rose" : "fell"} by ${amountInWords(change.change, scale)}`;
}

/** "rose by 1.9 points on a scale of 0 to 10 (95% interval 1.2 to 2.6)": the movement with its scale and how sure it is. */
export function movementOnScale(
  change: Pick<Change, "change" | "low" | "high">,
  scale: Scale = ofConfidence,
): string {
  const movement = movementInWords(change, scale);
  const interval = intervalInWords(change, scale);
  // After "rise or a fall" the scale would seem to belong to the fall.
  if (mayBeEither(change)) return `${movement} (${interval}${scale.whole === "" ? "" : `,${scale.whole}`})`;
  return `${movement}${scale.whole} (${interval})`;
}

/** A title that answers the question: "Confidence rose by 1.9 points". */
export function changeTitle(change: Shown<Change>, scale: Scale = ofConfidence): string {
  if (isWithheld(change))
    return change.reason.startsWith("fewer than")
      ? "Not enough answers to show a change"
      : "The change is not shown";
  if (tellsTooLittle(change, scale))
    return `Not enough information to say whether ${scale.short} rose or fell`;
  return `${scale.title} ${movementInWords(change, scale)}`;
}

/** An estimate as a change, so that it is said in the same words. */
export const asMovement = ({ value, low, high }: Estimated) => ({ change: value, low, high });

/** "38%", "less than 1%", "more than 99%": neither nothing nor all unless it is. From 0 to 1. */
export function shareInWords(share: number): string {
  if (share > 0 && share < 0.005) return "less than 1%";
  if (share < 1 && share >= 0.995) return "more than 99%";
  return percent(share);
}

/** "38% (118 of 310; 95% interval 33% to 44%)" */
export const shareOfInWords = ({ part, whole, share, low, high }: Share) =>
  `${shareInWords(share)} (${wholeNumber(part)} of ${wholeNumber(whole)}; 95% interval ${percent(low)} to ${percent(high)})`;

const directionWords: Record<Direction, string> = {
  improved: "went up",
  same: "stayed the same",
  declined: "went down",
};

/** "20 went up and 6 stayed the same or went down" */
export function directionInWords(direction: Shown<Bands<Direction>>): string {
  if (isWithheld(direction)) return withheldInWords(direction);
  return listed(
    direction.bands.map(
      (band) =>
        `${wholeNumber(band.count)} ${band.labels.map((label) => directionWords[label]).join(" or ")}`,
    ),
  );
}
