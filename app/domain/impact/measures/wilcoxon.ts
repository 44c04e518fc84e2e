// Wilcoxon's signed-rank test with Pratt's zeros and an exact p; apart from the other measures because it costs most.

/** Above this many pairs no exact p is given: the counts would outgrow a double, and a t interval serves as well. */
export const EXACT_LIMIT = 1000;

/**
 * `tPlus` is the sum of midranks of the rises when zeros are ranked and then dropped (Pratt 1959); `pExact` its
 * two-sided exact p; `rankBiserial` runs from -1 (all fell) to 1 (all rose) with zeros left out. All but the counts
 * are null when nobody changed; `pExact` also above EXACT_LIMIT pairs.
 */
export type SignedRankTest = {
  zeros: number;
  nonZeros: number;
  tiesPresent: boolean | null;
  tPlus: number | null;
  pExact: number | null;
  rankBiserial: number | null;
};

/**
 * Signed-rank test of changes (post - pre). Ties and zeros are judged on the numbers as they come: where scores are
 * fractions, round the changes first, or 0.3 - 0.1 and 0.4 - 0.2 will not tie.
 */
export function signedRankTest(changes: readonly number[]): SignedRankTest {
  const moved = changes.filter((change) => change !== 0);
  const counts = { zeros: changes.length - moved.length, nonZeros: moved.length };
  if (moved.length === 0) {
    return { ...counts, tiesPresent: null, tPlus: null, pExact: null, rankBiserial: null };
  }

  const prattRanks = doubledMidranks(changes);
  const keptRanks = changes.map((change, i) => (change === 0 ? 0 : (prattRanks[i] ?? 0)));
  const plus = sumWhere(keptRanks, changes, (change) => change > 0);

  const ranks = doubledMidranks(moved);
  const rose = sumWhere(ranks, moved, (change) => change > 0);
  const all = total(ranks);
  return {
    ...counts,
    tiesPresent: new Set(moved.map(Math.abs)).size < moved.length,
    tPlus: plus / 2,
    pExact: changes.length > EXACT_LIMIT ? null : exactP(keptRanks, plus),
    rankBiserial: (2 * rose - all) / all,
  };
}

/** Twice the midrank of each value's size, in the order given: whole numbers even where sizes tie. */
function doubledMidranks(values: readonly number[]): number[] {
  const sizes = values.map(Math.abs);
  const order = sizes.map((_, i) => i).sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  for (let first = 0; first < order.length; ) {
    const size = sizes[order[first] ?? 0];
    let next = first;
    while (next < order.length && sizes[order[next] ?? 0] === size) next++;
    // Places first + 1 to next share their mean, (first + 1 + next) / 2.
    for (let place = first; place < next; place++) ranks[order[place] ?? 0] = first + 1 + next;
    first = next;
  }
  return ranks;
}

function sumWhere(ranks: readonly number[], changes: readonly number[], wanted: (change: number) => boolean) {
  return ranks.reduce((total, rank, i) => (wanted(changes[i] ?? 0) ? total + rank : total), 0);
}

/**
 * P(|T - E| >= |t - E|) over all flips of sign of the observed ranks (zero ranks belong to dropped zeros). T is
 * symmetric, so it is twice the chance of the nearer tail. The ranks are counted in two parts, which are joined at the
 * tail. Every term is positive and at most 2^1000, so that a double neither overflows nor cancels.
 */
function exactP(doubledRanks: readonly number[], plus: number): number {
  const kept = Int32Array.from(doubledRanks.filter((rank) => rank > 0)).sort();
  // Without ties every doubled rank is even, and halving them halves the sums to count.
  const unit = kept.every((rank) => rank % 2 === 0) ? 2 : 1;
  const ranks = kept.map((rank) => rank / unit);
  // Whole numbers are made so in the engine's eyes too (| 0) before the loops that cost the time.
  const tail = (Math.min(plus, total(kept) - plus) / unit) | 0;
  const { coarse, scale, fine } = cheaperSplit(ranks);
  const upToCoarse = waysBySum(coarse, (tail / scale) | 0);
  const single = waysBySum(fine, tail);
  for (let s = 1; s < upToCoarse.length; s++) upToCoarse[s] = (upToCoarse[s] ?? 0) + (upToCoarse[s - 1] ?? 0);

  const everyCoarse = upToCoarse.length - 1;
  let inTail = 0;
  for (let s = 0; s < single.length; s++) {
    const room = ((tail - s) / scale) | 0;
    inTail += (single[s] ?? 0) * (upToCoarse[room < everyCoarse ? room : everyCoarse] ?? 0);
  }
  return Math.min(1, 2 * inTail * 0.5 ** ranks.length);
}

/** Two parts of the ranks; those of `coarse` are divided by `scale`. */
type Split = { coarse: Int32Array; scale: 1 | 2; fine: Int32Array };

/** Counting gets dearer with the sum of a part: even ranks apart halve theirs, else a small and a large half do. */
function cheaperSplit(ranks: Int32Array): Split {
  const byParity: Split = {
    coarse: ranks.filter((rank) => rank % 2 === 0).map((rank) => rank / 2),
    scale: 2,
    fine: ranks.filter((rank) => rank % 2 === 1),
  };
  const all = total(ranks);
  let at = 0;
  for (let sum = 0; sum < all / 2; at++) sum += ranks[at] ?? all;
  const bySize: Split = { coarse: ranks.subarray(at), scale: 1, fine: ranks.subarray(0, at) };
  const cost = ({ coarse, fine }: Split) => costOfWays(coarse) + costOfWays(fine);
  return cost(byParity) <= cost(bySize) ? byParity : bySize;
}

/** How many sums `waysBySum` works out. */
function costOfWays(ranks: Int32Array): number {
  const middle = total(ranks) / 2;
  let reach = 0;
  let cost = 0;
  for (const rank of ranks) {
    reach = Math.min(middle, reach + rank);
    cost += reach;
  }
  return cost;
}

/** How many sign patterns of the ascending ranks have positive sum 0, 1, 2, ... up to `limit` or the sum of all. */
function waysBySum(ranks: Int32Array, limit: number): Float64Array {
  const all = total(ranks);
  const middle = Math.min(all >> 1, limit) | 0;
  // Zeros in front, so that looking back past a sum of 0 finds no ways.
  const front = 2 * (ranks.at(-1) ?? 0);
  const padded = new Float64Array(front + Math.min(all, limit) + 1);
  const ways = padded.subarray(front);
  ways[0] = 1;
  let reach = 0;
  for (let i = 0; i < ranks.length; ) {
    const rank = ranks[i] ?? 0;
    const next = i + 1 < ranks.length ? (ranks[i + 1] ?? 0) : 0;
    const together = tied(ranks, i, 8) ? 8 : tied(ranks, i, 4) ? 4 : 2;
    reach = Math.min(middle, reach + (together === 2 ? rank + next : together * rank));
    if (together === 8) addEightTied(ways, rank, reach);
    else if (together === 4) addFourTied(ways, rank, reach);
    else if (next > 0) addTwo(padded, rank, next, front + rank, front + reach);
    else addOne(padded, rank, front + rank, front + reach);
    i += together;
  }
  // Turning every sign round maps s to all - s, so the upper half mirrors the lower.
  for (let s = middle + 1; s < ways.length; s++) ways[s] = ways[all - s] ?? 0;
  return ways;
}

function tied(ranks: Int32Array, first: number, many: number): boolean {
  const last = first + many - 1;
  return last < ranks.length && ranks[last] === ranks[first];
}

/** Each pattern so far, with the rank negative and with it positive; downwards, so that what is read is still old. */
function addOne(padded: Float64Array, rank: number, from: number, to: number): void {
  for (let s = to | 0; s >= from; s--) padded[s] = (padded[s] ?? 0) + (padded[s - rank] ?? 0);
}

/** The same for two ranks in one pass: fewer looks at the memory than in two. */
function addTwo(padded: Float64Array, one: number, other: number, from: number, to: number): void {
  const both = (one + other) | 0;
  for (let s = to | 0; s >= from; s--) {
    const without = (padded[s] ?? 0) + (padded[s - one] ?? 0);
    padded[s] = without + ((padded[s - other] ?? 0) + (padded[s - both] ?? 0));
  }
}

/**
 * The same for four ranks of one size: along sums that are a rank apart each look at the memory serves all four, since
 * what each of them adds is the sum before, which is still at hand.
 */
function addFourTied(ways: Float64Array, rank: number, to: number): void {
  for (let start = 0; start < rank; start++) {
    let [before0, before1, before2, before3] = [0, 0, 0, 0];
    for (let s = start; s <= to; s += rank) {
      const with0 = ways[s] ?? 0;
      const with1 = with0 + before0;
      const with2 = with1 + before1;
      const with3 = with2 + before2;
      ways[s] = with3 + before3;
      before0 = with0;
      before1 = with1;
      before2 = with2;
      before3 = with3;
    }
  }
}

/** The same for eight. */
function addEightTied(ways: Float64Array, rank: number, to: number): void {
  for (let start = 0; start < rank; start++) {
    let [before0, before1, before2, before3, before4, before5, before6, before7] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let s = start; s <= to; s += rank) {
      const with0 = ways[s] ?? 0;
      const with1 = with0 + before0;
      const with2 = with1 + before1;
      const with3 = with2 + before2;
      const with4 = with3 + before3;
      const with5 = with4 + before4;
      const with6 = with5 + before5;
      const with7 = with6 + before6;
      ways[s] = with7 + before7;
      before0 = with0;
      before1 = with1;
      before2 = with2;
      before3 = with3;
      before4 = with4;
      before5 = with5;
      before6 = with6;
      before7 = with7;
    }
  }
}

function total(ranks: readonly number[] | Int32Array): number {
  let sum = 0;
  for (const rank of ranks) sum += rank;
  return sum;
}
