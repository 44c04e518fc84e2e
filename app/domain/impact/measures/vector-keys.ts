// The names that vector files give to results: the one place where the engine's words meet theirs.
import type { ControlChart } from "./control-chart";
import type { Interval } from "./descriptive";
import type { FollowUpResult } from "./follow-up";
import type { Funnel } from "./funnel";
import type { JsonObject } from "./json-shapes";
import type { MeanSummary } from "./mean-interval";
import type { PairedResult } from "./paired";
import type { PooledMean, ProgrammeResult } from "./pooling";
import type { DoubleBaseline, ThenTest } from "./repeated-baseline";
import type { ScaleReliability } from "./scale";
import type { SignedRankTest } from "./wilcoxon";

/** A `paired` file's keys, but for its follow-up. */
export function pairedKeys(result: PairedResult, ranks: SignedRankTest): JsonObject {
  const { counts, unpairedMeans, change, percentOfScale, effect, direction, ceiling } = result;
  return {
    counts: {
      attended: counts.attended,
      n_pre: counts.pre,
      n_post: counts.post,
      n_pairs: counts.pairs,
      pre_rate: counts.preRate,
      post_rate: counts.postRate,
      matched_rate: counts.matchedRate,
    },
    unpaired_means: { pre_all: unpairedMeans.pre, post_all: unpairedMeans.post },
    pre: result.pre,
    post: result.post,
    r: result.correlation,
    change: {
      mean: change.mean,
      sd: change.sd,
      se: change.se,
      ci95: limits(change.ci95),
      t: change.t,
      df: change.df,
      p: change.p,
      median: change.median,
    },
    pomp: {
      pre_mean: percentOfScale.preMean,
      post_mean: percentOfScale.postMean,
      change_mean: percentOfScale.changeMean,
      change_ci95: limits(percentOfScale.changeCi95),
    },
    effect: {
      d_av: effect.dAv,
      nu: effect.nu,
      J_nu: effect.correction,
      g_av: effect.gAv,
      d_av_ci95_bonett2008: limits(effect.dAvCi95),
    },
    direction: {
      improved: direction.improved,
      same: direction.same,
      declined: direction.declined,
      pct_improved: direction.percentImproved,
      pct_same: direction.percentSame,
      pct_declined: direction.percentDeclined,
      improved_ci95_wilson: limits(direction.improvedCi95),
      net_improved_pct: direction.netImprovedPercent,
      cles: direction.probabilityBetter,
      sign_test_p: direction.signTestP,
    },
    wilcoxon: {
      n_zero: ranks.zeros,
      n_nonzero: ranks.nonZeros,
      ties_present: ranks.tiesPresent,
      T_plus_pratt: ranks.tPlus,
      p_exact_pratt: ranks.pExact,
      rank_biserial: ranks.rankBiserial,
    },
    ceiling: {
      pct_pre_at_max: ceiling.percentPreAtMax,
      pct_pre_at_min: ceiling.percentPreAtMin,
      pct_post_at_max: ceiling.percentPostAtMax,
      flag_ceiling_15: ceiling.flagged,
      class_gain_hake: ceiling.classGain,
    },
  };
}

/** The keys of `followup` in a `paired` file. */
export function followUpKeys(result: FollowUpResult): JsonObject {
  const { gainAtPost, gainHeld, fade, retention, nonResponse } = result;
  return {
    n_followup: result.followUps,
    n_triples: result.triples,
    followup_rate_of_attended: result.rateOfAttended,
    followup_rate_of_pairs: result.rateOfPairs,
    mean_pre: result.meanPre,
    mean_post: result.meanPost,
    mean_followup: result.meanFollowUp,
    gain_post: { mean: gainAtPost.mean, ci95: limits(gainAtPost.ci95) },
    gain_followup: { mean: gainHeld.mean, ci95: limits(gainHeld.ci95), p: gainHeld.p },
    fade: { mean: fade.mean, ci95: limits(fade.ci95), p: fade.p },
    retention_ratio: retention.estimate,
    retention_ci95_fieller: limits(retention.ci95),
    retention_reportable: retention.reportable,
    nonresponse: {
      n_responders: nonResponse.responders,
      n_nonresponders: nonResponse.nonResponders,
      pre_mean_diff: nonResponse.pre.estimate,
      pre_welch_ci95: limits(nonResponse.pre.ci95),
      pre_welch_p: nonResponse.pre.p,
      change_mean_diff: nonResponse.change.estimate,
      change_welch_p: nonResponse.change.p,
    },
  };
}

/** A `meta` file's keys; one study is not pooled, so its own interval stands under either name. */
export function metaKeys(pooled: PooledMean): JsonObject {
  const { k, estimate, se, ci95, tau2, i2, q, prediction95 } = pooled;
  const between = { tau2, I2: i2, Q: q, pi95: limits(prediction95) };
  const unpooled = k > 1 ? {} : { estimate, se, ci95: limits(ci95) };
  return { REML_knha_modified: pooledKeys(pooled), REML_knha: { ...unpooled, ...between } };
}

/** A `programme` file's keys. */
export function programmeKeys(result: ProgrammeResult): JsonObject {
  return {
    k: result.k,
    n_pairs: result.pairs,
    session_means: result.sessionMeans,
    s_within2: result.withinVariance,
    s_within_df: result.withinDf,
    REML_knha_modified: pooledKeys(result.pooled),
    tau2: result.pooled.tau2,
    I2: result.pooled.i2,
  };
}

/** A `scale` file's keys; scores in the order of its rows. */
export function scaleKeys(result: ScaleReliability, personScores: readonly (number | null)[]): JsonObject {
  return {
    n_complete: result.complete,
    k: result.items,
    alpha: result.alpha,
    ci95_feldt: limits(result.ci95),
    total_sd: result.totalSd,
    item_rest_r: result.itemRestCorrelations,
    alpha_if_dropped: result.alphaIfDropped,
    person_scores_half_rule: personScores,
  };
}

/** An `spc_xmr` file's keys. */
export function controlChartKeys(chart: ControlChart): JsonObject {
  return {
    mean: chart.mean,
    mrbar_unscreened: chart.mrbarUnscreened,
    mrbar: chart.mrbar,
    upl: chart.upper,
    lpl: chart.lower,
    outside: chart.outside,
    run7: chart.sevenOneSide,
    trend7: chart.sevenTrend,
    two_of_three: chart.twoOfThree,
    special_cause: chart.specialCause,
    point_type: chart.pointTypes,
  };
}

/** A `funnel` file's keys, one list over sessions for each. */
export function funnelKeys({ overall, points }: Funnel): JsonObject {
  return {
    p0: overall,
    lo95: points.map((point) => point.lower95),
    hi95: points.map((point) => point.upper95),
    lo998: points.map((point) => point.lower998),
    hi998: points.map((point) => point.upper998),
    outside95: points.map((point) => point.outside95),
    outside998: points.map((point) => point.outside998),
  };
}

/** A `then_test` file's keys. */
export function thenTestKeys(test: ThenTest): JsonObject {
  return {
    n: test.n,
    traditional: meanKeys(test.traditional),
    retrospective: meanKeys(test.retrospective),
    response_shift_pre_minus_then: meanKeys(test.responseShift),
  };
}

/** A `double_baseline` file's keys. */
export function doubleBaselineKeys(result: DoubleBaseline): JsonObject {
  return {
    n: result.n,
    drift: meanKeys(result.drift),
    training_change: meanKeys(result.trainingChange),
    excess_over_drift: meanKeys(result.excess),
  };
}

function pooledKeys({ estimate, se, ci95, p }: PooledMean): JsonObject {
  return { estimate, se, ci95: limits(ci95), p };
}

function meanKeys({ n, mean, sd, se, t, df, p, ci95 }: MeanSummary): JsonObject {
  return { n, mean, sd, se, t, df, p, ci: limits(ci95) };
}

/** Files write an interval that is not estimable as two nulls. */
function limits(interval: Interval | null): readonly (number | null)[] {
  return interval ?? [null, null];
}
