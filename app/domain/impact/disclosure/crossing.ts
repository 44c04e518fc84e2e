// Where classes of several layers cross: which small sets of people a reader could single out by using all of them.

import {
  type Counted,
  classAt,
  type Ground,
  groundOf,
  type LayerClasses,
  noneIsSmall,
  withGroups,
} from "./crossing-groups";

export type { LayerClasses };

/** People where classes cross: `at` holds the class of each layer. */
type Crossing = { n: number; at: number[]; isSeen: boolean };

/** Classes of a layer are tried one after another as the one that others are joined to; beyond this none is. */
const HUBS = 48;

/**
 * Small crossings that could be singled out; each as the classes of the last layer that have to do with it. Nothing may
 * be small without the last layer.
 */
export function smallCrossings(given: readonly LayerClasses[], variable: Counted): number[][] {
  const ground = groundOf(given, variable.counts.length);
  const { layers, membersOf } = withGroups(given, ground, variable);
  if (membersOf.size < 2) return [];
  if (noneIsSmall(layers, ground, membersOf, variable)) return [];
  const crossings = crossingsOf(layers, ground, variable.counts);
  if (!crossings.some(({ n, isSeen }) => isSeen && n < variable.fewest)) return [];
  const last = layers.length - 1;
  let joined = crossings.map((one) => ({
    ...one,
    at: [...one.at],
    from: new Set(membersOf.get(one.at[last] ?? -1)),
  }));
  for (let any = true; any; ) {
    any = false;
    for (let layer = last; layer >= 0; layer--) {
      const into = alike(joined, layer, variable.fewest);
      if (into.size === 0) continue;
      any = true;
      joined = together(joined, layer, into);
    }
  }
  const divided = layers.map((_, layer) => new Set(joined.map(({ at }) => at[layer])).size > 1);
  return joined
    .filter(({ n, isSeen }) => isSeen && n < variable.fewest)
    .map(({ at }) => {
      const near = joined.filter((one) =>
        one.at.some((group, layer) => divided[layer] && group === at[layer]),
      );
      return [...new Set(near.flatMap((one) => [...one.from]))];
    });
}

function crossingsOf(layers: readonly LayerClasses[], ground: Ground, counts: Float64Array): Crossing[] {
  const found = new Map<number, Crossing>();
  const last = layers.at(-1) as LayerClasses;
  const size = last.classes.length + 1;
  for (let cell = 0; cell < counts.length; cell++) {
    const n = counts[cell] ?? 0;
    if (n <= 0) continue;
    const key = (ground.around[cell] ?? 0) * size + classAt(last, cell);
    const crossing = found.get(key);
    if (crossing) {
      crossing.n += n;
      continue;
    }
    const at = layers.map((layer) => classAt(layer, cell));
    found.set(key, { n, at, isSeen: layers.some(({ unseen }, i) => at[i] !== unseen) });
  }
  return [...found.values()];
}

/**
 * Which classes of a layer are joined to which. A set of fewer than `fewest` people that told two of them apart would
 * hold all people of the one, or all of the other, in every surrounding that both meet.
 */
function alike(crossings: readonly Crossing[], layer: number, fewest: number): Map<number, number> {
  const surroundings = new Map<string, number>();
  const people = new Map<number, Map<number, number>>();
  const size = new Map<number, number>();
  for (const { n, at } of crossings) {
    const key = at.map((one, other) => (other === layer ? "" : one)).join();
    const around = surroundings.get(key) ?? surroundings.size;
    surroundings.set(key, around);
    const own = at[layer] ?? -1;
    const inThem = people.get(own) ?? new Map<number, number>();
    inThem.set(around, (inThem.get(around) ?? 0) + n);
    people.set(own, inThem);
    size.set(own, (size.get(own) ?? 0) + n);
  }
  const into = new Map<number, number>();
  const bySize = [...people].sort(([a], [b]) => (size.get(b) ?? 0) - (size.get(a) ?? 0));
  for (const [hub, hubs] of bySize.slice(0, HUBS)) {
    if (into.has(hub)) continue;
    for (let again = true; again; ) {
      again = false;
      for (const [one, own] of bySize) {
        if (one === hub || into.has(one) || !meetEnough(own, hubs, fewest)) continue;
        into.set(one, hub);
        for (const [around, n] of own) hubs.set(around, (hubs.get(around) ?? 0) + n);
        again = true;
      }
    }
  }
  return into;
}

/** Whether both have enough people in the surroundings that both meet. */
function meetEnough(one: Map<number, number>, other: Map<number, number>, enough: number): boolean {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let inFew = 0;
  let inMany = 0;
  for (const [around, n] of few) {
    const others = many.get(around);
    if (others === undefined) continue;
    inFew += n;
    inMany += others;
    if (inFew >= enough && inMany >= enough) return true;
  }
  return false;
}

type Joined = Crossing & { from: Set<number> };

/** The crossings once classes of a layer are joined. */
function together(crossings: readonly Joined[], layer: number, into: ReadonlyMap<number, number>): Joined[] {
  const end = (one: number): number => {
    const next = into.get(one);
    return next === undefined ? one : end(next);
  };
  const found = new Map<string, Joined>();
  for (const one of crossings) {
    const at = one.at.map((group, other) => (other === layer ? end(group) : group));
    const key = at.join();
    const same = found.get(key);
    if (!same) found.set(key, { ...one, at });
    else {
      same.n += one.n;
      same.isSeen ||= one.isSeen;
      for (const group of one.from) same.from.add(group);
    }
  }
  return [...found.values()];
}
