// Change per course or question on one scale, each with its interval, from a zero that means "no change".
import { scaleLinear } from "d3-scale";
import { type ChangeAxis, ChangeTrack, type MeasuredChange } from "./change-track";
import { people, signed, tenths } from "./chart-words";
import { type ChartWords, Figure } from "./figure";

/** `href`: where the row's own page is. */
export type ChangeRow = (
  | MeasuredChange
  /** "Not enough answers (fewer than 10)" */
  | { label: string; withheld: string }
) & { href?: string };

export type ChangeChartProps = ChartWords & {
  rows: ChangeRow[];
  /** What one step of the scale is called. */
  unit?: string;
  /** What zero means: "no change". */
  zero?: string;
};

function axis(rows: ChangeRow[]): ChangeAxis {
  const values = rows.flatMap((row) =>
    "withheld" in row ? [] : [row.change, row.low ?? row.change, row.high ?? row.change],
  );
  const scale = scaleLinear()
    .domain([Math.min(-0.5, ...values), Math.max(0.5, ...values)])
    .nice(5)
    .range([3, 97]);
  return { at: (value: number) => `${scale(value).toFixed(2)}%`, ticks: scale.ticks(5) };
}

export function ChangeChart({ rows, unit = "points", zero = "no change", ...words }: ChangeChartProps) {
  const scale = axis(rows);
  return (
    <Figure {...words} table={figures(rows)}>
      <ul className="app-chart">
        {rows.map((row) => (
          <li key={row.label} className="app-chart__row">
            <p className="app-chart__label">
              {row.href === undefined ? (
                row.label
              ) : (
                <a className="govuk-link" href={row.href}>
                  {row.label}
                </a>
              )}
            </p>
            {"withheld" in row ? (
              <p className="app-chart__withheld">{row.withheld}</p>
            ) : (
              <>
                <p className="app-chart__value">{signed(row.change)}</p>
                <ChangeTrack row={row} scale={scale} unit={unit} />
                <p className="app-chart__small">
                  {row.before !== null &&
                    row.after !== null &&
                    `${tenths(row.before)} before, ${tenths(row.after)} after, `}
                  {people(row.n)}
                  {row.low === null && ", no interval can be given"}
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
      <div className="app-chart">
        <div className="app-chart__row app-chart__axis">
          <svg className="app-chart__track" width="100%" height="2.6em" aria-hidden="true" focusable="false">
            {scale.ticks.map((tick) => (
              <text
                key={tick}
                x={scale.at(tick)}
                y="1em"
                textAnchor="middle"
                className="app-mark-text app-mark-text--soft"
              >
                {tick === 0 ? "0" : signed(tick).replace(".0", "")}
              </text>
            ))}
            <text x={scale.at(0)} y="2.3em" textAnchor="middle" className="app-mark-text app-mark-text--soft">
              {zero}
            </text>
          </svg>
        </div>
      </div>
      <ul className="app-chart app-chart__key">
        <li className="app-chart__key-item">
          <Swatch /> rose or fell, and the interval does not reach zero
        </li>
        <li className="app-chart__key-item">
          <Swatch open /> the interval includes no change, or cannot be given
        </li>
      </ul>
    </Figure>
  );
}

function Swatch({ open = false }: { open?: boolean }) {
  return (
    <svg className="app-chart__swatch" aria-hidden="true" focusable="false">
      <line x1="0" x2="100%" y1="50%" y2="50%" className="app-mark-line" />
      <circle cx="50%" cy="50%" r="0.4em" className={`app-mark-dot${open ? " app-mark-dot--open" : ""}`} />
    </svg>
  );
}

function figures(rows: ChangeRow[]) {
  const ends = rows.some((row) => !("withheld" in row) && row.before !== null);
  const columns = [
    { key: "label", heading: "What was rated" },
    ...(ends
      ? [
          { key: "before", heading: "Before", numeric: true },
          { key: "after", heading: "After", numeric: true },
        ]
      : []),
    { key: "change", heading: "Change", numeric: true },
    { key: "interval", heading: "95% interval", numeric: true },
    { key: "n", heading: "People", numeric: true },
  ];
  const none = "not shown";
  return {
    columns,
    rows: rows.map((row) => ({
      id: row.label,
      cells:
        "withheld" in row
          ? { label: row.label, before: none, after: none, change: row.withheld, interval: none, n: none }
          : {
              label: row.label,
              before: row.before === null ? none : tenths(row.before),
              after: row.after === null ? none : tenths(row.after),
              change: signed(row.change),
              interval:
                row.low === null || row.high === null ? "none" : `${signed(row.low)} to ${signed(row.high)}`,
              n: row.n,
            },
    })),
  };
}
