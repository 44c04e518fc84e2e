// How many rated themselves higher, the same or lower afterwards.
import type { ChartWords } from "./figure";
import type { FillKind } from "./fill";
import { ShareChart } from "./share-chart";

/** The last two are for counts that had to be merged to keep people unrecognised. */
export type Direction = "improved" | "same" | "declined" | "same or declined" | "improved or same";

export type DirectionRow =
  | { label: string; counts: Partial<Record<Direction, number>> }
  | { label: string; withheld: string };

export type DirectionBarProps = ChartWords & { rows: DirectionRow[] };

const directions: { direction: Direction; label: string; fill: FillKind }[] = [
  { direction: "improved", label: "Improved", fill: "solid" },
  { direction: "improved or same", label: "Improved or stayed the same", fill: "solid" },
  { direction: "same", label: "Stayed the same", fill: "hatch" },
  { direction: "same or declined", label: "Stayed the same or fell", fill: "hatch" },
  { direction: "declined", label: "Fell", fill: "dots" },
];

export function DirectionBar({ rows, ...words }: DirectionBarProps) {
  return (
    <ShareChart
      {...words}
      rowHeading="What was rated"
      unit="people"
      rows={rows.map((row) =>
        "withheld" in row
          ? { label: row.label, withheld: row.withheld }
          : {
              label: row.label,
              parts: directions.flatMap(({ direction, label, fill }) => {
                const count = row.counts[direction];
                return count === undefined ? [] : [{ label, count, fill }];
              }),
            },
      )}
    />
  );
}
