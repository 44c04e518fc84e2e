// Where classes of several layers cross: which small sets of people a reader could single out by using all of them.

/** One layer's classes: the unit of each cell, the class of each unit, and the class that no population holds (or -1). */
export type LayerClasses = { of: Int32Array; classes: Int32Array; unseen: number };

type Counted = { counts: Float64Array; fewest: number };

/** People where classes cross: `at` holds the class of each layer. */
type Crossing = { n: number; at: number[]; isSeen: boolean };

/** Classes of a layer are tried one after another as the one that others are joined to; beyond this none is. */
const HUBS = 48;

/**
 * Small crossings that could be singled out; each as the classes of the last layer that have to do with it. Nothing may
 * be small without the last layer.
 */
export function smallCrossings(layers: readonly LayerClasses[], variable: Counted): number[][] {
  if (lastLayerTellsNobodyApart(layers, variable)) return [];
  const crossings = crossingsOf(layers, variable.counts);
  const last = layers.length - 1;
  let joined = crossings.map((one) => ({ ...one, at: [...one.at], from: new Set([one.at[last] ?? -1]) }));
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

/** The usual case, told without looking at everyone: all classes of the last layer are alike to the largest. */
function lastLayerTellsNobodyApart(layers: readonly LayerClasses[], { counts, fewest }: Counted): boolean {
  const last = layers.at(-1);
  const before = layers.slice(0, -1);
  if (!last) return true;
  const total = new Map<number, number>();
  for (let cell = 0; cell < counts.length; cell++) {
    const n = counts[cell] ?? 0;
    if (n > 0) total.set(classAt(last, cell), (total.get(classAt(last, cell)) ?? 0) + n);
  }
  const [hub] = [...total].sort(([, a], [, b]) => b - a)[0] ?? [-1];
  const around = new Map<number, number>();
  const sizes = before.map(({ classes }) => classes.length + 1);
  const surrounding = (cell: number) =>
    before.reduce((key, layer, i) => key * (sizes[i] ?? 1) + classAt(layer, cell), 0);
  for (let cell = 0; cell < counts.length; cell++) {
    const n = counts[cell] ?? 0;
    if (n <= 0 || classAt(last, cell) !== hub) continue;
    const key = surrounding(cell);
    around.set(key, (around.get(key) ?? 0) + n);
  }
  // Per class: its people in the hub's surroundings, and the hub's in its own, until both are enough.
  const met = new Map<number, { own: number; hubs: number; seen: Set<number> }>();
  const enough = new Set<number>(hub === undefined ? [] : [hub]);
  for (let cell = 0; cell < counts.length && enough.size < total.size; cell++) {
    const n = counts[cell] ?? 0;
    const one = classAt(last, cell);
    if (n <= 0 || enough.has(one)) continue;
    const key = surrounding(cell);
    const hubs = around.get(key);
    if (hubs === undefined) continue;
    const own = met.get(one) ?? { own: 0, hubs: 0, seen: new Set<number>() };
    own.own += n;
    if (!own.seen.has(key)) own.hubs += hubs;
    own.seen.add(key);
    met.set(one, own);
    if (own.own >= fewest && own.hubs >= fewest) enough.add(one);
  }
  return enough.size >= total.size;
}

const classAt = ({ of, classes }: LayerClasses, cell: number) => classes[of[cell] ?? 0] ?? -1;

function crossingsOf(layers: readonly LayerClasses[], counts: Float64Array): Crossing[] {
  const found = new Map<number, Crossing>();
  const sizes = layers.map(({ classes }) => classes.length + 1);
  for (let cell = 0; cell < counts.length; cell++) {
    const n = counts[cell] ?? 0;
    if (n <= 0) continue;
    let key = 0;
    for (let i = 0; i < layers.length; i++)
      key = key * (sizes[i] ?? 1) + classAt(layers[i] as LayerClasses, cell);
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
