// A measure over time with its middle, and from twelve points on the limits that chance alone would keep it in.
import { scaleLinear } from "d3-scale";
import { plain } from "./chart-words";
import { Drawing } from "./drawing";
import { type ChartWords, Figure } from "./figure";

export type RunPoint = {
  label: string;
  /** Null where nothing is recorded, or where it is not shown. */
  value: number | null;
  /** How many stand behind it. */
  n?: number | null;
  /** In words, for each rule that says more than chance is at work. */
  signs: string[];
};

export type RunChartProps = ChartWords & {
  points: RunPoint[];
  middle: { label: string; value: number } | null;
  limits: { lower: number; upper: number } | null;
  /** "%", or blank. */
  sign?: string;
  /** Over the first column of the table. */
  rowHeading: string;
  valueHeading: string;
  /** Said in the table where there is no value. */
  missing: string;
};

// Height in em; the axis stands below.
const top = 1.2;
const bottom = 12;

export function RunChart({ points, middle, limits, sign = "", ...props }: RunChartProps) {
  const { rowHeading, valueHeading, missing, ...words } = props;
  const known = points.flatMap((point, index) =>
    point.value === null ? [] : [{ ...point, index, value: point.value }],
  );
  const all = [0, ...known.map(({ value }) => value), ...(limits ? [limits.lower, limits.upper] : [])];
  const up = scaleLinear()
    .domain([Math.min(...all), Math.max(0.5, ...all)])
    .nice(4)
    .range([bottom, top]);
  const across = scaleLinear()
    .domain([0, Math.max(1, points.length - 1)])
    .range([12, 97]);
  const x = (index: number) => `${across(points.length === 1 ? 0.5 : index).toFixed(2)}%`;
  const y = (value: number) => `${up(value).toFixed(2)}em`;
  const level = (value: number, look: string) => (
    <line x1="10%" x2="100%" y1={y(value)} y2={y(value)} className={`app-mark-line app-mark-line--${look}`} />
  );
  const steps = known.slice(1).flatMap((to, at) => {
    const from = known[at];
    // A gap stays a gap: nothing is drawn across what is not known.
    return from && to.index === from.index + 1 ? [{ from, to }] : [];
  });
  const every = Math.ceil(points.length / 5);
  return (
    <Figure {...words} table={figures(points, { rowHeading, valueHeading, missing, sign })}>
      <div className="app-chart app-chart--time">
        <Drawing
          title={words.title}
          desc={described(known, middle, limits, sign)}
          height="15em"
          className="app-chart__plot"
        >
          {up.ticks(4).map((tick) => (
            <g key={tick}>
              <line
                x1="0"
                x2="100%"
                y1={y(tick)}
                y2={y(tick)}
                className={`app-mark-line app-mark-line--${tick === 0 ? "zero" : "grid"}`}
              />
              <text x="0" y={y(tick)} dy="-0.3em" className="app-mark-text app-mark-text--soft">
                {plain(tick)}
                {sign}
              </text>
            </g>
          ))}
          {limits && level(limits.lower, "limit")}
          {limits && level(limits.upper, "limit")}
          {middle && level(middle.value, "middle")}
          {steps.map(({ from, to }) => (
            <line
              key={to.index}
              x1={x(from.index)}
              x2={x(to.index)}
              y1={y(from.value)}
              y2={y(to.value)}
              className="app-mark-line"
            />
          ))}
          {known.map((point) => (
            <circle
              key={point.index}
              cx={x(point.index)}
              cy={y(point.value)}
              r={point.signs.length > 0 ? "0.55em" : "0.35em"}
              className={`app-mark-dot${point.signs.length > 0 ? " app-mark-dot--open" : ""}`}
            />
          ))}
          {points.map(
            (point, index) =>
              index % every === 0 && (
                <text
                  key={point.label}
                  x={x(index)}
                  y={`${bottom + 1.8}em`}
                  textAnchor="middle"
                  className="app-mark-text app-mark-text--soft"
                >
                  {point.label.length > 9
                    ? point.label.replace(/^(\w{3})\w* \d\d(\d\d)$/, "$1 $2")
                    : point.label}
                </text>
              ),
          )}
        </Drawing>
        <ul className="app-chart__key">
          {middle && <KeyItem look="middle" words={`${middle.label}: ${plain(middle.value)}${sign}`} />}
          {limits && (
            <KeyItem
              look="limit"
              words={`Limits: ${plain(limits.lower)}${sign} to ${plain(limits.upper)}${sign}`}
            />
          )}
          {known.some(({ signs }) => signs.length > 0) && (
            <KeyItem ring words="More than chance is at work" />
          )}
        </ul>
      </div>
    </Figure>
  );
}

function KeyItem({ look, ring, words }: { look?: string; ring?: boolean; words: string }) {
  return (
    <li className="app-chart__key-item">
      <svg className="app-chart__swatch" aria-hidden="true" focusable="false">
        {look && (
          <line x1="0" x2="100%" y1="50%" y2="50%" className={`app-mark-line app-mark-line--${look}`} />
        )}
        {ring && <circle cx="50%" cy="50%" r="0.45em" className="app-mark-dot app-mark-dot--open" />}
      </svg>
      {words}
    </li>
  );
}

type Known = { label: string; value: number; signs: string[] };

function described(
  known: Known[],
  middle: RunChartProps["middle"],
  limits: RunChartProps["limits"],
  sign: string,
): string {
  const first = known[0];
  const last = known.at(-1);
  const standing = known.filter(({ signs }) => signs.length > 0);
  return [
    first && `First ${plain(first.value)}${sign} (${first.label}).`,
    last && last !== first && `Latest ${plain(last.value)}${sign} (${last.label}).`,
    middle && `${middle.label} ${plain(middle.value)}${sign}.`,
    limits && `Limits ${plain(limits.lower)}${sign} to ${plain(limits.upper)}${sign}.`,
    standing.length > 0 && `More than chance at ${standing.map(({ label }) => label).join(", ")}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

function figures(
  points: RunPoint[],
  {
    rowHeading,
    valueHeading,
    missing,
    sign,
  }: { rowHeading: string; valueHeading: string; missing: string; sign: string },
) {
  const counted = points.some(({ n }) => n !== undefined && n !== null);
  const signs = points.some((point) => point.signs.length > 0);
  return {
    columns: [
      { key: "label", heading: rowHeading },
      { key: "value", heading: valueHeading, numeric: true },
      ...(counted ? [{ key: "n", heading: "People", numeric: true }] : []),
      ...(signs ? [{ key: "signs", heading: "Sign of more than chance" }] : []),
    ],
    rows: points.map((point) => ({
      id: point.label,
      cells: {
        label: point.label,
        value: point.value === null ? missing : `${plain(point.value)}${sign}`,
        n: point.n ?? missing,
        signs: point.signs.join("; ") || "none",
      },
    })),
  };
}
