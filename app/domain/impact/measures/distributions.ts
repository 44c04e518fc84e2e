// The distribution functions the measures stand on; the only file that knows which library supplies them.
import logGamma from "@stdlib/math-base-special-gammaln";
import fQuantileOf from "@stdlib/stats-base-dists-f-quantile";
import tCdf from "@stdlib/stats-base-dists-t-cdf";
import tQuantileOf from "@stdlib/stats-base-dists-t-quantile";

/** 97.5% point of the standard normal distribution: half of a 95% interval, in standard errors. */
export const NORMAL_975 = 1.959963984540054;

/** 99.9% point of the standard normal distribution: half of a 99.8% interval, in standard errors. */
export const NORMAL_999 = 3.090232306167813;

/** Two-sided p of a t statistic on `df` > 0 degrees of freedom (fractions allowed, as Welch needs). */
export function twoSidedT(t: number, df: number): number {
  return 2 * tCdf(-Math.abs(t), df);
}

/** 97.5% point of the t distribution on `df` > 0 degrees of freedom: half of a 95% interval, in standard errors. */
export function t975(df: number): number {
  return tQuantileOf(0.975, df);
}

/** The point below which a share `p` (0 to 1) of the F distribution on `df1` and `df2` degrees of freedom lies. */
export function fQuantile(p: number, df1: number, df2: number): number {
  return fQuantileOf(p, df1, df2);
}

/** Natural logarithm of the gamma function at `x` > 0. */
export function lnGamma(x: number): number {
  return logGamma(x);
}
