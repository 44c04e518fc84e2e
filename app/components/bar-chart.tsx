// Counts side by side, from zero, each written at the end of its bar.
import { scaleLinear } from "d3-scale";
import { Drawing } from "./drawing";
import { type ChartWords, Figure } from "./figure";

export type BarRow =
  | { label: string; count: number }
  | { label: string /** "fewer than 5" */; withheld: string };

export type BarChartProps = ChartWords & {
  rows: BarRow[];
  /** Over the first column of the table. */
  rowHeading: string;
  /** What is counted: "people", "sessions". */
  unit: string;
};

export function BarChart({ rows, rowHeading, unit, ...words }: BarChartProps) {
  const counts = rows.map((row) => ("withheld" in row ? 0 : row.count));
  // The longest bar leaves room for its count.
  const length = scaleLinear()
    .domain([0, Math.max(1, ...counts)])
    .range([0, 80]);
  const columns = [
    { key: "label", heading: rowHeading },
    { key: "count", heading: unit.charAt(0).toUpperCase() + unit.slice(1), numeric: true },
  ];
  return (
    <Figure
      {...words}
      table={{
        columns,
        rows: rows.map((row) => ({
          id: row.label,
          cells: {
            label: row.label,
            count: "withheld" in row ? row.withheld : row.count.toLocaleString("en-GB"),
          },
        })),
      }}
    >
      <ul className="app-chart app-chart--bars">
        {rows.map((row) => (
          <li key={row.label} className="app-chart__row app-chart__row--close">
            <p className="app-chart__label">{row.label}</p>
            {"withheld" in row ? (
              <p className="app-chart__withheld">{row.withheld}</p>
            ) : (
              <Drawing
                title={row.label}
                desc={`${row.count.toLocaleString("en-GB")} ${unit}.`}
                height="1.6em"
              >
                <rect
                  x="0"
                  y="0.1em"
                  height="1.4em"
                  width={`${length(row.count).toFixed(2)}%`}
                  className="app-fill-solid"
                />
                <text
                  x={`${length(row.count).toFixed(2)}%`}
                  y="1.15em"
                  dx="0.4em"
                  className="app-mark-text app-mark-text--strong"
                >
                  {row.count.toLocaleString("en-GB")}
                </text>
              </Drawing>
            )}
          </li>
        ))}
      </ul>
    </Figure>
  );
}
