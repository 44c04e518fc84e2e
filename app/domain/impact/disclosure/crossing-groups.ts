// Where classes of several layers cross, the quick part: most classes of the last layer are soon seen to be alike.

/** One layer's classes: the unit of each cell, the class of each unit, and the class that no population holds (or -1). */
export type LayerClasses = { of: Int32Array; classes: Int32Array; unseen: number };

export type Counted = { counts: Float64Array; fewest: number };

/** Classes that are tried as the one others are joined to, before crossings are looked at one by one. */
const FIRST_HUBS = 8;

/** Where each cell is in all layers but the last, by number: the same for every variable of a decision. */
export type Ground = {
  classOf: Int32Array;
  /** Those of class c are at starts[c] up to starts[c + 1]. */
  cells: Int32Array;
  starts: Int32Array;
  around: Int32Array;
  surroundings: number;
};

const grounds = new WeakMap<readonly LayerClasses[], Ground>();

export function groundOf(layers: readonly LayerClasses[], cells: number): Ground {
  const found = grounds.get(layers);
  if (found) return found;
  const before = layers.slice(0, -1);
  const last = layers.at(-1) as LayerClasses;
  const [first] = before;
  const sizes = before.map(({ classes }) => classes.length + 1);
  const classOf = new Int32Array(cells);
  const around = new Int32Array(cells);
  const numbers = new Map<number, number>();
  // Mostly all layers before the last cut by the same units: then a unit's cells need one look.
  const byUnit = before.every((one) => one.of === first?.of);
  const ofUnit = new Int32Array(first?.classes.length ?? 0).fill(-1);
  for (let cell = 0; cell < cells; cell++) {
    classOf[cell] = classAt(last, cell);
    const unit = first?.of[cell] ?? 0;
    const known = byUnit ? (ofUnit[unit] ?? -1) : -1;
    if (known >= 0) {
      around[cell] = known;
      continue;
    }
    let key = 0;
    for (let i = 0; i < before.length; i++)
      key = key * (sizes[i] ?? 1) + classAt(before[i] as LayerClasses, cell);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    around[cell] = number;
    ofUnit[unit] = number;
  }
  const ground = {
    classOf,
    ...cellsByClass(classOf, last.classes.length),
    around,
    surroundings: numbers.size,
  };
  grounds.set(layers, ground);
  return ground;
}

function cellsByClass(classOf: Int32Array, classes: number): Pick<Ground, "cells" | "starts"> {
  const starts = new Int32Array(classes + 2);
  for (const one of classOf) if (one >= 0) starts[one + 1] = (starts[one + 1] ?? 0) + 1;
  for (let one = 0; one <= classes; one++) starts[one + 1] = (starts[one + 1] ?? 0) + (starts[one] ?? 0);
  const next = starts.slice();
  const cells = new Int32Array(classOf.length);
  for (let cell = 0; cell < classOf.length; cell++) {
    const one = classOf[cell] ?? -1;
    if (one < 0) continue;
    const at = next[one] ?? 0;
    cells[at] = cell;
    next[one] = at + 1;
  }
  return { cells, starts };
}

/** The layers with the last one's classes joined as far as is quickly seen; and which classes are in each group. */
export function withGroups(layers: readonly LayerClasses[], ground: Ground, variable: Counted) {
  const last = layers.at(-1) as LayerClasses;
  const { classOf } = ground;
  const people = new Float64Array(last.classes.length + 1);
  for (let cell = 0; cell < classOf.length; cell++) {
    const one = classOf[cell] ?? 0;
    if (one >= 0) people[one] = (people[one] ?? 0) + (variable.counts[cell] ?? 0);
  }
  const groupOf = new Int32Array(people.length).fill(-1);
  const bySize = [...people.keys()].filter((one) => (people[one] ?? 0) > 0);
  bySize.sort((a, b) => (people[b] ?? 0) - (people[a] ?? 0));
  for (let hubs = 0; hubs < FIRST_HUBS; hubs++) {
    const hub = bySize.find((one) => groupOf[one] === -1);
    if (hub === undefined) break;
    joinTo(hub, bySize, groupOf, ground, variable);
  }
  const membersOf = new Map<number, number[]>();
  for (const one of bySize) {
    if (groupOf[one] === -1) groupOf[one] = one;
    const group = groupOf[one] ?? one;
    const members = membersOf.get(group);
    if (members) members.push(one);
    else membersOf.set(group, [one]);
  }
  const grouped: LayerClasses = {
    of: last.of,
    classes: last.classes.map((one) => (one < 0 ? one : (groupOf[one] ?? one))),
    unseen: (membersOf.get(last.unseen) ?? []).length === 1 ? last.unseen : -1,
  };
  return { layers: [...layers.slice(0, -1), grouped], membersOf };
}

/** Puts the hub and all free classes that share enough surroundings with it into one group. */
function joinTo(
  hub: number,
  free: readonly number[],
  groupOf: Int32Array,
  { cells, starts, around, surroundings }: Ground,
  { counts, fewest }: Counted,
): void {
  groupOf[hub] = hub;
  const hubsAround = new Float64Array(surroundings);
  for (let at = starts[hub] ?? 0; at < (starts[hub + 1] ?? 0); at++) {
    const cell = cells[at] ?? 0;
    add(hubsAround, around[cell] ?? 0, Math.max(0, counts[cell] ?? 0));
  }
  for (const one of free) {
    if (groupOf[one] !== -1) continue;
    // Its people in the hub's surroundings, and the hub's in its own, until both are enough.
    let own = 0;
    let hubs = 0;
    const seen = new Set<number>();
    for (let at = starts[one] ?? 0; at < (starts[one + 1] ?? 0); at++) {
      const cell = cells[at] ?? 0;
      const n = counts[cell] ?? 0;
      const there = hubsAround[around[cell] ?? 0] ?? 0;
      if (n <= 0 || there === 0) continue;
      own += n;
      if (!seen.has(around[cell] ?? 0)) hubs += there;
      seen.add(around[cell] ?? 0);
      if (own < fewest || hubs < fewest) continue;
      groupOf[one] = hub;
      break;
    }
  }
}

export const classAt = ({ of, classes }: LayerClasses, cell: number) => classes[of[cell] ?? 0] ?? -1;

function add(totals: Float64Array, at: number, n: number): void {
  totals[at] = (totals[at] ?? 0) + n;
}

/** The usual case, told without making a crossing of each; where there would be too many it stays untold. */
export function noneIsSmall(
  layers: readonly LayerClasses[],
  { around, surroundings }: Ground,
  groups: ReadonlyMap<number, unknown>,
  { counts, fewest }: Counted,
): boolean {
  if (surroundings * groups.size > 4 * counts.length) return false;
  const last = layers.at(-1) as LayerClasses;
  const number = new Int32Array(last.classes.length + 1);
  [...groups.keys()].forEach((group, index) => {
    number[group] = index;
  });
  const people = new Float64Array(surroundings * groups.size);
  for (let cell = 0; cell < counts.length; cell++) {
    const n = counts[cell] ?? 0;
    if (n > 0) add(people, (around[cell] ?? 0) * groups.size + (number[classAt(last, cell)] ?? 0), n);
  }
  return !people.some((n) => n > 0 && n < fewest);
}
