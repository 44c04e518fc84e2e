import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PublishedTable, publishList, publishTable } from "~/domain/impact/disclosure/tables";
import { check } from "../../vectors/check_disclosure.mjs";
import { listOfCounts, tableOfCounts } from "./arbitraries";

/** The truth with its totals and only the small numbers taken out: the control that must fail. */
function onlySmallWithheld(truth: number[][]): PublishedTable {
  const shown = (value: number) => (value > 0 && value < 5 ? null : value);
  const add = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const columns = (truth[0] ?? []).map((_, j) => truth.map((row) => row[j] ?? 0));
  return {
    cells: truth.map((row) => row.map(shown)),
    rows: truth.map((row) => shown(add(row))),
    cols: columns.map((column) => shown(add(column))),
    total: shown(add(truth.flat())),
  };
}

const withheldIn = ({ cells, rows, cols, total }: PublishedTable) => ({
  cells: cells.flat().filter((value) => value === null).length,
  totals: [...rows, ...cols, total].filter((value) => value === null).length,
});

/**
 * Every value a withheld number can have, by trying all tables of up to `most` per cell that fit what is published:
 * the reader's view, without the network.
 */
function valuesThatFit(published: PublishedTable, most: number): Map<string, Set<number>> {
  const height = published.cells.length;
  const width = published.cells[0]?.length ?? 0;
  const open = published.cells.flat().flatMap((value, i) => (value === null ? [i] : []));
  const cells = published.cells.flat().map((value) => value ?? 0);
  const seen = new Map<string, Set<number>>();
  const note = (name: string, value: number) => seen.set(name, (seen.get(name) ?? new Set()).add(value));
  const fits = (published: number | null | undefined, value: number) =>
    published === null || published === value;
  const visit = (at: number) => {
    const cell = open[at];
    if (cell !== undefined) {
      for (let value = 0; value <= most; value++) {
        cells[cell] = value;
        visit(at + 1);
      }
      return;
    }
    const rows = published.rows.map((_, i) =>
      cells.slice(i * width, (i + 1) * width).reduce((a, b) => a + b, 0),
    );
    const cols = published.cols.map((_, j) =>
      cells.reduce((sum, value, i) => (i % width === j ? sum + value : sum), 0),
    );
    const total = rows.reduce((a, b) => a + b, 0);
    if (!rows.every((value, i) => fits(published.rows[i], value))) return;
    if (!cols.every((value, j) => fits(published.cols[j], value)) || !fits(published.total, total)) return;
    for (const i of open) note(`cell ${i}`, cells[i] ?? 0);
    for (const [i, value] of rows.entries()) if (published.rows[i] === null) note(`row ${i}`, value);
    for (const [j, value] of cols.entries()) if (published.cols[j] === null) note(`column ${j}`, value);
    if (published.total === null) note("total", total);
  };
  if (height > 0) visit(0);
  return seen;
}

describe("a published table", () => {
  it("lets no small number be worked out, on random tables", () => {
    fc.assert(
      fc.property(tableOfCounts, (truth) => {
        expect(check(truth, publishTable(truth), 5)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  }, 60_000);

  it("needs more than taking the small numbers out (the control)", () => {
    let violated = 0;
    let withSmall = 0;
    fc.assert(
      fc.property(tableOfCounts, (truth) => {
        const control = onlySmallWithheld(truth);
        if (withheldIn(control).cells === 0) return;
        withSmall++;
        if (check(truth, control, 5).length > 0) violated++;
      }),
      { numRuns: 500, seed: 1 },
    );
    expect(withSmall).toBeGreaterThan(100);
    expect(violated / withSmall).toBeGreaterThan(0.3);
    expect(
      check(
        [
          [12, 6, 0],
          [18, 3, 7],
        ],
        onlySmallWithheld([
          [12, 6, 0],
          [18, 3, 7],
        ]),
        5,
      ),
    ).not.toEqual([]);
  });

  it("leaves every withheld number at least two values, to a reader who tries them all", () => {
    const small = fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 2 }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(small, (truth) => {
        for (const values of valuesThatFit(publishTable(truth), 8).values())
          expect(values.size).toBeGreaterThan(1);
      }),
      { numRuns: 60 },
    );
  });

  it("is the truth where nothing is small", () => {
    const truth = [
      [9, 0],
      [7, 12],
    ];
    expect(publishTable(truth)).toEqual({ cells: truth, rows: [9, 19], cols: [16, 12], total: 28 });
  });

  it("takes one rectangle to cover one small cell, of the smallest numbers that are not small themselves", () => {
    const published = publishTable([
      [12, 6, 0],
      [18, 3, 7],
      [25, 9, 6],
      [14, 8, 5],
    ]);
    expect(withheldIn(published)).toEqual({ cells: 4, totals: 0 });
    expect(published.cells[3]).toEqual([14, null, null]);
  });

  it("covers three small cells on a diagonal with three more, not with nine", () => {
    const published = publishTable([
      [2, 20, 20],
      [20, 3, 20],
      [20, 20, 4],
    ]);
    expect(withheldIn(published)).toEqual({ cells: 6, totals: 0 });
  });

  it("hides nothing beyond the small where they cover each other", () => {
    const published = publishTable([
      [2, 3, 20],
      [4, 1, 30],
      [20, 30, 40],
    ]);
    expect(withheldIn(published)).toEqual({ cells: 4, totals: 0 });
  });

  it("withholds a small group with its total", () => {
    const published = publishTable([
      [11, 7],
      [19, 8],
      [2, 1],
    ]);
    expect(published.rows[2]).toBeNull();
    expect(withheldIn(published)).toEqual({ cells: 4, totals: 2 });
  });

  it("covers a lone person in an otherwise empty table", () => {
    expect(publishTable([[1]])).toEqual({ cells: [[null]], rows: [null], cols: [null], total: null });
    for (const truth of [
      [[0, 1]],
      [[0], [1]],
      [
        [0, 0],
        [0, 3],
      ],
    ])
      expect(check(truth, publishTable(truth), 5)).toEqual([]);
  });

  it("is the same each time, and turns with the table", () => {
    fc.assert(
      fc.property(tableOfCounts, (truth) => {
        expect(publishTable(truth)).toEqual(publishTable(truth));
        const turned = (truth[0] ?? []).map((_, j) => truth.map((row) => row[j] ?? 0));
        expect(check(turned, publishTable(turned), 5)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("takes another k", () => {
    const truth = [
      [7, 30, 20],
      [20, 30, 40],
    ];
    expect(withheldIn(publishTable(truth, 10)).cells).toBe(4);
    expect(check(truth, publishTable(truth, 10), 10)).toEqual([]);
    expect(withheldIn(publishTable(truth)).cells).toBe(0);
  });

  it("may be empty, but not ragged", () => {
    expect(publishTable([])).toEqual({ cells: [], rows: [], cols: [], total: 0 });
    expect(() => publishTable([[1, 2], [3]])).toThrow("rows of one length");
  });
});

describe("a published list", () => {
  it("withholds a second number with a small one, and neither zeros nor the sum where it can", () => {
    expect(publishList([3, 0, 12, 40])).toEqual({ values: [null, 0, null, 40], total: 55 });
    expect(publishList([3, 2, 12, 40])).toEqual({ values: [null, null, 12, 40], total: 57 });
    expect(publishList([0, 12, 40])).toEqual({ values: [0, 12, 40], total: 52 });
    expect(publishList([])).toEqual({ values: [], total: 0 });
  });

  it("withholds a small sum", () => {
    expect(publishList([3])).toEqual({ values: [null], total: null });
    expect(publishList([1, 2])).toEqual({ values: [null, null], total: null });
    expect(publishList([3, 0])).toEqual({ values: [null, 0], total: null });
  });

  it("never shows a small number or one unknown alone", () => {
    fc.assert(
      fc.property(listOfCounts, (counts) => {
        const { values, total } = publishList(counts);
        const shown = [...values, total];
        expect(shown.some((value) => value !== null && value > 0 && value < 5)).toBe(false);
        expect(shown.filter((value) => value === null).length).not.toBe(1);
        for (const [i, value] of values.entries()) if (value !== null) expect(value).toBe(counts[i]);
      }),
    );
  });
});
