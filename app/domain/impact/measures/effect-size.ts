// Standardised size of a change between two answers of the same people.
import {
  covarianceOf,
  type Interval,
  type JointMoments,
  jointMomentsOf,
  type Moments,
  meanOf,
  momentsOf,
  varianceOf,
} from "./descriptive";
import { lnGamma, NORMAL_975 } from "./distributions";
import type { MatchedPairs } from "./matched-pairs";
import { differenceOf } from "./moments";

/**
 * All in standard deviations but for `nu` and `correction`. `dAv` is the mean change in average standard deviations of before and after; `gAv` is `dAv` times `correction`, its
 * small-sample correction on `nu` degrees of freedom; `dAvCi95` is the interval of `dAv`.
 */
export type EffectSize = {
  dAv: number | null;
  nu: number | null;
  correction: number | null;
  gAv: number | null;
  dAvCi95: Interval | null;
};

/**
 * Standardised change from moments of before (x) and after (y), and of the changes where those are known. d_av divides
 * the mean change by sqrt((v_pre + v_post) / 2) (Cumming 2012); nu is
 * (n-1)(v_pre + v_post)^2 / (v_pre^2 + v_post^2 + 2 cov^2), which stays defined when a correlation does not; the
 * interval is Bonett's (2008). All are null below two pairs or when neither side varies; the interval is also null when
 * everyone changed by the same amount; `correction` and `gAv` are null for two pairs, where nu is 1.
 */
export function standardisedChangeOf(
  pairs: JointMoments,
  changes: Moments = differenceOf(pairs),
): EffectSize {
  const { n } = changes;
  const change = meanOf(changes);
  const changeVariance = varianceOf(changes);
  const vPre = varianceOf(pairs.x);
  const vPost = varianceOf(pairs.y);
  const together = covarianceOf(pairs);
  const unknown = { dAv: null, nu: null, correction: null, gAv: null, dAvCi95: null };
  if (change === null || changeVariance === null || together === null) return unknown;
  if (vPre === null || vPost === null || vPre + vPost === 0) return unknown;

  const averageVariance = (vPre + vPost) / 2;
  const dAv = change / Math.sqrt(averageVariance);
  const nu = ((n - 1) * (vPre + vPost) ** 2) / (vPre ** 2 + vPost ** 2 + 2 * together ** 2);
  const correction = smallSampleCorrection(nu);
  const gAv = correction === null ? null : correction * dAv;
  if (changeVariance === 0) return { dAv, nu, correction, gAv, dAvCi95: null };
  const half = NORMAL_975 * Math.sqrt(dAv ** 2 / (2 * nu) + changeVariance / ((n - 1) * averageVariance));
  return { dAv, nu, correction, gAv, dAvCi95: [dAv - half, dAv + half] };
}

/** The same of matched pairs in scale points, see standardisedChangeOf. */
export function standardisedChange({ pre, post, changes }: MatchedPairs): EffectSize {
  return standardisedChangeOf(jointMomentsOf(pre, post), momentsOf(changes));
}

/** Exact small-sample correction J on `nu` degrees of freedom (Hedges 1981); null at nu of 1, where there is none. */
export function smallSampleCorrection(nu: number): number | null {
  if (nu <= 1 + 1e-9) return null;
  return Math.exp(lnGamma(nu / 2) - lnGamma((nu - 1) / 2) - 0.5 * Math.log(nu / 2));
}
