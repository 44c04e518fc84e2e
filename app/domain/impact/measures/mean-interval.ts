// The mean of a list of differences with its t interval and t test.
import { type Interval, type Moments, meanOf, momentsOf, standardDeviationOf } from "./descriptive";
import { t975, twoSidedT } from "./distributions";

/**
 * A mean with its uncertainty. `mean`, `sd`, `se` and `ci95` are in the unit of the values; `p` is two-sided against 0.
 * With one value only `mean` and `df` (0) stand. When every value is the same `sd` and `se` are 0 and `t`, `p` and
 * `ci95` are null: no spread was seen, so none can be estimated.
 */
export type MeanSummary = {
  n: number;
  mean: number | null;
  sd: number | null;
  se: number | null;
  t: number | null;
  df: number | null;
  p: number | null;
  ci95: Interval | null;
};

/** Mean of the values with t interval and one-sample t test on n - 1 degrees of freedom (Student 1908). */
export function summariseMean(values: readonly number[]): MeanSummary {
  return meanInterval(momentsOf(values));
}

/** The same from their moments; see MeanSummary for units and nulls. */
export function meanInterval(moments: Moments): MeanSummary {
  const { n } = moments;
  const centre = meanOf(moments);
  const sd = standardDeviationOf(moments);
  const unknown = { t: null, p: null, ci95: null };
  if (centre === null) return { n, mean: null, sd: null, se: null, df: null, ...unknown };
  const df = n - 1;
  if (sd === null) return { n, mean: centre, sd: null, se: null, df, ...unknown };
  const se = sd / Math.sqrt(n);
  if (sd === 0) return { n, mean: centre, sd, se, df, ...unknown };
  const t = centre / se;
  const half = t975(df) * se;
  return { n, mean: centre, sd, se, t, df, p: twoSidedT(t, df), ci95: [centre - half, centre + half] };
}
