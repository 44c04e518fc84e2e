// What difference on the day: confidence, scenarios, single questions, and the two checks on them.
import { counted, wholeNumber } from "~/shared/format";
import { isWithheld } from "../disclosure/limits";
import type { Change } from "../impact";
import type { Baseline, LearningFigure, Report, Shown } from "../report";
import {
  amountInWords,
  asMovement,
  boundInWords,
  directionInWords,
  intervalInWords,
  mayBeEither,
  movementInWords,
  movementOnScale,
  noComparison,
  ofConfidence,
  ofScenarios,
  peopleInWords,
  type Scale,
  shareInWords,
  withheldInWords,
} from "./figures";

/** The sentence of a change, to be read aloud; the one claim the figures can carry. */
export function learningSentence(
  figure: Pick<LearningFigure, "change" | "matchedRate" | "direction">,
  came: Shown<number>,
  scale: Scale = ofConfidence,
): string {
  return `${movementSentence(figure, came, scale)}${isWithheld(figure.change) ? "" : ` ${noComparison}`}`;
}

/** The same without the lack of a comparison, for where it has just been said. */
function movementSentence(
  figure: Pick<LearningFigure, "change" | "matchedRate" | "direction">,
  came: Shown<number>,
  scale: Scale = ofConfidence,
): string {
  const { change, matchedRate, direction } = figure;
  if (isWithheld(change)) return noChange(change.reason);
  const of =
    isWithheld(matchedRate) || matchedRate === null || isWithheld(came)
      ? ""
      : ` (${shareInWords(matchedRate)} of ${wholeNumber(came)} who came)`;
  const ways = isWithheld(direction) ? "" : ` ${directionInWords(direction)}.`;
  return `Of ${peopleInWords(change.pairs)} with both answers${of}, ${scale.subject} ${movementOnScale(change, scale)}.${ways}`;
}

const noChange = (reason: string) =>
  reason.startsWith("fewer than")
    ? "Too few people have answered both before and after for a change to be shown: at least 10 are needed."
    : "The change is not shown: with other figures it would give the answers of a few people away.";

/** "Most started near the top of the scale": said of a group with little room to rise. */
export const nearTopInWords = (figure: LearningFigure): string | null =>
  figure.startedNearTop === true
    ? "More than 15% started at the very top of the scale, so there was little room to rise."
    : null;

/** How a change was worked out, for those who want to know. */
export function methodInWords(change: Change): string {
  const base =
    "Each person’s score is the mean of the questions they answered, if they answered at least half. Only people with both answers count.";
  return change.method === "pooled sessions"
    ? `${base} ${counted(change.sessions, "session was", "sessions were")} pooled by a random-effects model (REML, modified Hartung-Knapp), because people in one session are alike.${change.sessions < 5 ? " With so few sessions the interval is wide." : ""}`
    : `${base} The interval is a t interval on ${counted(change.pairs, "pair")}.`;
}

/** The change beside how much people differ (g_av), without a verdict. */
export function sizeInWords({ size }: Pick<LearningFigure, "size">): string {
  if (isWithheld(size) || size === null) return "Its size in standard deviations cannot be given.";
  const interval =
    size.low === null || size.high === null
      ? "no interval can be given"
      : `95% interval ${boundInWords(size.low, 2)} to ${boundInWords(size.high, 2)}`;
  return `Set against how much people differ from one another, it comes to ${boundInWords(size.value, 2)} standard deviations (g_av; ${interval}). This compares studies. It does not tell whether a change matters.`;
}

/** What people moved between booking and arrival, when nothing had been taught, beside the change of the day. */
export function baselineInWords(baseline: Report["baseline"]): string | null {
  if (baseline === null) return null;
  if (isWithheld(baseline)) return `Moved before any training: ${withheldInWords(baseline)}.`;
  return baselineOf(baseline);
}

function baselineOf({ people, drift, change, excess }: Baseline): string {
  const moved = (estimate: Baseline["drift"]) =>
    `${movementInWords(asMovement(estimate))} (${intervalInWords(estimate)})`;
  return (
    `Of ${peopleInWords(people)} who answered at booking, on arrival and at the end, confidence ${moved(drift)} before any training ` +
    `and ${moved(change)} during it. The second less the first is ${boundInWords(excess.value)} points (${intervalInWords(excess)}).`
  );
}

/** How people saw their starting point afterwards, beside what they had said then. */
export function responseShiftInWords(shift: Report["responseShift"]): string | null {
  if (shift === null) return null;
  if (isWithheld(shift)) return `Seen in hindsight: ${withheldInWords(shift)}.`;
  const { value, people } = shift;
  const apart =
    value === 0 ? "the same as" : `${amountInWords(value)} ${value > 0 ? "lower" : "higher"} than`;
  const either = mayBeEither(shift) ? ", which could be either way" : "";
  return (
    `Asked afterwards where they had stood before, ${peopleInWords(people)} recalled a level that was on average ${apart} ` +
    `what they had said at the time${either} (${intervalInWords(shift)}). What is recalled has faults of its own, and is never mixed with what was said at the time.`
  );
}

export const notEnoughPairs =
  "A change is shown once at least 10 people have answered both before and at the end, and where it does not give the answers of a few people away.";

export const courseNote =
  "Courses differ in who comes and what is asked of them, so they are not to be compared with one another.";

/** The plain sentence over the rows of courses. */
export function coursesInWords({ courses }: Pick<Report, "courses">): string {
  if (courses.length === 0) return "No course has been delivered in this time.";
  const shown = courses.filter(({ change }) => !isWithheld(change)).length;
  if (shown === courses.length)
    return `${counted(shown, "course")}, each with its change and how sure it is.`;
  if (shown === 0)
    return `${counted(courses.length, "course was", "courses were")} delivered; of none can a change be shown.`;
  return `${counted(courses.length, "course was", "courses were")} delivered. The change can be shown of ${wholeNumber(shown)}; of the others too few answered, or theirs would give a few people’s answers away.`;
}

/** Scored scenarios in words, or that too few have answered them; never mistaken for confidence. */
export const scenariosInWords = (figure: LearningFigure, came: Shown<number>) =>
  isWithheld(figure.change)
    ? `Scenarios answered rightly: ${withheldInWords(figure.change)}.`
    : movementSentence(figure, came, ofScenarios);
