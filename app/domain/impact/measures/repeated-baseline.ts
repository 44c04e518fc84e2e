// Designs with a second look at the start: a double baseline, and a then-test.
import { type MeanSummary, summariseMean } from "./mean-interval";

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
  return {
    n: drift.length,
    drift: summariseMean(drift),
    trainingChange: summariseMean(training),
    excess: summariseMean(training.map((change, i) => change - (drift[i] ?? change))),
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
