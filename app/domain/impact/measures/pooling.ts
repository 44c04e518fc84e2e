// One mean change for a whole programme, from sessions that differ from one another.
import { type Interval, type Moments, meanOf, momentsOf, sum, varianceOf } from "./descriptive";
import { NORMAL_975, t975, twoSidedT } from "./distributions";
import { type Answers, matchPairs } from "./matched-pairs";
import { addMoments } from "./moments";

/** One session's (or study's) mean and the variance of that mean (its standard error squared, above 0). */
export type Estimate = { value: number; variance: number };

/**
 * Pooled mean in the unit of the values. `se`, `ci95` and `p` use the modified Hartung-Knapp standard error; `tau2` is
 * the variance between sessions (unit squared), `i2` the percentage of all variation that it makes up, `q` Cochran's.
 * `prediction95` is where the mean of a further session is expected. No session: all null. One session: its own normal
 * interval, the rest null.
 */
export type PooledMean = {
  k: number;
  estimate: number | null;
  se: number | null;
  ci95: Interval | null;
  p: number | null;
  tau2: number | null;
  i2: number | null;
  q: number | null;
  prediction95: Interval | null;
};

/**
 * A programme's sessions with at least one matched pair. `withinVariance` is the variance of change within sessions,
 * pooled on `withinDf` degrees of freedom; null when no session has two pairs. `pooled` is all null when
 * `withinVariance` is null or 0, for then no session's mean has a known uncertainty.
 */
export type ProgrammeResult = {
  k: number;
  pairs: number[];
  sessionMeans: number[];
  withinVariance: number | null;
  withinDf: number;
  pooled: PooledMean;
};

/** What may be shown of k pooled sessions: below three they stand side by side, below five the pooled mean says so. */
export function poolingAdvice(
  k: number,
): "nothing" | "single session" | "side by side" | "few sessions" | "pooled" {
  if (k === 0) return "nothing";
  if (k === 1) return "single session";
  if (k === 2) return "side by side";
  return k < 5 ? "few sessions" : "pooled";
}

/**
 * Random-effects mean: between-session variance by REML, standard error by Hartung and Knapp with the multiplier kept
 * at 1 or above (Röver, Knapp & Friede 2015), t on k - 1. The prediction interval follows metafor 3.8, t on k - 1 with
 * the unmodified Hartung-Knapp standard error; i2 is relative to a typical variance (Higgins & Thompson 2002).
 */
export function poolEstimates(estimates: readonly Estimate[]): PooledMean {
  const k = estimates.length;
  const first = estimates[0];
  const unknown = { p: null, tau2: null, i2: null, q: null, prediction95: null };
  if (first === undefined) return { k, estimate: null, se: null, ci95: null, ...unknown };
  if (k === 1) {
    const se = Math.sqrt(first.variance);
    return { k, estimate: first.value, se, ci95: around(first.value, NORMAL_975 * se), ...unknown };
  }

  const df = k - 1;
  const kinds = byVariance(estimates);
  const tau2 = restrictedMaximumLikelihood(kinds);
  const { total, centre, spread } = weighted(kinds, tau2);
  const wald2 = 1 / total;
  const knapp2 = (wald2 * spread) / df;
  const se = Math.sqrt(Math.max(wald2, knapp2));
  const fixed = weighted(kinds, 0);
  const typicalVariance = df / (fixed.total - fixed.squares / fixed.total);
  return {
    k,
    estimate: centre,
    se,
    ci95: around(centre, t975(df) * se),
    p: twoSidedT(centre / se, df),
    tau2,
    i2: (100 * tau2) / (typicalVariance + tau2),
    q: fixed.spread,
    prediction95: around(centre, t975(df) * Math.sqrt(knapp2 + tau2)),
  };
}

/** Programme mean change in scale points from each session's answers, see poolSessionMoments. */
export function poolSessions(sessions: readonly (readonly Answers[])[]): ProgrammeResult {
  return poolSessionMoments(sessions.map((answers) => momentsOf(matchPairs(answers).changes)));
}

/**
 * Programme mean change from moments of each session's changes, in two stages: session means, then poolEstimates. The
 * variance of a session mean is the pooled within-session variance over its pairs, so that a session where all changed
 * alike cannot dominate. Sessions without a matched pair are left out.
 */
export function poolSessionMoments(sessions: readonly Moments[]): ProgrammeResult {
  const groups = sessions.filter((changes) => changes.n > 0);
  const pairs = groups.map((changes) => changes.n);
  const withinDf = sum(pairs) - groups.length;
  const withinVariance = withinDf > 0 ? sum(groups.map((changes) => changes.m2)) / withinDf : null;
  const estimates = groups.map((changes) => ({
    value: changes.mean,
    variance: (withinVariance ?? 0) / changes.n,
  }));
  return {
    k: groups.length,
    pairs,
    sessionMeans: groups.map((changes) => changes.mean),
    withinVariance,
    withinDf,
    pooled: withinVariance ? poolEstimates(estimates) : { ...poolEstimates([]), k: groups.length },
  };
}

/** Estimates of one variance weigh alike whatever tau2 is, so the moments of their values stand for them. */
type Kind = { variance: number; values: Moments };

/** A programme of thousands of sessions has only as many kinds as sessions have sizes. */
function byVariance(estimates: readonly Estimate[]): Kind[] {
  const values = new Map<number, number[]>();
  for (const one of estimates) {
    const alike = values.get(one.variance);
    if (alike === undefined) values.set(one.variance, [one.value]);
    else alike.push(one.value);
  }
  return [...values].map(([variance, alike]) => ({ variance, values: momentsOf(alike) }));
}

/** Inverse-variance weighting at a given tau2: total and squared weights, weighted mean, weighted squares about it. */
function weighted(kinds: readonly Kind[], tau2: number) {
  const weights = kinds.map((kind) => 1 / (kind.variance + tau2));
  const over = (term: (kind: Kind, weight: number) => number) =>
    sum(kinds.map((kind, i) => term(kind, weights[i] ?? 0)));
  const total = over(({ values }, weight) => weight * values.n);
  const centre = over(({ values }, weight) => weight * values.n * values.mean) / total;
  const squaresOf = ({ values }: Kind) => values.m2 + values.n * (values.mean - centre) ** 2;
  return {
    total,
    centre,
    spread: over((kind, weight) => weight * squaresOf(kind)),
    squares: over(({ values }, weight) => values.n * weight ** 2),
    residual: over((kind, weight) => weight ** 2 * squaresOf(kind)),
    logarithms: over(({ values }, weight) => values.n * Math.log(weight)),
  };
}

/**
 * The tau2 >= 0 of highest restricted likelihood. One session far from the rest can give the likelihood two peaks, so
 * the slope is followed from well above to near 0 and every place where rising turns to falling is compared.
 */
function restrictedMaximumLikelihood(kinds: readonly Kind[]): number {
  const rises = (tau2: number) => {
    const { total, squares, residual } = weighted(kinds, tau2);
    return residual - total + squares / total > 0;
  };
  const likelihood = (tau2: number) => {
    const { total, spread, logarithms } = weighted(kinds, tau2);
    return logarithms - Math.log(total) - spread;
  };
  const values = addMoments(kinds.map((kind) => kind.values));
  const variances = addMoments(kinds.map(({ variance, values: { n } }) => ({ n, mean: variance, m2: 0 })));
  let high = Math.max(varianceOf(values) ?? 0, meanOf(variances) ?? 0);
  while (rises(high)) high *= 2;

  const peaks = rises(0) ? [] : [0];
  const floor = high * 1e-8;
  for (let falling = true; high > 0; ) {
    const low = high > floor ? high * 0.8 : 0;
    const rising = rises(low);
    if (rising && falling) peaks.push(turningPoint(rises, low, high));
    falling = !rising;
    high = low;
  }
  return peaks.reduce((best, peak) => (likelihood(peak) > likelihood(best) ? peak : best));
}

/** Where `rises` turns false between `low`, where it is true, and `high`, by halving until doubles run out. */
function turningPoint(rises: (at: number) => boolean, low: number, high: number): number {
  let [below, above] = [low, high];
  for (let middle = (low + high) / 2; middle > below && middle < above; middle = (below + above) / 2) {
    if (rises(middle)) below = middle;
    else above = middle;
  }
  return above;
}

function around(centre: number, half: number): Interval {
  return [centre - half, centre + half];
}
