// A training need: who holds it, who is reported to, who lacks it, and who nobody knows about.
import type { ChartWords } from "./figure";
import type { FillKind } from "./fill";
import { ShareChart } from "./share-chart";

export type NeedKind = "held" | "reported" | "gap" | "unknown";

export type StackedRow =
  | { label: string; counts: Record<NeedKind, number> }
  | { label: string; withheld: string };

export type StackedBarProps = ChartWords & {
  rows: StackedRow[];
  /** Over the first column of the table: "Agency", "Role group". */
  rowHeading: string;
  labels?: Partial<Record<NeedKind, string>>;
  unit?: string;
};

const kinds: { kind: NeedKind; label: string; fill: FillKind }[] = [
  { kind: "held", label: "Held", fill: "solid" },
  { kind: "reported", label: "Reported by the agency", fill: "hatch" },
  { kind: "gap", label: "Gap", fill: "dots" },
  { kind: "unknown", label: "Not known", fill: "open" },
];

export function StackedBar({ rows, labels, unit = "people", ...words }: StackedBarProps) {
  return (
    <ShareChart
      {...words}
      unit={unit}
      rows={rows.map((row) =>
        "withheld" in row
          ? { label: row.label, withheld: row.withheld }
          : {
              label: row.label,
              parts: kinds.map(({ kind, label, fill }) => ({
                label: labels?.[kind] ?? label,
                count: row.counts[kind],
                fill,
              })),
            },
      )}
    />
  );
}
