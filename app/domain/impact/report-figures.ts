// From sums to the figures of a report. Nothing here is shown before disclosure control has let it through.
import type { JointMoments, PairSums, Sums } from "./figures/sums";
import type { Change } from "./impact";
import { wilsonInterval } from "./measures/direction";
import { standardisedChangeOf } from "./measures/effect-size";
import { averageDeviationOf, type GroupDifference, keptLaterOf, nonResponseOf } from "./measures/follow-up";
import { type MeanSummary, meanInterval } from "./measures/mean-interval";
import { addMoments } from "./measures/moments";
import { poolSessionMoments } from "./measures/pooling";
import { doubleBaselineOf, responseShiftOf } from "./measures/repeated-baseline";
import type { Baseline, Estimated, FollowUp, NonResponse, Share } from "./report";

/** More than this share at the top of the scale before: little room to rise (Terwee 2007). */
const NEAR_TOP = 0.15;

/** Fewest sessions to be pooled: of two, an interval between sessions says nothing. */
const POOLED_FROM = 3;

/**
 * The mean change of matched pairs in points of their scale. From three sessions on, sessions are pooled (random
 * effects): people in one room are alike, and an interval that ignores it is too narrow.
 */
export function changeOf({ pairs, sessions }: PairSums): Change {
  const pooled = poolSessionMoments(sessions);
  const { estimate, ci95 } = pooled.pooled;
  const plain = meanInterval(addMoments(sessions));
  const isPooled = pooled.k >= POOLED_FROM && estimate !== null && ci95 !== null;
  const [low, high] = (isPooled ? ci95 : plain.ci95) ?? [null, null];
  return {
    before: pairs.x.mean,
    after: pairs.y.mean,
    change: (isPooled ? estimate : plain.mean) ?? pairs.y.mean - pairs.x.mean,
    low,
    high,
    pairs: pairs.x.n,
    sessions: pooled.k,
    method: isPooled ? "pooled sessions" : "pairs",
  };
}

/** g_av with Bonett's interval, see measures/effect-size.ts; null where neither side varies. */
export function sizeOf({ pairs, sessions }: PairSums): Estimated | null {
  const { gAv, dAvCi95 } = standardisedChangeOf(pairs, addMoments(sessions));
  return gAv === null ? null : { value: gAv, low: dAvCi95?.[0] ?? null, high: dAvCi95?.[1] ?? null };
}

export const nearTop = ({ atTop, pairs }: PairSums) =>
  pairs.x.n === 0 ? null : atTop / pairs.x.n > NEAR_TOP;

const estimated = ({ mean, ci95 }: Pick<MeanSummary, "mean" | "ci95">): Estimated => ({
  value: mean ?? 0,
  low: ci95?.[0] ?? null,
  high: ci95?.[1] ?? null,
});

export function followUpOf({ followUp: { gains, fade } }: Sums): FollowUp {
  const kept = keptLaterOf(gains, fade);
  const { estimate, ci95, showable } = kept.retention;
  return {
    people: gains.x.n,
    held: estimated(kept.gainHeld),
    fade: estimated(kept.fade),
    retention:
      showable && estimate !== null && ci95 !== null
        ? { value: estimate, low: ci95[0], high: ci95[1] }
        : null,
  };
}

/** Null where neither group varies. */
export function nonResponseIn({ laterAnswered, laterSilent, confidence }: Sums): NonResponse | null {
  const result = nonResponseOf(laterAnswered, laterSilent, averageDeviationOf(confidence.pairs));
  const difference = ({ estimate, ci95 }: GroupDifference) =>
    estimate === null ? null : estimated({ mean: estimate, ci95 });
  const before = difference(result.pre);
  const change = difference(result.change);
  if (!before || !change || result.differ === null) return null;
  return { answered: result.responders, silent: result.nonResponders, before, change, differ: result.differ };
}

export function baselineOf({ baseline }: Sums): Baseline {
  const { n, drift, trainingChange, excess } = doubleBaselineOf(baseline);
  return { people: n, drift: estimated(drift), change: estimated(trainingChange), excess: estimated(excess) };
}

export function shiftOf(recalled: JointMoments): Estimated & { people: number } {
  return { ...estimated(responseShiftOf(recalled)), people: recalled.x.n };
}

/** With Wilson's interval; null of nobody. */
export function shareOf(part: number, whole: number): Share | null {
  const interval = wilsonInterval(part, whole);
  return interval && { part, whole, share: part / whole, low: interval[0], high: interval[1] };
}

/** Mean of answers counted from the lowest on. */
export function meanAnswer(counts: readonly number[], lowest: number): number {
  const n = counts.reduce((total, one) => total + one, 0);
  return n === 0 ? lowest : lowest + counts.reduce((total, one, index) => total + one * index, 0) / n;
}
