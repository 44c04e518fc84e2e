// One change drawn on the shared axis: zero, the interval, and the change itself.
import { people, signed, tenths } from "./chart-words";
import { Drawing } from "./drawing";

export type MeasuredChange = {
  label: string;
  /** Null where only the change is told. */
  before: number | null;
  after: number | null;
  change: number;
  /** The 95% interval; null where it cannot be worked out. */
  low: number | null;
  high: number | null;
  n: number;
};

export type ChangeAxis = { at: (value: number) => string; ticks: number[] };

type ChangeTrackProps = { row: MeasuredChange; scale: ChangeAxis; unit: string };

function includesZero(row: MeasuredChange): boolean {
  return row.low === null || row.high === null || (row.low <= 0 && row.high >= 0);
}

export function ChangeTrack({ row, scale, unit }: ChangeTrackProps) {
  const amount = Math.abs(row.change).toFixed(1);
  const moved =
    row.change === 0
      ? "Did not change"
      : `${row.change > 0 ? "Rose" : "Fell"} by ${amount === "0.0" ? "less than 0.1" : amount} ${unit}`;
  const fromTo =
    row.before === null || row.after === null ? "" : `, from ${tenths(row.before)} to ${tenths(row.after)}`;
  const interval =
    row.low === null || row.high === null
      ? "no interval can be given"
      : `95% interval ${signed(row.low)} to ${signed(row.high)}`;
  return (
    <Drawing title={row.label} desc={`${moved}${fromTo}; ${interval}; ${people(row.n)}.`} height="2em">
      {scale.ticks.map((tick) => (
        <line
          key={tick}
          x1={scale.at(tick)}
          x2={scale.at(tick)}
          y1="0"
          y2="100%"
          className={`app-mark-line app-mark-line--${tick === 0 ? "zero" : "grid"}`}
        />
      ))}
      {row.low !== null && row.high !== null && (
        <>
          <line x1={scale.at(row.low)} x2={scale.at(row.high)} y1="50%" y2="50%" className="app-mark-line" />
          <line x1={scale.at(row.low)} x2={scale.at(row.low)} y1="28%" y2="72%" className="app-mark-line" />
          <line x1={scale.at(row.high)} x2={scale.at(row.high)} y1="28%" y2="72%" className="app-mark-line" />
        </>
      )}
      <circle
        cx={scale.at(row.change)}
        cy="50%"
        r="0.45em"
        className={`app-mark-dot${includesZero(row) ? " app-mark-dot--open" : ""}`}
      />
    </Drawing>
  );
}
