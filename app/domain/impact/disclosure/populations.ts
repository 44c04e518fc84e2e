// Which of many overlapping populations a figure may be published of, decided for all of them at once.
//
// People stand in cells (those of one session from one agency). Published populations are sets of cells: the whole, a
// board, a course, a quarter, an agency. By adding and subtracting, a reader gets the figure of every set of cells whose
// indicator is a sum of multiples of published indicators. None of those sets may be small. Two steps see to it:
//
// 1. Within a layer (populations that cut the cells in one direction) cells in the same published populations form a
//    class. Every such sum is constant on classes, so it is enough that no class is small (classes.ts).
// 2. Across layers such a sum is f(class in layer 1) + g(class in layer 2) + …, and it is 0 or 1 where people are. If
//    two classes of a layer meet the same surroundings with enough people in both, a small set cannot tell them apart;
//    what is left is constant on what could not be told apart, and none of that may be small (crossing.ts).
//
// Layers are taken in order of importance: what has been decided for one is not touched by the next.
import { classesOf, mergeSmallClasses, type UnitSums } from "./classes";
import { smallCrossings } from "./crossing";
import type { Verdict } from "./shown";

/** Cells that a figure may be published of, as units of their layer; the least important is given up first. */
export type Population = {
  readonly key: string;
  readonly importance: number;
  readonly units: readonly number[];
};

/** Populations that cut the cells in one direction. The first of the first layer is the whole. */
export type Layer = {
  readonly unitOf: Int32Array;
  readonly units: number;
  readonly populations: readonly Population[];
};

/** What is counted in each cell: over every population shown it is 0 or at least `fewest`. */
export type Variable = { readonly counts: Float64Array; readonly fewest: number };

/** What may be shown of each population, by its key; `mayBe` says which are asked for at all. */
export function decide(
  layers: readonly Layer[],
  variables: readonly Variable[],
  mayBe: (population: Population) => boolean = () => true,
): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  const decided: { layer: Layer; shown: Population[]; classes: Int32Array; unseen: number }[] = [];
  let whole: Population | null = null;
  if (!variables.some(({ counts }) => counts.some((n) => n > 0))) return ofNobody(layers, mayBe);
  const known = new Map<Int32Array, UnitSums[]>();
  for (const layer of layers) {
    const sums = known.get(layer.unitOf) ?? variables.map((variable) => unitSums(layer, variable));
    known.set(layer.unitOf, sums);
    let shown = layer.populations.filter((population) => {
      const few = sums.some((sum) => isFew(totalOf(population, sum), sum.fewest));
      verdicts.set(population.key, few ? "too few" : "gives a small number back");
      return !few && mayBe(population);
    });
    // The whole lies over every layer: with it, what a layer leaves out is known too.
    const backdrop = whole ? [everything(layer)] : [];
    // Layers that cut by the same units need no look at single cells.
    const byUnits = decided.every((one) => one.layer.unitOf === layer.unitOf);
    const itself = Int32Array.from({ length: layer.units }, (_, unit) => unit);
    for (;;) {
      shown = mergeSmallClasses(layer.units, shown, backdrop, sums);
      const { classes, unseen, membersOf } = classesOf(layer.units, [...backdrop, ...shown], sums);
      const here = { layer, shown, classes, unseen };
      const given = new Set<Population>();
      if (decided.length > 0) {
        const all = [...decided, here].map((one) => ({
          of: byUnits ? itself : one.layer.unitOf,
          classes: one.classes,
          unseen: one.unseen,
        }));
        for (const [i, { counts, fewest }] of variables.entries()) {
          if (!sums[i]?.of.some((n) => n > 0)) continue;
          const counted = { counts: byUnits ? (sums[i]?.of ?? counts) : counts, fewest };
          giveUp(smallCrossings(all, counted), membersOf, shown, backdrop, sums, given);
        }
      }
      if (given.size === 0) {
        decided.push(here);
        break;
      }
      shown = shown.filter((population) => !given.has(population));
    }
    for (const { key } of shown) verdicts.set(key, "shown");
    if (layer === layers[0]) whole = shown.find((one) => one === layer.populations[0]) ?? null;
  }
  return verdicts;
}

/** Nobody is counted anywhere, so nobody can be told apart. */
const ofNobody = (layers: readonly Layer[], mayBe: (population: Population) => boolean) =>
  new Map<string, Verdict>(
    layers.flatMap(({ populations }) =>
      populations.map((one) => [one.key, mayBe(one) ? "shown" : "gives a small number back"] as const),
    ),
  );

/** For each small crossing one population that cuts it out, the least important; one may do for several. */
function giveUp(
  crossings: readonly (readonly number[])[],
  membersOf: readonly (readonly Population[])[],
  shown: readonly Population[],
  backdrop: readonly Population[],
  sums: readonly UnitSums[],
  given: Set<Population>,
): void {
  for (const classes of crossings) {
    const near = new Set(classes.flatMap((one) => membersOf[one] ?? []));
    for (const population of backdrop) near.delete(population);
    const among = near.size > 0 ? [...near] : shown;
    if (among.some((population) => given.has(population))) continue;
    const least = among.reduce<Population | null>(
      (best, one) => (best === null || isLess(one, best, sums) ? one : best),
      null,
    );
    if (least) given.add(least);
  }
}

/** Whether one population is given up before another: less important, then smaller, then by key. */
function isLess(one: Population, other: Population, sums: readonly UnitSums[]): boolean {
  if (one.importance !== other.importance) return one.importance < other.importance;
  const [first] = sums;
  const size = first ? totalOf(one, first) - totalOf(other, first) : 0;
  return size === 0 ? one.key < other.key : size < 0;
}

const everything = (layer: Layer): Population => ({
  key: "",
  importance: Number.POSITIVE_INFINITY,
  units: Array.from({ length: layer.units }, (_, unit) => unit),
});

function unitSums({ unitOf, units }: Layer, { counts, fewest }: Variable): UnitSums {
  const of = new Float64Array(units);
  for (let cell = 0; cell < unitOf.length; cell++) {
    const unit = unitOf[cell] ?? 0;
    of[unit] = (of[unit] ?? 0) + (counts[cell] ?? 0);
  }
  return { of, fewest };
}

function totalOf({ units }: Population, { of }: UnitSums): number {
  let total = 0;
  for (const unit of units) total += of[unit] ?? 0;
  return total;
}

/** Whether a number of people is above 0 and below the fewest that may be shown. */
export const isFew = (people: number, fewest: number) => people > 0 && people < fewest;
