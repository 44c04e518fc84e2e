// How many stand behind each figure of a group: all that disclosure control asks for, kept as rows of whole numbers.
import { emptySums, type Sums } from "./sums";

type CountedPairs = { pairs: { x: { n: number } }; improved: number; same: number; declined: number };

/** What sums count, without what they add up. */
export type SumCounts = Pick<Sums, "places" | "stages" | "commitments" | "managers"> & {
  confidence: CountedPairs;
  scenarios: CountedPairs;
  items: Readonly<Record<string, Pick<CountedPairs, "pairs">>>;
  baseline: { x: { n: number } };
  recalled: { x: { n: number } };
  followUp: { gains: { x: { n: number } } };
  laterAnswered: { change: { n: number } };
  laterSilent: { change: { n: number } };
  reactions: Readonly<Record<string, readonly number[]>>;
};

/**
 * By agency of one session, one row after another; a row is the numbers of `fixed`, the pairs of each item, and each
 * reaction's answers.
 */
export type KeptCounts = {
  agencies: string[];
  items: string[];
  /** How many answers there are to each. */
  reactions: [id: string, answers: number][];
  numbers: number[];
};

type Tree = { readonly [name: string]: Tree | number };

const nobody = emptySums();
const people = () => ({ x: { n: 0 } });
const pairs = () => ({ pairs: people(), improved: 0, same: 0, declined: 0 });
const fixed = {
  places: nobody.places,
  stages: nobody.stages,
  confidence: pairs(),
  scenarios: pairs(),
  baseline: people(),
  recalled: people(),
  followUp: { gains: people() },
  laterAnswered: { change: { n: 0 } },
  laterSilent: { change: { n: 0 } },
  commitments: nobody.commitments,
  managers: nobody.managers,
} satisfies Tree;

function put(row: number[], shape: Tree, from: Tree): void {
  for (const [name, part] of Object.entries(shape)) {
    const own = from[name] ?? 0;
    if (typeof part === "number" || typeof own === "number") row.push(Number(own));
    else put(row, part, own);
  }
}

export function keepCounts(byAgency: ReadonlyMap<string, Sums>): KeptCounts {
  const all = [...byAgency.values()];
  const items = [...new Set(all.flatMap((sums) => Object.keys(sums.items)))];
  const answers = new Map<string, number>();
  for (const { reactions } of all)
    for (const [id, counts] of Object.entries(reactions))
      answers.set(id, Math.max(answers.get(id) ?? 0, counts.length));
  const reactions = [...answers];
  const numbers: number[] = [];
  for (const sums of all) {
    put(numbers, fixed, sums as unknown as Tree);
    for (const id of items) numbers.push(sums.items[id]?.pairs.x.n ?? 0);
    for (const [id, length] of reactions)
      for (let i = 0; i < length; i++) numbers.push(sums.reactions[id]?.[i] ?? 0);
  }
  return { agencies: [...byAgency.keys()], items, reactions, numbers };
}

/** Reads one row after another into the same object: what it gives holds until the next. */
export type CountsReader = (numbers: Int32Array, row: number) => SumCounts;

const readers = new Map<string, CountsReader>();

/** One reader for all sessions that were asked the same, and one object rather than dozens for every row. */
export function countsReader({ items, reactions }: Pick<KeptCounts, "items" | "reactions">): CountsReader {
  const key = JSON.stringify([items, reactions]);
  const reader = readers.get(key) ?? makeReader(items, reactions);
  readers.set(key, reader);
  return reader;
}

type Leaf = { of: Record<string | number, number>; name: string | number };

function makeReader(items: KeptCounts["items"], reactions: KeptCounts["reactions"]): CountsReader {
  const counts: SumCounts = {
    ...structuredClone(fixed),
    items: Object.fromEntries(items.map((id) => [id, { pairs: { x: { n: 0 } } }])),
    reactions: Object.fromEntries(reactions.map(([id, answers]) => [id, new Array<number>(answers).fill(0)])),
  };
  const leaves = leavesOf(counts as unknown as Tree, fixed);
  for (const id of items) leaves.push({ of: counts.items[id]?.pairs.x ?? { n: 0 }, name: "n" });
  for (const [id, answers] of reactions)
    for (let i = 0; i < answers; i++)
      leaves.push({ of: counts.reactions[id] as unknown as Leaf["of"], name: i });
  return (numbers, row) => {
    const from = row * leaves.length;
    for (let i = 0; i < leaves.length; i++) {
      const { of, name } = leaves[i] as Leaf;
      of[name] = numbers[from + i] ?? 0;
    }
    return counts;
  };
}

/** In the order of `put`. */
const leavesOf = (tree: Tree, shape: Tree): Leaf[] =>
  Object.entries(shape).flatMap(([name, part]) =>
    typeof part === "number" ? [{ of: tree as Leaf["of"], name }] : leavesOf(tree[name] as Tree, part),
  );
