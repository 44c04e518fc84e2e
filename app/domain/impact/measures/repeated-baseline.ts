// Designs with a second look at the start: a double baseline, and a then-test.
import { type JointMoments, jointMomentsOf, type Moments, momentsOf } from "./descriptive";
import { type MeanSummary, meanInterval, summariseMean } from "./mean-interval";
import { differenceOf } from "./moments";

/** Scores of one person at booking, on arrival and at the end; null where not answered. */
export type ThreeTimes = { booking: number | null; arrival: number | null; end: number | null };

/** Over the `n` people with all three scores, in scale points: `excess` is `trainingChange` less `drift`. */
export type DoubleBaseline = {
  n: number;
  drift: MeanSummary;
  trainingChange: MeanSummary;
  excess: MeanSummary;
};

/** How far scores moved without training (booking to arrival) and with it (Hackett et al. 2013); see MeanSummary for nulls. */
export function doubleBaseline(people: readonly ThreeTimes[]): DoubleBaseline {
  const drift: number[] = [];
  const training: number[] = [];
  for (const { booking, arrival, end } of people) {
    if (booking === null || arrival === null || end === null) continue;
    drift.push(arrival - booking);
    training.push(end - arrival);
  }
  const excess = momentsOf(training.map((change, i) => change - (drift[i] ?? change)));
  return doubleBaselineOf(jointMomentsOf(drift, training), excess);
}

/** The same from moments of drift (x) and change (y), and of the excess where those are known. */
export function doubleBaselineOf(moves: JointMoments, excess: Moments = differenceOf(moves)): DoubleBaseline {
  return {
    n: moves.x.n,
    drift: meanInterval(moves.x),
    trainingChange: meanInterval(moves.y),
    excess: meanInterval(excess),
  };
}

/** Scores of one person before, after, and before as recalled after (`recalled`); null where not answered. */
export type RecalledStart = { pre: number | null; recalled: number | null; post: number | null };

/** Over the `n` people with all three scores, in scale points: `responseShift` is pre - recalled. */
export type ThenTest = {
  n: number;
  traditional: MeanSummary;
  retrospective: MeanSummary;
  responseShift: MeanSummary;
};

/** Change from the earlier answer and from the recalled one, side by side and never pooled (Nimon 2007); see MeanSummary. */
export function thenTest(people: readonly RecalledStart[]): ThenTest {
  const traditional: number[] = [];
  const retrospective: number[] = [];
  const shift: number[] = [];
  for (const { pre, recalled, post } of people) {
    if (pre === null || recalled === null || post === null) continue;
    traditional.push(post - pre);
    retrospective.push(post - recalled);
    shift.push(pre - recalled);
  }
  return {
    n: traditional.length,
    traditional: summariseMean(traditional),
    retrospective: summariseMean(retrospective),
    responseShift: summariseMean(shift),
  };
}

/**
 * The response shift in scale points from moments of the answer given before (x) and of the one recalled (y): told less
 * recalled, above 0 where people later thought that they had been less sure than they said. See MeanSummary for nulls.
 */
export function responseShiftOf({ x, y, c }: JointMoments): MeanSummary {
  return meanInterval(differenceOf({ x: y, y: x, c }));
}
