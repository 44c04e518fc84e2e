// What was kept weeks later: gain still held, fade, retention, and whether those who answered differ from the rest.
import {
  covarianceOf,
  type Interval,
  type JointMoments,
  jointMomentsOf,
  type Moments,
  mean,
  meanOf,
  momentsOf,
  share,
  varianceOf,
} from "./descriptive";
import { t975, twoSidedT } from "./distributions";
import { type Answers, type MatchedPairs, matchPairs } from "./matched-pairs";
import { type MeanSummary, meanInterval } from "./mean-interval";

/** Fewest people with all three answers for a retention ratio to be shown. */
const RETENTION_MINIMUM = 10;

/** Beyond this share of an average standard deviation, people who answered count as different from the rest. */
const NOTABLE_DIFFERENCE = 0.2;

/** A ratio of two paired means (1 is all of it); null without a denominator. `ci95` is null when the data do not bound the ratio. */
export type Ratio = { estimate: number | null; ci95: Interval | null; bounded: boolean };

/** Difference of two group means, in their unit; null when either group has fewer than two people or neither varies. */
export type GroupDifference = { estimate: number | null; ci95: Interval | null; p: number | null };

/**
 * People with a follow-up against those without, among matched pairs: their scores before, and their change. `differ`
 * asks for a warning beside the result: a difference above 0.2 average standard deviations, or an interval without 0;
 * null when neither difference can be estimated.
 */
export type NonResponse = {
  responders: number;
  nonResponders: number;
  pre: GroupDifference;
  change: GroupDifference;
  differ: boolean | null;
};

/**
 * Over people with all three answers, in scale points: `gainAtPost` is post - pre, `gainHeld` follow-up - pre, `fade`
 * follow-up - post. `retention` is gainHeld / gainAtPost, `reportable` when the gain is clearly above 0 and the ratio
 * bounded, `showable` when there are also RETENTION_MINIMUM people.
 */
export type KeptLater = {
  gainAtPost: MeanSummary;
  gainHeld: MeanSummary;
  fade: MeanSummary;
  retention: Ratio & { reportable: boolean; showable: boolean };
};

/** Means in scale points over the people with all three answers (`triples`); rates are shares, 0 to 1. */
export type FollowUpResult = KeptLater & {
  followUps: number;
  triples: number;
  rateOfAttended: number | null;
  rateOfPairs: number | null;
  meanPre: number | null;
  meanPost: number | null;
  meanFollowUp: number | null;
  nonResponse: NonResponse;
};

/** Follow-up of one group, from one row per person who attended. Means are null without triples, rates without people. */
export function followUpResult(answers: readonly Answers[]): FollowUpResult {
  const hasFollowUp = ({ followUp }: Answers) => followUp !== null && followUp !== undefined;
  const everyone = matchPairs(answers);
  const triples = matchPairs(answers.filter(hasFollowUp));
  const silent = matchPairs(answers.filter((person) => !hasFollowUp(person)));
  const later = answers.flatMap(({ pre, post, followUp }) =>
    pre === null || post === null || followUp === null || followUp === undefined ? [] : [followUp],
  );
  const gains = jointMomentsOf(triples.changes, less(later, triples.pre));
  return {
    followUps: answers.filter(hasFollowUp).length,
    triples: later.length,
    rateOfAttended: share(later.length, answers.length),
    rateOfPairs: share(later.length, everyone.changes.length),
    meanPre: mean(triples.pre),
    meanPost: mean(triples.post),
    meanFollowUp: mean(later),
    ...keptLaterOf(gains, momentsOf(less(later, triples.post))),
    nonResponse: nonResponseOf(
      beforeAndChange(triples),
      beforeAndChange(silent),
      averageDeviationOf(jointMomentsOf(everyone.pre, everyone.post)),
    ),
  };
}

/** What was kept, from moments of the gain at the end (x) and weeks later (y), and of the fade; see KeptLater. */
export function keptLaterOf(gains: JointMoments, fade: Moments): KeptLater {
  const gainAtPost = meanInterval(gains.x);
  const ratio = fiellerRatioOf(gains);
  const reportable = gainAtPost.ci95 !== null && gainAtPost.ci95[0] > 0 && ratio.bounded;
  return {
    gainAtPost,
    gainHeld: meanInterval(gains.y),
    fade: meanInterval(fade),
    retention: { ...ratio, reportable, showable: reportable && gains.x.n >= RETENTION_MINIMUM },
  };
}

/** mean(above) / mean(below) of paired lists, see fiellerRatioOf. */
export function fiellerRatio(above: readonly number[], below: readonly number[]): Ratio {
  return fiellerRatioOf(jointMomentsOf(below, above));
}

/**
 * mean(y) / mean(x) of paired numbers with Fieller's (1954) 95% interval on n - 1 degrees of freedom. The estimate is
 * null below two pairs or over a mean of 0; unbounded when the denominator is not clearly away from 0.
 */
export function fiellerRatioOf(pairs: JointMoments): Ratio {
  const { n } = pairs.x;
  const a = meanOf(pairs.y);
  const b = meanOf(pairs.x);
  const together = covarianceOf(pairs);
  if (a === null || !b || together === null) return { estimate: null, ci95: null, bounded: false };
  const t2 = t975(n - 1) ** 2;
  // Limits are the roots of qa x^2 + 2 qb x + qc, where a - x b is t standard errors from 0.
  const qa = b ** 2 - (t2 * (varianceOf(pairs.x) ?? 0)) / n;
  const qb = -(a * b - (t2 * together) / n);
  const qc = a ** 2 - (t2 * (varianceOf(pairs.y) ?? 0)) / n;
  // Two proportional lists give exactly 0 here; rounding may leave it just below.
  const square = qb ** 2 - qa * qc;
  if (qa <= 0 || square < -1e-12 * qb ** 2) return { estimate: a / b, ci95: null, bounded: false };
  const root = Math.sqrt(Math.max(0, square));
  return { estimate: a / b, ci95: [(-qb - root) / qa, (-qb + root) / qa], bounded: true };
}

/** mean(first) - mean(second) of two lists, see welchDifferenceOf. */
export function welchDifference(first: readonly number[], second: readonly number[]): GroupDifference {
  return welchDifferenceOf(momentsOf(first), momentsOf(second));
}

/** mean(first) - mean(second) with Welch's (1947) interval and two-sided p, for groups of unequal spread. */
function welchDifferenceOf(first: Moments, second: Moments): GroupDifference {
  const vFirst = varianceOf(first);
  const vSecond = varianceOf(second);
  const unknown = { estimate: null, ci95: null, p: null };
  if (vFirst === null || vSecond === null || vFirst + vSecond === 0) return unknown;
  const e1 = vFirst / first.n;
  const e2 = vSecond / second.n;
  const df = (e1 + e2) ** 2 / (e1 ** 2 / (first.n - 1) + e2 ** 2 / (second.n - 1));
  const se = Math.sqrt(e1 + e2);
  const estimate = first.mean - second.mean;
  const half = t975(df) * se;
  return { estimate, ci95: [estimate - half, estimate + half], p: twoSidedT(estimate / se, df) };
}

/** Scores before and changes of the same people, as moments in scale points. */
export type BeforeAndChange = { before: Moments; change: Moments };

/**
 * Those who answered weeks later against those who did not, of the matched pairs; `averageSd` in scale points is that
 * of all pairs (averageDeviationOf), null where unknown. See NonResponse for nulls.
 */
export function nonResponseOf(
  later: BeforeAndChange,
  silent: BeforeAndChange,
  averageSd: number | null,
): NonResponse {
  const pre = welchDifferenceOf(later.before, silent.before);
  const change = welchDifferenceOf(later.change, silent.change);
  const notable = ({ estimate, ci95 }: GroupDifference) =>
    (estimate !== null && averageSd !== null && Math.abs(estimate) > NOTABLE_DIFFERENCE * averageSd) ||
    (ci95 !== null && (ci95[0] > 0 || ci95[1] < 0));
  const known = pre.estimate !== null || change.estimate !== null;
  return {
    responders: later.change.n,
    nonResponders: silent.change.n,
    pre,
    change,
    differ: known ? notable(pre) || notable(change) : null,
  };
}

/** sqrt((v_pre + v_post) / 2) in scale points, from moments of before (x) and after (y); null below two pairs. */
export function averageDeviationOf({ x, y }: JointMoments): number | null {
  const before = varianceOf(x);
  const after = varianceOf(y);
  return before === null || after === null ? null : Math.sqrt((before + after) / 2);
}

function beforeAndChange({ pre, changes }: MatchedPairs): BeforeAndChange {
  return { before: momentsOf(pre), change: momentsOf(changes) };
}

function less(later: readonly number[], earlier: readonly number[]): number[] {
  return later.map((score, i) => score - (earlier[i] ?? score));
}
