// Classes of units that the same published populations hold, and what to give up until none of them is small.
import type { Population } from "./populations";

/** One variable added up by unit. */
export type UnitSums = { readonly of: Float64Array; readonly fewest: number };

type Class = { key: string; members: readonly Population[]; totals: number[] };

/** The class of each unit (-1 where nobody is counted), the class that no population holds, and who holds each. */
export function classesOf(
  units: number,
  populations: readonly Population[],
  sums: readonly UnitSums[],
): { classes: Int32Array; unseen: number; membersOf: (readonly Population[])[] } {
  const { classes, list } = classify(units, populations, sums);
  return {
    classes,
    unseen: list.findIndex((one) => one.members.length === 0),
    membersOf: list.map((one) => one.members),
  };
}

/**
 * Those of `shown` that can stay so that no class of units is small. A small class is put together with the one that
 * costs least to make alike, by giving up the populations that hold one of the two and not the other.
 */
export function mergeSmallClasses(
  units: number,
  shown: readonly Population[],
  backdrop: readonly Population[],
  sums: readonly UnitSums[],
): Population[] {
  let left = [...shown];
  for (;;) {
    const { list } = classify(units, [...backdrop, ...left], sums);
    const small = list.find(
      ({ members, totals }) =>
        members.length > 0 && totals.some((n, i) => n > 0 && n < (sums[i]?.fewest ?? 0)),
    );
    if (!small) return left;
    const given = new Set(dividing(small, list, backdrop));
    if (given.size === 0) throw new Error("The whole is small: nothing of it may be shown.");
    left = left.filter((population) => !given.has(population));
  }
}

function classify(units: number, populations: readonly Population[], sums: readonly UnitSums[]) {
  const holders: number[][] = Array.from({ length: units }, () => []);
  populations.forEach(({ units: own }, index) => {
    for (const unit of own) holders[unit]?.push(index);
  });
  const classes = new Int32Array(units).fill(-1);
  const byKey = new Map<string, number>();
  const list: Class[] = [];
  for (let unit = 0; unit < units; unit++) {
    if (!sums.some(({ of }) => (of[unit] ?? 0) > 0)) continue;
    const held = holders[unit] ?? [];
    const key = held.join();
    let index = byKey.get(key);
    if (index === undefined) {
      index = list.length;
      byKey.set(key, index);
      const members = held.flatMap((at) => populations[at] ?? []);
      list.push({ key, members, totals: sums.map(() => 0) });
    }
    classes[unit] = index;
    const totals = list[index]?.totals ?? [];
    for (const [i, { of }] of sums.entries()) totals[i] = (totals[i] ?? 0) + (of[unit] ?? 0);
  }
  return { classes, list };
}

/** The populations whose giving up makes a class like another, or like nothing that is published: the cheapest of all. */
function dividing(small: Class, list: readonly Class[], backdrop: readonly Population[]): Population[] {
  let best: Population[] = small.members.filter((one) => !backdrop.includes(one));
  let least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const own = new Set(small.members);
  for (const other of list) {
    if (other === small) continue;
    const others = new Set(other.members);
    const between = [
      ...small.members.filter((one) => !others.has(one)),
      ...other.members.filter((one) => !own.has(one)),
    ];
    // Of equal ones the smallest class is joined, so that as few people as can be go untold.
    const cost = [between.reduce((total, one) => total + 4 ** one.importance, 0), other.totals[0] ?? 0];
    if (!isCheaper(cost, least)) continue;
    least = cost;
    best = between;
  }
  return best;
}

const isCheaper = ([a = 0, b = 0]: number[], [c = 0, d = 0]: number[]) => a < c || (a === c && b < d);
