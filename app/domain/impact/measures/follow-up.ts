// What was kept weeks later: gain still held, fade, retention, and whether those who answered differ from the rest.
import { covariance, type Interval, mean, share, standardDeviation, variance } from "./descriptive";
import { t975, twoSidedT } from "./distributions";
import { type Answers, type MatchedPairs, matchPairs } from "./matched-pairs";
import { type MeanSummary, summariseMean } from "./mean-interval";

/** Fewest people with all three answers for a retention ratio to be shown. */
const RETENTION_MINIMUM = 10;

/** Beyond this share of an average standard deviation, people who answered count as different from the rest. */
const NOTABLE_DIFFERENCE = 0.2;

/** A ratio of two paired means; null without a denominator. `ci95` is null when the data do not bound the ratio. */
export type Ratio = { estimate: number | null; ci95: Interval | null; bounded: boolean };

/** Difference of two group means; null when either group has fewer than two people or neither varies. */
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
 * Means in scale points over the people with all three answers (`triples`): `gainAtPost` is post - pre, `gainHeld`
 * follow-up - pre, `fade` follow-up - post. `retention` is gainHeld / gainAtPost, `reportable` when the gain is clearly
 * above 0 and the ratio bounded, `showable` when there are also RETENTION_MINIMUM people.
 */
export type FollowUpResult = {
  followUps: number;
  triples: number;
  rateOfAttended: number | null;
  rateOfPairs: number | null;
  meanPre: number | null;
  meanPost: number | null;
  meanFollowUp: number | null;
  gainAtPost: MeanSummary;
  gainHeld: MeanSummary;
  fade: MeanSummary;
  retention: Ratio & { reportable: boolean; showable: boolean };
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
  const held = less(later, triples.pre);
  const gainAtPost = summariseMean(triples.changes);
  const ratio = fiellerRatio(held, triples.changes);
  const reportable = gainAtPost.ci95 !== null && gainAtPost.ci95[0] > 0 && ratio.bounded;
  return {
    followUps: answers.filter(hasFollowUp).length,
    triples: later.length,
    rateOfAttended: share(later.length, answers.length),
    rateOfPairs: share(later.length, everyone.changes.length),
    meanPre: mean(triples.pre),
    meanPost: mean(triples.post),
    meanFollowUp: mean(later),
    gainAtPost,
    gainHeld: summariseMean(held),
    fade: summariseMean(less(later, triples.post)),
    retention: { ...ratio, reportable, showable: reportable && later.length >= RETENTION_MINIMUM },
    nonResponse: nonResponse(triples, silent, averageSd(everyone)),
  };
}

/**
 * mean(above) / mean(below) of paired lists with Fieller's (1954) 95% interval on n - 1 degrees of freedom. The
 * estimate is null below two pairs or over a mean of 0; unbounded when the denominator is not clearly away from 0.
 */
export function fiellerRatio(above: readonly number[], below: readonly number[]): Ratio {
  const n = below.length;
  const a = mean(above);
  const b = mean(below);
  const together = covariance(above, below);
  if (a === null || !b || together === null) return { estimate: null, ci95: null, bounded: false };
  const t2 = t975(n - 1) ** 2;
  // Limits are the roots of qa x^2 + 2 qb x + qc, where a - x b is t standard errors from 0.
  const qa = b ** 2 - (t2 * (variance(below) ?? 0)) / n;
  const qb = -(a * b - (t2 * together) / n);
  const qc = a ** 2 - (t2 * (variance(above) ?? 0)) / n;
  // Two proportional lists give exactly 0 here; rounding may leave it just below.
  const square = qb ** 2 - qa * qc;
  if (qa <= 0 || square < -1e-12 * qb ** 2) return { estimate: a / b, ci95: null, bounded: false };
  const root = Math.sqrt(Math.max(0, square));
  return { estimate: a / b, ci95: [(-qb - root) / qa, (-qb + root) / qa], bounded: true };
}

/** mean(first) - mean(second) with Welch's (1947) interval and two-sided p, for groups of unequal spread. */
export function welchDifference(first: readonly number[], second: readonly number[]): GroupDifference {
  const meanFirst = mean(first);
  const meanSecond = mean(second);
  const vFirst = variance(first);
  const vSecond = variance(second);
  const unknown = { estimate: null, ci95: null, p: null };
  if (meanFirst === null || meanSecond === null || vFirst === null || vSecond === null) return unknown;
  if (vFirst + vSecond === 0) return unknown;
  const e1 = vFirst / first.length;
  const e2 = vSecond / second.length;
  const df = (e1 + e2) ** 2 / (e1 ** 2 / (first.length - 1) + e2 ** 2 / (second.length - 1));
  const se = Math.sqrt(e1 + e2);
  const estimate = meanFirst - meanSecond;
  const half = t975(df) * se;
  return { estimate, ci95: [estimate - half, estimate + half], p: twoSidedT(estimate / se, df) };
}

function nonResponse(triples: MatchedPairs, silent: MatchedPairs, averageSd: number | null): NonResponse {
  const pre = welchDifference(triples.pre, silent.pre);
  const change = welchDifference(triples.changes, silent.changes);
  const notable = ({ estimate, ci95 }: GroupDifference) =>
    (estimate !== null && averageSd !== null && Math.abs(estimate) > NOTABLE_DIFFERENCE * averageSd) ||
    (ci95 !== null && (ci95[0] > 0 || ci95[1] < 0));
  const known = pre.estimate !== null || change.estimate !== null;
  return {
    responders: triples.changes.length,
    nonResponders: silent.changes.length,
    pre,
    change,
    differ: known ? notable(pre) || notable(change) : null,
  };
}

function averageSd({ pre, post }: MatchedPairs): number | null {
  const before = standardDeviation(pre);
  const after = standardDeviation(post);
  return before === null || after === null ? null : Math.sqrt((before ** 2 + after ** 2) / 2);
}

function less(later: readonly number[], earlier: readonly number[]): number[] {
  return later.map((score, i) => score - (earlier[i] ?? score));
}
