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

type Classified = { classes: Int32Array; list: Class[] };

/** What was classified last is asked for again once nothing more is given up. */
const lastClassified = new WeakMap<
  readonly UnitSums[],
  { populations: readonly Population[]; classified: Classified }
>();

function classify(units: number, populations: readonly Population[], sums: readonly UnitSums[]): Classified {
  const last = lastClassified.get(sums);
  if (last?.populations.length === populations.length && last.classified.classes.length === units)
    if (last.populations.every((one, i) => one === populations[i])) return last.classified;
  const classified = classifyAnew(units, populations, sums);
  lastClassified.set(sums, { populations, classified });
  return classified;
}

function classifyAnew(
  units: number,
  populations: readonly Population[],
  sums: readonly UnitSums[],
): Classified {
  const { classOf, held } = groupsOf(units, populations);
  const totals = held.map(() => sums.map(() => 0));
  const classes = new Int32Array(units).fill(-1);
  const list: Class[] = [];
  const place = new Int32Array(held.length).fill(-1);
  for (let unit = 0; unit < units; unit++) {
    let isAnybody = false;
    for (let i = 0; i < sums.length && !isAnybody; i++) isAnybody = (sums[i]?.of[unit] ?? 0) > 0;
    if (!isAnybody) continue;
    const group = classOf[unit] ?? 0;
    const own = totals[group] ?? [];
    if (place[group] === -1) {
      place[group] = list.length;
      const members = (held[group] ?? []).flatMap((at) => populations[at] ?? []);
      list.push({ key: String(group), members, totals: own });
    }
    classes[unit] = place[group] ?? -1;
    for (let i = 0; i < sums.length; i++) own[i] = (own[i] ?? 0) + (sums[i]?.of[unit] ?? 0);
  }
  return { classes, list };
}

type Groups = { classOf: Int32Array; held: number[][] };

/** Most figures are shown of most populations, so the same ones come again and again. */
const lastGroups = new WeakMap<Population, { populations: readonly Population[]; groups: Groups }>();

/** Units that the same populations hold, whoever is counted in them. */
function groupsOf(units: number, populations: readonly Population[]): Groups {
  const last = populations.at(-1);
  const known = last && lastGroups.get(last);
  const isSame =
    known?.populations.length === populations.length &&
    known.groups.classOf.length === units &&
    // The backdrop is made anew each time and holds everything.
    known.populations.every(
      (one, i) => one === populations[i] || (one.key === "" && populations[i]?.key === ""),
    );
  if (known && isSame) return known.groups;
  const holders: number[][] = Array.from({ length: units }, () => []);
  populations.forEach(({ units: own }, index) => {
    for (const unit of own) holders[unit]?.push(index);
  });
  const byKey = new Map<string, number>();
  const held: number[][] = [];
  const classOf = Int32Array.from(holders, (own) => {
    const key = own.join();
    let index = byKey.get(key);
    if (index === undefined) {
      index = held.length;
      byKey.set(key, index);
      held.push(own);
    }
    return index;
  });
  const groups = { classOf, held };
  if (last) lastGroups.set(last, { populations: [...populations], groups });
  return groups;
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
