// A practice measure over time: what was found, what was aimed at, where it began, and when training was given.

import { plain } from "./chart-words";
import { type ChartWords, Figure } from "./figure";
import { MeasureDrawing, type MeasureLevels, type MeasurePoint } from "./measure-drawing";
import { describeMeasure, type MeasureBaseline, measureFigures } from "./measure-words";

export type { MeasurePoint } from "./measure-drawing";

export type MeasureChartProps = ChartWords & {
  /** "%", or what is counted, such as " audits". */
  unit: string;
  baseline: MeasureBaseline | null;
  /** One per month, in order, also where nothing was recorded. */
  points: MeasurePoint[];
  /** Drawn where there are outcomes enough for them to mean something. */
  levels?: MeasureLevels & { label: string };
};

export function MeasureChart({ unit, baseline, points, levels, ...words }: MeasureChartProps) {
  const missing = points.filter((point) => point.outcome === null);
  const withheld = points.flatMap((point) =>
    point.outcome !== null && typeof point.outcome === "object"
      ? [`${point.month}: ${point.outcome.withheld}`]
      : [],
  );
  const training = points.some((point) => point.sessions !== undefined);
  return (
    <Figure {...words} table={measureFigures(unit, baseline, points)}>
      <div className="app-chart app-chart--time">
        <MeasureDrawing
          title={words.title}
          desc={describeMeasure(unit, baseline, points)}
          unit={unit}
          baseline={baseline?.value ?? null}
          points={points}
          levels={levels}
        />
        <ul className="app-chart__key">
          <KeyItem line="app-mark-line" dot words="Outcome" />
          {points.some((point) => point.target !== null) && (
            <KeyItem line="app-mark-line app-mark-line--target" words="Target" />
          )}
          {baseline && (
            <KeyItem
              line="app-mark-line app-mark-line--baseline"
              words={`Baseline, ${baseline.month}: ${plain(baseline.value)}${unit}`}
            />
          )}
          {levels && (
            <KeyItem
              line="app-mark-line app-mark-line--middle"
              words={`${levels.label}: ${plain(levels.middle)}${unit}`}
            />
          )}
          {levels?.limits && (
            <KeyItem
              line="app-mark-line app-mark-line--limit"
              words={`Limits: ${plain(levels.limits.lower)}${unit} to ${plain(levels.limits.upper)}${unit}`}
            />
          )}
          {training && <KeyItem square words="Month with related training" />}
        </ul>
        {missing.length > 0 && (
          <p className="app-chart__missing">
            Not recorded: {missing.map((point) => point.month).join(", ")}.
          </p>
        )}
        {withheld.length > 0 && <p className="app-chart__missing">{withheld.join("; ")}.</p>}
      </div>
    </Figure>
  );
}

function KeyItem({
  line,
  dot,
  square,
  words,
}: {
  line?: string;
  dot?: boolean;
  square?: boolean;
  words: string;
}) {
  return (
    <li className="app-chart__key-item">
      <svg className="app-chart__swatch" aria-hidden="true" focusable="false">
        {line && <line x1="0" x2="100%" y1="50%" y2="50%" className={line} />}
        {dot && <circle cx="50%" cy="50%" r="0.35em" className="app-mark-dot" />}
        {square && (
          <rect
            x="0.5em"
            y="0.2em"
            width="0.6em"
            height="0.6em"
            className="app-mark-dot app-mark-dot--session"
          />
        )}
      </svg>
      {words}
    </li>
  );
}
