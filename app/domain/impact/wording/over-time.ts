// Change over time and between sessions: what the rules say in words, without judging anybody.
import { counted } from "~/shared/format";
import { isWithheld } from "../disclosure/limits";
import type { Funnel, OverTime, Report } from "../report";
import { shareInWords } from "./figures";

/** The four signs that more than chance is at work, in the order in which they are told. */
export const chanceRules = ["outside", "sevenOneSide", "sevenTrend", "twoOfThree"] as const;
export type ChanceRule = (typeof chanceRules)[number];

const ruleWords: Record<ChanceRule, string> = {
  outside: "a point lies outside the limits",
  sevenOneSide: "seven points in a row lie on one side of the middle",
  sevenTrend: "seven points in a row rise or fall",
  twoOfThree: "two of three points in a row lie near the same limit",
};

const isChanceRule = (flag: string): flag is ChanceRule => Object.hasOwn(ruleWords, flag);

/** "a point lies outside the limits"; a flag of no known rule is told as such. */
export const flagInWords = (flag: string) => (isChanceRule(flag) ? ruleWords[flag] : "it stands out");

type Flagged = Pick<OverTime, "kind" | "points">;

/** A title that answers whether anything but chance is seen. */
export function overTimeTitle({ kind, points }: Flagged, subject: string): string {
  const known = points.filter(({ value }) => value !== null).length;
  if (known < 2) return `${subject} over time`;
  if (kind === "run chart") return `${subject} over time: ${counted(known, "point")}, too few for limits`;
  return points.some(({ flags }) => flags.length > 0)
    ? `${subject} moved by more than chance`
    : `${subject}: nothing beyond chance is seen`;
}

/** The plain sentence of a chart over time, its rules named. */
export function overTimeInWords(
  { kind, points }: Flagged,
  leftOut = "Points with too few answers are left out.",
): string {
  const known = points.filter(({ value }) => value !== null);
  if (known.length === 0) return "There is nothing to show over time yet.";
  const hidden = points.length - known.length;
  const missing = hidden === 0 ? "" : ` ${leftOut}`;
  if (kind === "run chart")
    return `With fewer than 12 points the chart shows only the middle of them: limits would be guesswork.${missing}`;
  const signs = chanceRules.filter((rule) => points.some(({ flags }) => flags.includes(rule)));
  const other = signs.length === 0 && points.some(({ flags }) => flags.length > 0);
  const said =
    signs.length === 0 && !other
      ? "None of the four signs of something beyond chance is seen. That does not show that nothing changed."
      : `Something beyond chance is at work: ${(other ? ["a point stands out"] : signs.map(flagInWords)).join("; ")}. The chart does not tell what.`;
  return `${said}${missing}`;
}

export const fourRules =
  "From 12 points on, limits are drawn at the mean and 2.66 mean moving ranges either side (XmR). Four signs are looked for: a point outside the limits; seven points in a row on one side of the middle; seven in a row that rise or fall; two of three in a row near the same limit.";

/** A title that answers whether sessions differ by more than chance. */
export function funnelTitle(funnel: Funnel): string {
  const outside = funnel.points.filter((point) => point.outside !== "no").length;
  if (outside === 0) return "Sessions differ by no more than chance would have them";
  return `${counted(outside, "session stands", "sessions stand")} outside where chance alone would put ${outside === 1 ? "it" : "them"}`;
}

/** The plain sentence of the funnel: no session is named and none is ranked. */
export function funnelInWords(funnel: Report["funnel"]): string {
  if (funnel === null) return "Sessions are compared from 12 sessions on.";
  if (isWithheld(funnel)) return "How sessions differ is not shown, to keep people from being recognised.";
  const outside = funnel.points.filter((point) => point.outside === "99.8%").length;
  const beyond =
    outside === 0
      ? ""
      : ` ${counted(outside, "lies", "lie")} outside the outer limits, where about 1 in 500 would lie by chance.`;
  return `Of all pairs, ${shareInWords(funnel.overall)} went up. Each mark is a session; small sessions vary more, so the limits are wider for them.${beyond} A session outside the limits is a question to ask, not an answer. Sessions are not named and trainers are not ranked.`;
}

export const outsideInWords: Record<Funnel["points"][number]["outside"], string> = {
  no: "within the limits",
  "95%": "outside the inner limits (95%)",
  "99.8%": "outside the outer limits (99.8%)",
};
