// Published tables against the auditor of the vectors: ten thousand random ones, and the given ones for what they hide.
import { describe, expect, it } from "vitest";
import { type PublishedTable, publishTable } from "~/domain/impact/disclosure/tables";
import { check } from "../../vectors/check_disclosure.mjs";
import tablesFile from "../../vectors/disclosure-tables.json?raw";

type Case = { id: string; truth: number[][]; max_suppressed_cells: number; max_suppressed_totals?: number };

const withheldIn = ({ cells, rows, cols, total }: PublishedTable) => ({
  cells: cells.flat().filter((value) => value === null).length,
  totals: [...rows, ...cols, total].filter((value) => value === null).length,
});

describe("a published table", () => {
  it("lets no small number be worked out of ten thousand small tables", () => {
    let state = 20261122;
    const below = (n: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * n);
    };
    for (let table = 0; table < 10_000; table++) {
      const [height, width, most] = [1 + below(3), 1 + below(3), [4, 7, 12, 40][below(4)] ?? 7];
      const truth = Array.from({ length: height }, () => Array.from({ length: width }, () => below(most)));
      const violations = check(truth, publishTable(truth), 5);
      if (violations.length > 0) expect(violations, JSON.stringify(truth)).toEqual([]);
    }
  }, 60_000);

  it.each(JSON.parse(tablesFile).tables as Case[])("hides no more of $id than it needs", (given) => {
    const published = publishTable(given.truth);
    expect(check(given.truth, published, 5)).toEqual([]);
    const { cells, totals } = withheldIn(published);
    expect(cells).toBeLessThanOrEqual(given.max_suppressed_cells);
    expect(totals).toBeLessThanOrEqual(given.max_suppressed_totals ?? 0);
  });
});
