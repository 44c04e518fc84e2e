// Every sentence that is said of an impact figure. Claims that the figures cannot carry cannot be made here.

import { addDays } from "~/shared/civil-time";
import { counted, decimal, listed, percent, plainDate, signed, wholeNumber } from "~/shared/format";
import { isWithheld, type Withheld } from "./disclosure/limits";
import type { Bands, Change, CourseImpact, Direction, PracticeMeasure, ReportingYear } from "./impact";

const noComparison = "Without a comparison group we cannot say that training alone caused this.";

/** "Not enough answers (fewer than 10)"; one phrase for every reason, so that none tells a number apart. */
export const withheldInWords = (withheld: Withheld) =>
  withheld.reason.startsWith("fewer than")
    ? `Not enough answers (${withheld.reason})`
    : "Not shown, to keep people from being recognised";

/** "between 1.2 and 2.6 points" */
export const intervalInWords = (change: Pick<Change, "low" | "high">) =>
  change.low === null || change.high === null
    ? "everyone changed by the same amount, so no interval can be given"
    : `95% interval ${signedPlain(change.low)} to ${signedPlain(change.high)}`;

const signedPlain = (value: number) => decimal(value);

/** "rose by 1.9 points", "fell by 0.4 points", "may have risen or fallen": never "no effect". */
export function movementInWords(change: Change): string {
  const { low, high } = change;
  if (low !== null && high !== null && low <= 0 && high >= 0) {
    return `moved by ${signed(change.change)} points, which could be a rise or a fall`;
  }
  if (change.change === 0) return "stayed the same";
  return `${change.change > 0 ? "rose" : "fell"} by ${decimal(Math.abs(change.change))} points`;
}

/** The sentence about one course, to be read aloud. */
export function courseSentence(impact: CourseImpact): string {
  const { change, attended, matchedRate } = impact;
  if (isWithheld(change)) {
    return change.reason.startsWith("fewer than")
      ? "Too few people have answered both before and after for a change to be shown: at least 10 are needed."
      : "The change is not shown: with the figures of the whole offer it would give a smaller course’s answers away.";
  }
  const ofAll =
    typeof matchedRate === "number" && !isWithheld(attended)
      ? ` (${percent(matchedRate)} of ${wholeNumber(attended)} who came)`
      : "";
  return (
    `Of ${wholeNumber(change.pairs)} people with both answers${ofAll}, average confidence ${movementInWords(change)} ` +
    `on a scale of 0 to 10 (${intervalInWords(change)}). ${noComparison}`
  );
}

/** A title that answers the question: "Confidence rose by 1.9 points". */
export function changeTitle(change: Change | Withheld): string {
  if (!isWithheld(change)) return `Confidence ${movementInWords(change)}`;
  return change.reason.startsWith("fewer than")
    ? "Not enough answers to show a change"
    : "The change is not shown";
}

const directionWords: Record<Direction, string> = {
  improved: "went up",
  same: "stayed the same",
  declined: "went down",
};

/** "20 went up, 6 stayed the same or went down" */
export function directionInWords(direction: Bands<Direction> | Withheld): string {
  if (isWithheld(direction)) return withheldInWords(direction);
  return listed(
    direction.bands.map(
      (band) =>
        `${wholeNumber(band.count)} ${band.labels.map((label) => directionWords[label]).join(" or ")}`,
    ),
  );
}

/** How a change was worked out, for those who want to know. */
export function methodInWords(change: Change): string {
  const base =
    "Each person's score is the mean of the confidence items they answered, if they answered at least half. Only people with both answers count.";
  return change.method === "pooled sessions"
    ? `${base} ${counted(change.sessions, "session")} were pooled by a random-effects model (REML, modified Hartung-Knapp), because people in one session are alike.${change.sessions < 5 ? " With so few sessions the interval is wide." : ""}`
    : `${base} The interval is a t interval on ${counted(change.pairs, "pair")}.`;
}

/** "April 2026 to March 2027" */
export const yearInWords = (year: ReportingYear) =>
  `${plainDate(year.from).replace(/^\d+ /, "")} to ${plainDate(addDays(year.until, -1)).replace(/^\d+ /, "")}`;

/** The sentence at the top of the report. */
export function reportSentence(
  report: { sessions: number; attendances: number | Withheld; change: Change | Withheld },
  year: ReportingYear,
): string {
  if (report.sessions === 0)
    return `No session has been delivered and registered in the reporting year ${yearInWords(year)} so far.`;
  const much = isWithheld(report.attendances)
    ? `${counted(report.sessions, "session")} took place`
    : `${wholeNumber(report.attendances)} places were taken up at ${counted(report.sessions, "session")}`;
  const difference = isWithheld(report.change)
    ? "Too few people have answered both before and after to show a change."
    : `Among the ${wholeNumber(report.change.pairs)} people who answered before and after, average confidence ${movementInWords(report.change)} on a scale of 0 to 10 (${intervalInWords(report.change)}).`;
  return `In the reporting year ${yearInWords(year)}, ${much}. ${difference} Whether practice changed is not yet known.`;
}

/** What the year's figures cannot show. */
export function whatIsNotKnown(report: { matchedRate: number | null; change: Change | Withheld }): string[] {
  const missing =
    report.matchedRate === null || report.matchedRate === 1
      ? []
      : [
          `${percent(1 - report.matchedRate)} of those who came did not answer both times. They may differ from those who did.`,
        ];
  return [
    ...missing,
    `${noComparison} People may also have changed for other reasons, or learned how much there is to know.`,
    "Confidence is what people say of themselves on the day. It is not knowledge, and it is not practice.",
    "Nobody has been asked yet whether the change was kept weeks later.",
    "Nothing here shows what changed for children, adults or families.",
  ];
}

/** What a practice measure's figures say, without judging from two points. */
export function measureInWords(measure: PracticeMeasure): string {
  const known = measure.points.flatMap((point) =>
    point.outcome === null ? [] : [{ ...point, outcome: point.outcome }],
  );
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return "No outcome has been recorded.";
  const unit = measure.unit.startsWith("%") ? "%" : "";
  if (first === last)
    return `${first.outcome}${unit} in ${monthInWords(first.period)}. Nothing later has been recorded.`;
  const target = last.target === null ? "" : ` The target was ${last.target}${unit}.`;
  return `${first.outcome}${unit} in ${monthInWords(first.period)}, ${last.outcome}${unit} in ${monthInWords(last.period)}.${target}`;
}

/** "April 2023", from "2023-04" */
export const monthInWords = (period: string) => plainDate(`${period}-01`).replace(/^1 /, "");

export const besideNotBecause =
  "The training named these measures as what it was meant to move. Two audits are two points: nothing here shows that training moved them.";
