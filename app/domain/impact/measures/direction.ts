// Who improved, stayed the same or declined, and how sure that split is.
import { type Interval, percent, share } from "./descriptive";
import { NORMAL_975 } from "./distributions";

/**
 * Counts of people by the sign of their change, percentages of all pairs (0 to 100), the Wilson interval of the
 * percentage improved, `netImprovedPercent` (improved less declined) and `probabilityBetter`, the chance (0 to 1) that
 * a person's later answer is above their earlier one with ties split (Grissom & Kim). Null where there are no pairs;
 * `signTestP` is null when nobody changed.
 */
export type Direction = {
  improved: number;
  same: number;
  declined: number;
  percentImproved: number | null;
  percentSame: number | null;
  percentDeclined: number | null;
  improvedCi95: Interval | null;
  netImprovedPercent: number | null;
  probabilityBetter: number | null;
  signTestP: number | null;
};

/** Splits changes (post - pre, scale points) by sign; see Direction for units and nulls. */
export function directionOfChange(changes: readonly number[]): Direction {
  const improved = changes.filter((change) => change > 0).length;
  const declined = changes.filter((change) => change < 0).length;
  return directionOfCounts({ improved, same: changes.length - improved - declined, declined });
}

/** The same from people counted by the sign of their change. */
export function directionOfCounts({
  improved,
  same,
  declined,
}: Pick<Direction, "improved" | "same" | "declined">): Direction {
  const n = improved + same + declined;
  const interval = wilsonInterval(improved, n);
  return {
    improved,
    same,
    declined,
    percentImproved: percent(improved, n),
    percentSame: percent(same, n),
    percentDeclined: percent(declined, n),
    improvedCi95: interval && [100 * interval[0], 100 * interval[1]],
    netImprovedPercent: percent(improved - declined, n),
    probabilityBetter: share(improved + same / 2, n),
    signTestP: signTest(improved, declined),
  };
}

/** 95% interval, as shares of 1, for `count` of `n` people (Wilson 1927); null when n is 0. */
export function wilsonInterval(count: number, n: number): Interval | null {
  if (n === 0) return null;
  const p = count / n;
  const z2 = NORMAL_975 ** 2;
  const centre = p + z2 / (2 * n);
  const half = NORMAL_975 * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n ** 2));
  // At 0 and n the limit is 0 and 1 exactly; the formula leaves rounding there.
  const lower = count === 0 ? 0 : (centre - half) / (1 + z2 / n);
  const upper = count === n ? 1 : (centre + half) / (1 + z2 / n);
  return [lower, upper];
}

/** Two-sided exact sign test that rises and falls are equally likely; null when nobody rose or fell. */
export function signTest(rises: number, falls: number): number | null {
  const n = rises + falls;
  const fewer = Math.min(rises, falls);
  if (n === 0) return null;

  // C(n, fewer) / 2^n, halving as it grows so that it neither overflows nor loses digits.
  let edge = 1;
  let halvings = n;
  for (let i = 1; i <= fewer; i++) {
    edge *= (n - fewer + i) / i;
    for (; edge > 1 && halvings > 0; halvings--) edge /= 2;
  }
  edge *= 0.5 ** halvings;

  let tail = 0;
  for (let k = fewer; k >= 0; k--) {
    tail += edge;
    edge *= k / (n - k + 1);
  }
  return Math.min(1, 2 * tail);
}
