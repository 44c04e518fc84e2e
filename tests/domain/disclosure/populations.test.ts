// Overlapping populations: nothing that is published lets a reader single out a few people, whatever they combine.
import { describe, expect, test } from "vitest";
import { decide, type Layer, type Population, type Variable } from "~/domain/impact/disclosure/populations";
import { recoverable } from "./adversary";

/** A fixed stream of whole numbers below `below`. */
function chance(seed: number) {
  let state = seed >>> 0 || 1;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Small = { layers: Layer[]; people: number[]; rows: Map<string, number[]> };

/** A small partnership: courses of themes and boards, quarters, agencies; `most` people in a cell. */
function partnership(seed: number, { courses = 4, quarters = 2, agencies = 3, most = 14 } = {}): Small {
  const pick = chance(seed);
  const cells = courses * quarters * agencies;
  const unitOf = Int32Array.from({ length: cells }, (_, cell) => Math.floor(cell / agencies));
  const ofAgency = Int32Array.from({ length: cells }, (_, cell) => {
    const quarter = Math.floor(cell / agencies) % quarters;
    return (cell % agencies) * quarters + quarter;
  });
  const people = Array.from({ length: cells }, () => (pick(3) === 0 ? 0 : pick(most)));
  const theme = Array.from({ length: courses }, () => pick(2));
  const boards = Array.from({ length: courses }, () => 1 + pick(3));
  const all = Array.from({ length: courses }, (_, course) => course);
  const groups: [string, number, number[]][] = [
    ["whole", 5, all],
    ...[0, 1].map((b): [string, number, number[]] => [
      `board${b}`,
      4,
      all.filter((c) => (boards[c] ?? 0) & (1 << b)),
    ]),
    ...[0, 1].map((t): [string, number, number[]] => [`theme${t}`, 3, all.filter((c) => theme[c] === t)]),
    ...all.map((c): [string, number, number[]] => [`course${c}`, 2, [c]]),
  ];
  const inQuarters = (list: number[], which: number[]) =>
    list.flatMap((c) => which.map((q) => c * quarters + q));
  const each = Array.from({ length: quarters }, (_, q) => q);
  const population = (key: string, importance: number, units: number[]): Population => ({
    key,
    importance,
    units,
  });
  const layers: Layer[] = [
    {
      unitOf,
      units: courses * quarters,
      populations: groups.map(([key, importance, list]) =>
        population(key, importance, inQuarters(list, each)),
      ),
    },
    {
      unitOf,
      units: courses * quarters,
      populations: each.flatMap((q) =>
        groups.map(([key, importance, list]) =>
          population(`${key}-q${q}`, importance, inQuarters(list, [q])),
        ),
      ),
    },
    {
      unitOf: ofAgency,
      units: agencies * quarters,
      populations: Array.from({ length: agencies }, (_, a) => [
        population(
          `agency${a}`,
          2,
          each.map((q) => a * quarters + q),
        ),
        ...each.map((q) => population(`agency${a}-q${q}`, 1, [a * quarters + q])),
      ]).flat(),
    },
  ];
  const rows = new Map(
    layers.flatMap((layer) =>
      layer.populations.map(({ key, units }): [string, number[]] => [
        key,
        [...layer.unitOf].map((unit) => (units.includes(unit) ? 1 : 0)),
      ]),
    ),
  );
  return { layers, people, rows };
}

const variable = (counts: readonly number[], fewest: number): Variable => ({
  counts: Float64Array.from(counts),
  fewest,
});

function shownRows({ layers, rows }: Small, variables: Variable[]) {
  const verdicts = decide(layers, variables);
  const shown = [...verdicts].filter(([, verdict]) => verdict === "shown").map(([key]) => key);
  return { shown, rows: shown.map((key) => rows.get(key) ?? []) };
}

describe("a reader who adds and subtracts everything that is published", () => {
  test.each([
    [10, 14],
    [10, 8],
    [5, 6],
    [5, 4],
  ])(
    "finds no set of fewer than %i people, with up to %i in a cell",
    (fewest, most) => {
      for (let seed = 1; seed <= 80; seed++) {
        const small = partnership(seed, { most });
        const { shown, rows } = shownRows(small, [variable(small.people, fewest)]);
        expect(recoverable(rows, small.people, fewest), `seed ${seed}: ${shown.join()}`).toBeNull();
      }
    },
    60_000,
  );

  test("finds none where two variables are shown together", () => {
    for (let seed = 1; seed <= 100; seed++) {
      const small = partnership(seed, { most: 20 });
      const pick = chance(seed + 999);
      const part = small.people.map((n) => pick(n + 1));
      const rest = small.people.map((n, i) => n - (part[i] ?? 0));
      const variables = [variable(small.people, 10), variable(part, 5), variable(rest, 5)];
      const { rows } = shownRows(small, variables);
      expect(recoverable(rows, small.people, 10)).toBeNull();
      expect(recoverable(rows, part, 5)).toBeNull();
      expect(recoverable(rows, rest, 5)).toBeNull();
    }
  }, 60_000);

  test("finds some where only small populations are kept back (the control)", () => {
    let found = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const small = partnership(seed);
      const large = [...small.rows.values()].filter(
        (row) => row.reduce((n, one, cell) => n + one * (small.people[cell] ?? 0), 0) >= 10,
      );
      if (recoverable(large, small.people, 10)) found++;
    }
    expect(found).toBeGreaterThan(40);
  });
});
