// The drawing of a practice measure: months across, the measure upwards from zero; what is missing stays empty.
import { scaleLinear, scalePoint } from "d3-scale";
import { plain } from "./chart-words";
import { Drawing } from "./drawing";

export type MeasurePoint = {
  /** "April 2026" */
  month: string;
  /** Under the axis: "Apr 26". */
  short: string;
  target: number | null;
  /** null is "not recorded"; withheld figures come with their words only. */
  outcome: number | null | { withheld: string };
  /** Training sessions meant to move it, held that month. */
  sessions?: number;
};

export function recorded(point: MeasurePoint): number | null {
  return typeof point.outcome === "number" ? point.outcome : null;
}

export type MeasureDrawingProps = {
  title: string;
  desc: string;
  unit: string;
  baseline: number | null;
  points: MeasurePoint[];
  /** The middle of the outcomes, and from twelve on the limits chance alone would keep them in. */
  levels?: MeasureLevels;
};

export type MeasureLevels = { middle: number; limits: { lower: number; upper: number } | null };

// Height in em; below the axis stand the training marks and the months.
const top = 1.6;
const bottom = 13;

export function MeasureDrawing({ title, desc, unit, baseline, points, levels }: MeasureDrawingProps) {
  const across = scalePoint<string>()
    .domain(points.map((point) => point.month))
    .range([16, 92]);
  const values = points.flatMap((point) => [point.target ?? 0, recorded(point) ?? 0]);
  const up = scaleLinear()
    .domain([0, unit === "%" ? 100 : Math.max(1, baseline ?? 0, levels?.limits?.upper ?? 0, ...values)])
    .nice(4)
    .range([bottom, top]);
  const x = (point: MeasurePoint) => `${(across(point.month) ?? 0).toFixed(2)}%`;
  const y = (value: number) => `${up(value).toFixed(2)}em`;
  const sign = unit === "%" ? "%" : "";
  const line = (key: string, x1: string, x2: string, from: number, to: number, look = "") => (
    <line key={key} x1={x1} x2={x2} y1={y(from)} y2={y(to)} className={`app-mark-line${look}`} />
  );
  const steps = points.slice(1).map((point, index) => ({ from: points[index] ?? point, to: point }));
  const outcomes = points.flatMap((point) => {
    const value = recorded(point);
    return value === null ? [] : [{ point, value }];
  });
  // Five months at most fit under the axis on a phone.
  const every = Math.ceil(points.length / 5);

  return (
    <Drawing title={title} desc={desc} height="16em" className="app-chart__plot">
      {up.ticks(4).map((tick) => (
        <g key={tick}>
          {line("grid", "0", "100%", tick, tick, ` app-mark-line--${tick === 0 ? "zero" : "grid"}`)}
          <text x="0" y={y(tick)} dy="-0.3em" className="app-mark-text app-mark-text--soft">
            {plain(tick)}
            {sign}
          </text>
        </g>
      ))}
      {levels && line("middle", "16%", "100%", levels.middle, levels.middle, " app-mark-line--middle")}
      {levels?.limits &&
        [levels.limits.lower, levels.limits.upper].map((limit, index) =>
          line(
            `limit ${index}`,
            "16%",
            "100%",
            Math.max(0, limit),
            Math.max(0, limit),
            " app-mark-line--limit",
          ),
        )}
      {baseline !== null && line("baseline", "16%", "100%", baseline, baseline, " app-mark-line--baseline")}
      {steps.map(({ from, to }) =>
        from.target === null || to.target === null
          ? null
          : line(`target ${to.month}`, x(from), x(to), from.target, to.target, " app-mark-line--target"),
      )}
      {steps.map(({ from, to }) => {
        const [start, end] = [recorded(from), recorded(to)];
        return start === null || end === null
          ? null
          : line(`outcome ${to.month}`, x(from), x(to), start, end);
      })}
      {outcomes.map(({ point, value }) => (
        <circle key={point.month} cx={x(point)} cy={y(value)} r="0.4em" className="app-mark-dot" />
      ))}
      {outcomes.map(({ point, value }, index) =>
        // Only the first and the latest carry their figure, on the side away from the target.
        index === 0 || index === outcomes.length - 1 ? (
          <text
            key={point.month}
            x={x(point)}
            y={y(value)}
            dy={point.target !== null && value < point.target ? "1.6em" : "-0.8em"}
            textAnchor="middle"
            className="app-mark-text app-mark-text--strong app-mark-text--halo"
          >
            {plain(value)}
            {sign}
          </text>
        ) : null,
      )}
      {points.map((point, index) => (
        <g key={point.month}>
          {(point.sessions ?? 0) > 0 && (
            <svg
              x={x(point)}
              y={`${bottom + 0.35}em`}
              overflow="visible"
              aria-hidden="true"
              focusable="false"
            >
              <rect x="-0.3em" width="0.6em" height="0.6em" className="app-mark-dot app-mark-dot--session" />
            </svg>
          )}
          {index % every === 0 && (
            <text
              x={x(point)}
              y={`${bottom + 2.2}em`}
              textAnchor="middle"
              className="app-mark-text app-mark-text--soft"
            >
              {point.short}
            </text>
          )}
        </g>
      ))}
    </Drawing>
  );
}
