// A measure over time: XmR limits and the four signs that something other than chance changed it.
import { mean } from "./descriptive";

/** 1 when higher is better, -1 when lower is. */
export type ImprovementDirection = 1 | -1;

export type PointType = "common" | "improvement" | "concern";

/**
 * Limits in the unit of the values, and flags one per point. `mrbar` is the mean moving range without those of 3.267
 * times the unscreened mean or more. With fewer than two values ranges and limits are null and nothing is flagged;
 * a constant series has limits at its mean.
 */
export type ControlChart = {
  mean: number | null;
  mrbarUnscreened: number | null;
  mrbar: number | null;
  upper: number | null;
  lower: number | null;
  outside: boolean[];
  sevenOneSide: boolean[];
  sevenTrend: boolean[];
  twoOfThree: boolean[];
  specialCause: boolean[];
  pointTypes: PointType[];
};

/**
 * Individuals and moving-range chart in the manner of NHS England's Making Data Count: limits at the mean +- 2.66
 * moving ranges; flags for a point outside, seven on one side, seven rising or falling, two of three in an outer third.
 */
export function controlChart(values: readonly number[], improvement: ImprovementDirection = 1): ControlChart {
  const centre = mean(values);
  const ranges = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value)));
  const unscreened = mean(ranges);
  const screened =
    unscreened === null ? null : (mean(ranges.filter((r) => r < 3.267 * unscreened)) ?? unscreened);
  const reach = screened === null ? Number.POSITIVE_INFINITY : 2.66 * screened;

  const deviations = values.map((value) => value - (centre ?? value));
  const sides = deviations.map(Math.sign);
  const steps = values.slice(1).map((value, i) => Math.sign(value - (values[i] ?? value)));
  const outside = values.map(
    (value) => centre !== null && (value > centre + reach || value < centre - reach),
  );
  const outerThird = deviations.map((d, i) => outside[i] === false && Math.abs(d) > (2 * reach) / 3);

  const sevenOneSide = markWindows(values.length, 7, (from, to) => sameNonZero(sides.slice(from, to)));
  const sevenTrend = markWindows(values.length, 7, (from, to) => sameNonZero(steps.slice(from, to - 1)));
  const twoOfThree = markWindows(values.length, 3, (from, to) => {
    const close = outerThird.slice(from, to).filter(Boolean).length;
    return close >= 2 && sameNonZero(sides.slice(from, to));
  }).map((marked, i) => marked && outerThird[i] === true);
  const specialCause = values.map((_, i) =>
    [outside, sevenOneSide, sevenTrend, twoOfThree].some((flags) => flags[i] === true),
  );
  return {
    mean: centre,
    mrbarUnscreened: unscreened,
    mrbar: screened,
    upper: centre === null || screened === null ? null : centre + reach,
    lower: centre === null || screened === null ? null : centre - reach,
    outside,
    sevenOneSide,
    sevenTrend,
    twoOfThree,
    specialCause,
    pointTypes: specialCause.map((special, i) => {
      if (!special) return "common";
      return sides[i] === improvement ? "improvement" : "concern";
    }),
  };
}

/** Marks every point that lies in some window of `width` consecutive points passing the test. */
function markWindows(n: number, width: number, passes: (from: number, to: number) => boolean): boolean[] {
  const marks = new Array<boolean>(n).fill(false);
  for (let to = width; to <= n; to++) {
    if (passes(to - width, to)) marks.fill(true, to - width, to);
  }
  return marks;
}

function sameNonZero(signs: readonly number[]): boolean {
  const first = signs[0];
  return first !== 0 && signs.every((sign) => sign === first);
}
