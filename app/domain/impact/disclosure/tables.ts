// Tables and lists of counts with every small number, and whatever would give one back, kept out.
import { LIMITS } from "./limits";
import { type PublishedNumber, withheldNumbers } from "./suppression";

/** A table as it may be published: null where withheld, small numbers and their cover alike. */
export type PublishedTable = {
  cells: (number | null)[][];
  rows: (number | null)[];
  cols: (number | null)[];
  total: number | null;
};

/** A list as it may be published, with its sum; null where withheld. */
export type PublishedList = { values: (number | null)[]; total: number | null };

/** What one withheld number costs a reader: totals are read most, the grand total most of all. */
const CELL = 1;
const TOTAL = 3;
const GRAND_TOTAL = 5;

/**
 * Publishes a table of counts of people (rows of equal length, whole numbers of 0 or more) with its row, column and
 * grand totals. Counts of 1 to k - 1 are withheld, and as few others as it takes that none can be worked out from what
 * is left by adding and subtracting, even knowing that no count is below 0.
 */
export function publishTable(
  truth: readonly (readonly number[])[],
  k: number = LIMITS.count,
): PublishedTable {
  const height = truth.length;
  const width = truth[0]?.length ?? 0;
  if (truth.some((row) => row.length !== width)) throw new Error("a table must have rows of one length");
  const columnTotals = Array.from({ length: width }, (_, j) => total(truth.map((row) => row[j] ?? 0)));
  const framed = [...truth, columnTotals].map((row) => [...row, total(row)]);

  // The table with its totals as sums: row i of the frame is sum i, column j is sum height + 1 + j. A cell is a part of
  // its row's and its column's; a total is a part of one and the whole of the other.
  const numbers: PublishedNumber[] = framed.flatMap((row, i) =>
    row.map((value, j) => {
      const ofRow = i;
      const ofColumn = height + 1 + j;
      const isTotal = (i === height) !== (j === width);
      const cost = isTotal ? TOTAL : i === height ? GRAND_TOTAL : CELL;
      return isTotal
        ? { value, cost, from: ofColumn, to: ofRow }
        : { value, cost, from: ofRow, to: ofColumn };
    }),
  );
  const withheld = withheldNumbers(numbers, k);
  const shown = framed.map((row, i) => row.map((value, j) => (withheld[i * (width + 1) + j] ? null : value)));
  const totalsRow = shown[height] ?? [];
  return {
    cells: shown.slice(0, height).map((row) => row.slice(0, width)),
    rows: shown.slice(0, height).map((row) => row[width] ?? null),
    cols: totalsRow.slice(0, width),
    total: totalsRow[width] ?? null,
  };
}

/** Publishes a list of counts of people with its sum, under the same rules as a table. */
export function publishList(counts: readonly number[], k: number = LIMITS.count): PublishedList {
  const all = total(counts);
  const numbers = counts.map((value) => ({ value, cost: CELL, from: 0, to: 1 }));
  const withheld = withheldNumbers([...numbers, { value: all, cost: TOTAL, from: 1, to: 0 }], k);
  const shown = [...counts, all].map((value, i) => (withheld[i] ? null : value));
  return { values: shown.slice(0, -1), total: shown.at(-1) ?? null };
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
