// Everything said about one group's answers before and after, but for the follow-up and the signed-rank test.
import {
  correlation,
  type Description,
  describe,
  type Interval,
  mean,
  median,
  percent,
  share,
} from "./descriptive";
import { type Direction, directionOfChange } from "./direction";
import { type EffectSize, standardisedChange } from "./effect-size";
import { type Answers, answered, type MatchedPairs, matchPairs, type ScaleRange } from "./matched-pairs";
import { type MeanSummary, summariseMean } from "./mean-interval";

/** People counted, and rates as shares (0 to 1) of those who attended; rates are null when nobody did. */
export type Counts = {
  attended: number;
  pre: number;
  post: number;
  pairs: number;
  preRate: number | null;
  postRate: number | null;
  matchedRate: number | null;
};

/** The same means as percent of maximum possible: 0 at the scale's minimum, 100 at its maximum (Cohen 1999). */
export type PercentOfScale = {
  preMean: number | null;
  postMean: number | null;
  changeMean: number | null;
  changeCi95: Interval | null;
};

/**
 * Percentages (0 to 100) of pairs at the ends of the scale; `flagged` when over 15% began at the top (Terwee 2007);
 * `classGain` is the share of the room to improve that was used (Hake 1998), null when there was none.
 */
export type Ceiling = {
  percentPreAtMax: number | null;
  percentPreAtMin: number | null;
  percentPostAtMax: number | null;
  flagged: boolean | null;
  classGain: number | null;
};

/** Scores in scale points; `pre`, `post` and all below describe matched pairs only, `unpairedMeans` everyone. */
export type PairedResult = {
  counts: Counts;
  unpairedMeans: { pre: number | null; post: number | null };
  pre: Description;
  post: Description;
  correlation: number | null;
  change: MeanSummary & { median: number | null };
  percentOfScale: PercentOfScale;
  effect: EffectSize;
  direction: Direction;
  ceiling: Ceiling;
};

/**
 * Change of one group, from one row per person who attended. Whatever cannot be estimated is null: everything about
 * pairs when there are none, spreads below two, the interval when everyone changed by the same amount.
 */
export function pairedResult(answers: readonly Answers[], scale: ScaleRange): PairedResult {
  const pairs = matchPairs(answers);
  const allPre = answered(answers.map((person) => person.pre));
  const allPost = answered(answers.map((person) => person.post));
  const change = { ...summariseMean(pairs.changes), median: median(pairs.changes) };
  return {
    counts: {
      attended: answers.length,
      pre: allPre.length,
      post: allPost.length,
      pairs: pairs.changes.length,
      preRate: share(allPre.length, answers.length),
      postRate: share(allPost.length, answers.length),
      matchedRate: share(pairs.changes.length, answers.length),
    },
    unpairedMeans: { pre: mean(allPre), post: mean(allPost) },
    pre: describe(pairs.pre),
    post: describe(pairs.post),
    correlation: correlation(pairs.pre, pairs.post),
    change,
    percentOfScale: percentOfScale(pairs, change, scale),
    effect: standardisedChange(pairs),
    direction: directionOfChange(pairs.changes),
    ceiling: ceiling(pairs, scale),
  };
}

function percentOfScale({ pre, post }: MatchedPairs, change: MeanSummary, scale: ScaleRange): PercentOfScale {
  const perPoint = 100 / (scale.max - scale.min);
  const preMean = mean(pre);
  const postMean = mean(post);
  return {
    preMean: preMean === null ? null : (preMean - scale.min) * perPoint,
    postMean: postMean === null ? null : (postMean - scale.min) * perPoint,
    changeMean: change.mean === null ? null : change.mean * perPoint,
    changeCi95: change.ci95 && [change.ci95[0] * perPoint, change.ci95[1] * perPoint],
  };
}

function ceiling({ pre, post }: MatchedPairs, scale: ScaleRange): Ceiling {
  const n = pre.length;
  const preMean = mean(pre);
  const postMean = mean(post);
  const atTop = pre.filter((score) => score === scale.max).length;
  const noRoom = preMean === null || postMean === null || preMean >= scale.max;
  return {
    percentPreAtMax: percent(atTop, n),
    percentPreAtMin: percent(pre.filter((score) => score === scale.min).length, n),
    percentPostAtMax: percent(post.filter((score) => score === scale.max).length, n),
    flagged: n === 0 ? null : atTop / n > 0.15,
    classGain: noRoom ? null : (postMean - preMean) / (scale.max - preMean),
  };
}
