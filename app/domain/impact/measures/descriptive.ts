// Means, spreads and correlation of plain lists of numbers.

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

/** Covariance with divisor n - 1 of two lists of equal length; null below two values, 0 when either is constant. */
export function covariance(xs: readonly number[], ys: readonly number[]): number | null {
  const meanX = mean(xs);
  const meanY = mean(ys);
  if (meanX === null || meanY === null || xs.length < 2) return null;
  if (allTheSame(xs) || allTheSame(ys)) return 0;
  const products = xs.map((x, i) => (x - meanX) * ((ys[i] ?? meanY) - meanY));
  return sum(products) / (xs.length - 1);
}

/** Variance with divisor n - 1; null below two values, exactly 0 when all are the same. */
export function variance(values: readonly number[]): number | null {
  return covariance(values, values);
}

/** Standard deviation with divisor n - 1; null below two values, exactly 0 when all are the same. */
export function standardDeviation(values: readonly number[]): number | null {
  const squared = variance(values);
  return squared === null ? null : Math.sqrt(squared);
}

/** Pearson correlation of two lists of equal length; null below three values or when either is constant. */
export function correlation(xs: readonly number[], ys: readonly number[]): number | null {
  const sdX = standardDeviation(xs);
  const sdY = standardDeviation(ys);
  const together = covariance(xs, ys);
  if (xs.length < 3 || !sdX || !sdY || together === null) return null;
  return Math.max(-1, Math.min(1, together / sdX / sdY));
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
