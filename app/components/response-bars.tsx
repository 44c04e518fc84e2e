// What share of those asked answered, from nothing to all, with what was planned for as a mark.
import { percent } from "./chart-words";
import { Drawing } from "./drawing";
import { type ChartWords, Figure } from "./figure";

export type ResponseRow = {
  label: string;
  /** "412 of 500", and the plan: what stands in the table. */
  counts: string;
  plan: string;
} & ({ share: number; aim: number | null } | { withheld: string });

export type ResponseBarsProps = ChartWords & { rows: ResponseRow[]; rowHeading: string };

export function ResponseBars({ rows, rowHeading, ...words }: ResponseBarsProps) {
  const aims = rows.some((row) => "share" in row && row.aim !== null);
  return (
    <Figure {...words} table={figures(rows, rowHeading)}>
      <ul className="app-chart app-chart--bars">
        {rows.map((row) => (
          <li key={row.label} className="app-chart__row app-chart__row--close">
            <p className="app-chart__label">{row.label}</p>
            {"withheld" in row ? <p className="app-chart__withheld">{row.withheld}</p> : <Bar row={row} />}
          </li>
        ))}
      </ul>
      {aims && (
        <ul className="app-chart app-chart__key">
          <li className="app-chart__key-item">
            <svg className="app-chart__swatch" aria-hidden="true" focusable="false">
              <line x1="50%" x2="50%" y1="-10%" y2="110%" className="app-mark-line app-mark-line--target" />
            </svg>
            what was planned for; no pass mark
          </li>
        </ul>
      )}
    </Figure>
  );
}

function Bar({ row }: { row: Extract<ResponseRow, { share: number }> }) {
  // All is three quarters of the width, so that its figure has room behind it.
  const at = (share: number) => `${(75 * share).toFixed(2)}%`;
  return (
    <Drawing
      title={row.label}
      desc={`${percent(row.share, 1)} answered.${row.aim === null ? "" : ` Planned for: ${percent(row.aim, 1)}.`}`}
      height="1.6em"
    >
      <rect x="0" y="0.1em" height="1.4em" width={at(1)} className="app-fill-outline" />
      <rect x="0" y="0.1em" height="1.4em" width={at(row.share)} className="app-fill-solid" />
      {row.aim !== null && (
        <line
          x1={at(row.aim)}
          x2={at(row.aim)}
          y1="-0.15em"
          y2="1.75em"
          className="app-mark-line app-mark-line--target"
        />
      )}
      <text x={at(1)} y="1.15em" dx="0.5em" className="app-mark-text app-mark-text--strong">
        {percent(row.share, 1)}
      </text>
    </Drawing>
  );
}

function figures(rows: ResponseRow[], rowHeading: string) {
  return {
    columns: [
      { key: "label", heading: rowHeading },
      { key: "counts", heading: "Answered, of those asked" },
      { key: "share", heading: "Share", numeric: true },
      { key: "plan", heading: "Planned for", numeric: true },
    ],
    rows: rows.map((row) => ({
      id: row.label,
      cells: {
        label: row.label,
        counts: row.counts,
        share: "withheld" in row ? row.withheld : percent(row.share, 1),
        plan: row.plan,
      },
    })),
  };
}
