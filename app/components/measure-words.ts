// A practice measure in words and in a table: the same figures as the drawing.
import { plain } from "./chart-words";
import { type MeasurePoint, recorded } from "./measure-drawing";

export type MeasureBaseline = { month: string; value: number };

function outcomeWords(outcome: MeasurePoint["outcome"], unit: string): string {
  if (outcome === null) return "not recorded";
  return typeof outcome === "number" ? `${plain(outcome)}${unit}` : outcome.withheld;
}

/** For those who cannot see the drawing: where it began, where it is, what was aimed at. */
export function describeMeasure(
  unit: string,
  baseline: MeasureBaseline | null,
  points: MeasurePoint[],
): string {
  const found = points.flatMap((point) => (recorded(point) === null ? [] : [point]));
  const first = found[0];
  const last = found.at(-1);
  const parts = [
    baseline && `Baseline ${plain(baseline.value)}${unit} (${baseline.month}).`,
    first &&
      last &&
      first !== last &&
      `First outcome ${outcomeWords(first.outcome, unit)} in ${first.month}.`,
    last && `Latest outcome ${outcomeWords(last.outcome, unit)} in ${last.month}.`,
    last && last.target !== null && `Target then ${plain(last.target)}${unit}.`,
    `${found.length} of ${points.length} months drawn.`,
  ];
  return parts.filter(Boolean).join(" ");
}

/** The drawn figures as a table; a column that would be empty is left out. */
export function measureFigures(unit: string, baseline: MeasureBaseline | null, points: MeasurePoint[]) {
  const targets = points.some((point) => point.target !== null);
  const training = points.some((point) => point.sessions !== undefined);
  const columns = [
    { key: "month", heading: "Month" },
    ...(targets ? [{ key: "target", heading: "Target", numeric: true }] : []),
    { key: "outcome", heading: "Outcome", numeric: true },
    ...(training ? [{ key: "sessions", heading: "Related training sessions", numeric: true }] : []),
  ];
  const months = points.map((point) => ({
    id: point.month,
    cells: {
      month: point.month,
      target: point.target === null ? "none" : `${plain(point.target)}${unit}`,
      outcome: outcomeWords(point.outcome, unit),
      sessions: point.sessions ?? 0,
    },
  }));
  if (!baseline) return { columns, rows: months };
  const start = { month: `Baseline, ${baseline.month}`, outcome: `${plain(baseline.value)}${unit}` };
  return { columns, rows: [{ id: "baseline", cells: start }, ...months] };
}
