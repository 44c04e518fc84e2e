// Practice measures: what the audits found, beside the training that was meant to move it and never because of it.
import { counted, decimal, listed } from "~/shared/format";
import type { PracticeMeasure } from "../impact";
import { controlChart } from "../measures/control-chart";
import type { MeasureBeside, OverTime } from "../report";
import { chanceRules, overTimeInWords } from "./over-time";
import { monthInWords } from "./periods";

export const besideNotBecause =
  "The training named these measures as what it was meant to move. They stand beside it: nothing here shows that training moved them.";

/** The audit cycle's question where it has one, else the measure's name with its number. */
export const measureHeading = ({ number, name, question }: PracticeMeasure) =>
  question ?? (/^\d+$/.test(number) ? `${number}. ${name}` : name);

const known = ({ points }: PracticeMeasure) =>
  points.flatMap((point) => (point.outcome === null ? [] : [{ ...point, outcome: point.outcome }]));

/** 51, 51.5: as it was recorded, to one decimal at most. */
const figure = (value: number) =>
  Number.isInteger(value) ? String(value).replace("-", "−") : decimal(value);

/** What a practice measure's figures say, without judging from two points. */
export function measureInWords(measure: PracticeMeasure): string {
  const outcomes = known(measure);
  const first = outcomes[0];
  const last = outcomes.at(-1);
  if (!first || !last) return "No outcome has been recorded.";
  const unit = measure.unit.startsWith("%") ? "%" : "";
  const at = (point: typeof first) => `${figure(point.outcome)}${unit} in ${monthInWords(point.period)}`;
  if (first === last) return `${at(first)}. Nothing later has been recorded.`;
  const target = last.target === null ? "" : ` The target was ${figure(last.target)}${unit}.`;
  const few = outcomes.length === 2 ? " Two audits are two points: they do not make a trend." : "";
  return `${at(first)}, ${at(last)}.${target}${few}`;
}

/** The period's training that was to move a measure; null where no course is tied to it. */
export function besideInWords({ beside = [] }: MeasureBeside): string | null {
  if (beside.length === 0) return null;
  const courses = beside.map(({ title, sessions }) => `${title} (${counted(sessions, "session")})`);
  return `Training in this time that was to move it: ${listed(courses)}.`;
}

/** Fewer outcomes than this have no middle worth drawing. */
export const fewestForAMiddle = 6;

const better = { higher: "Higher is better.", lower: "Lower is better." } as const;

/** Where the figures come from, which way is better, and what the chart over time tells. */
export function measureNote(measure: PracticeMeasure): string {
  const source = measure.source === "audit" ? "From audits" : "From a dataset";
  const enough = known(measure).length >= fewestForAMiddle;
  const chart = enough
    ? ` ${overTimeInWords(measureOverTime(measure), "Months not recorded are left out.")}`
    : "";
  return `${source}: ${measure.unit}.${measure.better === null ? "" : ` ${better[measure.better]}`}${chart}`;
}

/** A measure as a chart over time: the middle below 12 points, limits and signs from 12 on. */
export function measureOverTime(measure: PracticeMeasure): OverTime {
  const outcomes = known(measure).map(({ outcome }) => outcome);
  const limited = outcomes.length >= 12;
  const chart = controlChart(outcomes);
  const flagsOf = (index: number) => chanceRules.filter((rule) => limited && chart[rule][index] === true);
  let at = -1;
  const points = measure.points.map(({ period, outcome }) => {
    if (outcome !== null) at++;
    return {
      label: monthInWords(period),
      value: outcome,
      pairs: null,
      flags: outcome === null ? [] : flagsOf(at),
    };
  });
  return limited
    ? { kind: "XmR", points, middle: chart.mean, lower: chart.lower, upper: chart.upper }
    : { kind: "run chart", points, middle: median(outcomes), lower: null, upper: null };
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
