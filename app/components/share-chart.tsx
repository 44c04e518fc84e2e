// Parts of a whole in one bar per row, told apart by pattern and by words: behind DirectionBar and StackedBar.
import { useId } from "react";
import { percent } from "./chart-words";
import { Drawing } from "./drawing";
import { type ChartWords, Figure } from "./figure";
import { Filled, type FillKind, FillPatterns } from "./fill";

export type SharePart = { label: string; count: number; fill: FillKind };
export type ShareRow = { label: string; parts: SharePart[] } | { label: string; withheld: string };

export type ShareChartProps = ChartWords & {
  rows: ShareRow[];
  /** Over the first column of the table. */
  rowHeading: string;
  /** What is counted: "people". */
  unit: string;
};

export function ShareChart({ rows, rowHeading, unit, ...words }: ShareChartProps) {
  return (
    <Figure {...words} table={figures(rows, rowHeading, unit)}>
      <ul className="app-chart app-chart--bars">
        {rows.map((row) => (
          <li key={row.label} className="app-chart__row">
            <p className="app-chart__label">{row.label}</p>
            {"withheld" in row ? (
              <p className="app-chart__withheld">{row.withheld}</p>
            ) : (
              <Bar label={row.label} parts={row.parts} unit={unit} />
            )}
          </li>
        ))}
      </ul>
    </Figure>
  );
}

function sum(parts: SharePart[]): number {
  return parts.reduce((total, part) => total + part.count, 0);
}

function said(part: SharePart, whole: number): string {
  return `${part.label} ${part.count} (${percent(part.count, whole)})`;
}

function Bar({ label, parts, unit }: { label: string; parts: SharePart[]; unit: string }) {
  const id = useId().replaceAll(":", "");
  const whole = sum(parts);
  let from = 0;
  const placed = parts.map((part) => {
    const width = whole === 0 ? 0 : (100 * part.count) / whole;
    const place = { part, x: from, width };
    from += width;
    return place;
  });
  return (
    <>
      <p className="app-chart__small">
        {whole} {unit}
      </p>
      <Drawing
        title={label}
        desc={`Of ${whole} ${unit}: ${parts.map((part) => said(part, whole)).join(", ")}.`}
        height="1.9em"
      >
        <FillPatterns id={id} kinds={parts.map((part) => part.fill)} />
        {placed
          .filter(({ width }) => width > 0)
          .map(({ part, x, width }) => (
            <Filled
              key={part.label}
              id={id}
              kind={part.fill}
              x={`${x.toFixed(2)}%`}
              width={`${width.toFixed(2)}%`}
              height="1.7em"
            />
          ))}
      </Drawing>
      <ul className="app-chart__key">
        {parts.map((part) => (
          <li key={part.label} className="app-chart__key-item">
            <svg className="app-chart__swatch" aria-hidden="true" focusable="false">
              <FillPatterns id={`${id}${part.fill}`} kinds={[part.fill]} />
              <Filled id={`${id}${part.fill}`} kind={part.fill} x="0" width="100%" height="100%" />
            </svg>
            {said(part, whole)}
          </li>
        ))}
      </ul>
    </>
  );
}

function figures(rows: ShareRow[], rowHeading: string, unit: string) {
  const labels = [
    ...new Set(rows.flatMap((row) => ("withheld" in row ? [] : row.parts.map((part) => part.label)))),
  ];
  return {
    columns: [
      { key: "label", heading: rowHeading },
      ...labels.map((label) => ({ key: `part ${label}`, heading: label, numeric: true })),
      { key: "whole", heading: `All ${unit}`, numeric: true },
    ],
    rows: rows.map((row) => {
      if ("withheld" in row) return { id: row.label, cells: { label: row.label, whole: row.withheld } };
      const whole = sum(row.parts);
      const counts = row.parts.map((part) => [
        `part ${part.label}`,
        `${part.count} (${percent(part.count, whole)})`,
      ]);
      return { id: row.label, cells: { label: row.label, whole, ...Object.fromEntries(counts) } };
    }),
  };
}
