// Means, spreads and correlation of plain lists of numbers, by way of their moments.

/** A 95% (or other named) interval: lower limit, upper limit, in the unit of the estimate. */
export type Interval = readonly [lower: number, upper: number];

/** Centre and spread of one list, in the unit of the list. `sd` is null below two values, all are null for none. */
export type Description = { mean: number | null; sd: number | null; median: number | null };

/** Sum with the lost low-order digits carried along (Neumaier 1974), so that the order of people hardly matters. */
export function sum(values: readonly number[]): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** Arithmetic mean; null for an empty list. */
export function mean(values: readonly number[]): number | null {
  const n = values.length;
  if (n === 0) return null;
  const rough = sum(values) / n;
  // The second pass makes the mean of equal values that value exactly, so that nobody is off the mean by rounding.
  return rough + sum(values.map((value) => value - rough)) / n;
}

/**
 * Count, mean and sum of squared deviations from it (`m2`, unit squared) of a list: all that an interval needs, and two
 * lists' can be added up (moments.ts). The mean of no values is written as 0 and means nothing: ask `meanOf`.
 */
export type Moments = { n: number; mean: number; m2: number };

/** Two numbers known of each of the same people, with the sum of products of their deviations. */
export type JointMoments = { x: Moments; y: Moments; c: number };

/**
 * Whether every value is the same. Differences of decimals carry rounding (0.3 - 0.1 is not 0.4 - 0.2), so values
 * within 1e-12 of the largest count as the same: a spread made of rounding alone would give absurd t values.
 */
function allTheSame(values: readonly number[]): boolean {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return values.length === 0 || high - low <= 1e-12 * Math.max(Math.abs(low), Math.abs(high));
}

/** Moments of a list; `m2` is exactly 0 when all values are the same. */
export function momentsOf(values: readonly number[]): Moments {
  const centre = mean(values);
  if (centre === null) return { n: 0, mean: 0, m2: 0 };
  const m2 = allTheSame(values) ? 0 : sum(values.map((value) => (value - centre) ** 2));
  return { n: values.length, mean: centre, m2 };
}

/** Joint moments of two lists of equal length, in the order of the same people; `c` is 0 when either is constant. */
export function jointMomentsOf(xs: readonly number[], ys: readonly number[]): JointMoments {
  const x = momentsOf(xs);
  const y = momentsOf(ys);
  const c = x.m2 === 0 || y.m2 === 0 ? 0 : sum(xs.map((v, i) => (v - x.mean) * ((ys[i] ?? y.mean) - y.mean)));
  return { x, y, c };
}

/** The mean, in the unit of the values; null for none. */
export function meanOf({ n, mean }: Moments): number | null {
  return n === 0 ? null : mean;
}

/** Variance with divisor n - 1, in the unit squared; null below two values. */
export function varianceOf({ n, m2 }: Moments): number | null {
  return n < 2 ? null : m2 / (n - 1);
}

/** Standard deviation with divisor n - 1, in the unit of the values; null below two values. */
export function standardDeviationOf(moments: Moments): number | null {
  const squared = varianceOf(moments);
  return squared === null ? null : Math.sqrt(squared);
}

/** Covariance with divisor n - 1, in the product of both units; null below two people. */
export function covarianceOf({ x, c }: JointMoments): number | null {
  return x.n < 2 ? null : c / (x.n - 1);
}

/** Pearson correlation (-1 to 1, no unit); null below three people or when either does not vary. */
function correlationOf({ x, y, c }: JointMoments): number | null {
  if (x.n < 3 || x.m2 === 0 || y.m2 === 0) return null;
  return Math.max(-1, Math.min(1, c / Math.sqrt(x.m2) / Math.sqrt(y.m2)));
}

/** Variance of a list with divisor n - 1; null below two values, exactly 0 when all are the same. */
export function variance(values: readonly number[]): number | null {
  return varianceOf(momentsOf(values));
}

/** Standard deviation of a list with divisor n - 1; null below two values, exactly 0 when all are the same. */
export function standardDeviation(values: readonly number[]): number | null {
  return standardDeviationOf(momentsOf(values));
}

/** Pearson correlation of two lists of equal length; null below three values or when either is constant. */
export function correlation(xs: readonly number[], ys: readonly number[]): number | null {
  return correlationOf(jointMomentsOf(xs, ys));
}

/** Middle value, or the mean of the middle two (quantile type 7 of R); null for an empty list. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** Mean, standard deviation (n - 1) and median of one list. */
export function describe(values: readonly number[]): Description {
  return { mean: mean(values), sd: standardDeviation(values), median: median(values) };
}

/** `part` as a share of `whole`, 0 to 1; null when there is no whole. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** `part` as a percentage of `whole`, 0 to 100; null when there is no whole. */
export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : (100 * part) / whole;
}
