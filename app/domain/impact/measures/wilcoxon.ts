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
 * symmetric, so it is twice the chance of the nearer tail. The ranks are counted in two halves of equal sum, the small
 * and the large, and the halves joined at the tail: a third of the work of counting them in one. Every term is positive
 * and at most 2^1000, so that a double neither overflows nor cancels.
 */
function exactP(doubledRanks: readonly number[], plus: number): number {
  const kept = doubledRanks.filter((rank) => rank > 0).sort((a, b) => a - b);
  // Without ties every doubled rank is even, and halving them halves the sums to count.
  const unit = kept.every((rank) => rank % 2 === 0) ? 2 : 1;
  const ranks = kept.map((rank) => rank / unit);
  const all = total(ranks);
  const tail = Math.min(plus / unit, all - plus / unit);
  let split = 0;
  for (let sum = 0; sum < all / 2; split++) sum += ranks[split] ?? all;
  const small = waysBySum(ranks.slice(0, split), tail);
  const upToLarge = waysBySum(ranks.slice(split), tail);
  for (let s = 1; s < upToLarge.length; s++) upToLarge[s] = (upToLarge[s] ?? 0) + (upToLarge[s - 1] ?? 0);

  const everyLarge = upToLarge.length - 1;
  let inTail = 0;
  for (let s = 0; s < small.length; s++) {
    inTail += (small[s] ?? 0) * (upToLarge[Math.min(tail - s, everyLarge)] ?? 0);
  }
  return Math.min(1, 2 * inTail * 0.5 ** ranks.length);
}

/** How many sign patterns of the ascending ranks have positive sum 0, 1, 2, ... up to `limit` or the sum of all. */
function waysBySum(ranks: readonly number[], limit: number): Float64Array {
  const all = total(ranks);
  const middle = Math.min(Math.floor(all / 2), limit);
  // Zeros in front, so that looking back past a sum of 0 finds no ways.
  const front = 4 * (ranks.at(-1) ?? 0);
  const padded = new Float64Array(front + Math.min(all, limit) + 1);
  padded[front] = 1;
  let reach = 0;
  for (let i = 0; i < ranks.length; ) {
    const rank = ranks[i] ?? 0;
    const together = ranks[i + 3] === rank ? 4 : 1;
    reach = Math.min(middle, reach + together * rank);
    i += together;
    if (together === 1) addRank(padded, rank, front + rank, front + reach);
    else addFourTied(padded, rank, front + rank, front + reach);
  }
  const ways = padded.subarray(front);
  // Turning every sign round maps s to all - s, so the upper half mirrors the lower.
  for (let s = middle + 1; s < ways.length; s++) ways[s] = ways[all - s] ?? 0;
  return ways;
}

/** Each pattern so far, with the rank negative and with it positive; downwards, so that what is read is still old. */
function addRank(ways: Float64Array, rank: number, from: number, to: number): void {
  for (let s = to; s >= from; s--) ways[s] = (ways[s] ?? 0) + (ways[s - rank] ?? 0);
}

/** The same for four tied ranks in one pass: 1, 4, 6, 4 and 1 patterns of four signs have 0 to 4 positive. */
function addFourTied(ways: Float64Array, rank: number, from: number, to: number): void {
  for (let s = to; s >= from; s--) {
    const outer = (ways[s] ?? 0) + (ways[s - 4 * rank] ?? 0);
    const inner = (ways[s - rank] ?? 0) + (ways[s - 3 * rank] ?? 0);
    ways[s] = outer + 4 * inner + 6 * (ways[s - 2 * rank] ?? 0);
  }
}

function total(ranks: readonly number[]): number {
  return ranks.reduce((sum, rank) => sum + rank, 0);
}
