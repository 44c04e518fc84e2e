import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  correlation,
  mean,
  median,
  percent,
  standardDeviation,
  sum,
} from "~/domain/impact/measures/descriptive";
import { directionOfChange, signTest, wilsonInterval } from "~/domain/impact/measures/direction";
import { smallSampleCorrection, standardisedChange } from "~/domain/impact/measures/effect-size";
import { type Answers, matchPairs } from "~/domain/impact/measures/matched-pairs";
import { summariseMean } from "~/domain/impact/measures/mean-interval";
import { pairedResult } from "~/domain/impact/measures/paired";
import { answersOf, changesOf } from "./arbitraries";

const SCALE = { min: 0, max: 10 };
const pairs = (...scores: [number | null, number | null][]): Answers[] =>
  scores.map(([pre, post]) => ({ pre, post }));

/** Every number in a result, however deep; null where not estimable. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

function expectClose(actual: number | null, expected: number | null) {
  if (expected === null || actual === null) expect(actual).toBe(expected);
  else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
}

describe("a group's change", () => {
  it("never holds a number that is not finite", () => {
    fc.assert(
      fc.property(answersOf(0, 30), (answers) => {
        expect(numbersIn(pairedResult(answers, SCALE)).every(Number.isFinite)).toBe(true);
      }),
    );
  });

  it("stays the same when every answer is moved by the same amount", () => {
    fc.assert(
      fc.property(answersOf(2, 30), fc.integer({ min: -50, max: 50 }), (answers, by) => {
        const moved = answers.map(({ pre, post }) => ({
          pre: pre === null ? null : pre + by,
          post: post === null ? null : post + by,
        }));
        const before = pairedResult(answers, SCALE);
        const after = pairedResult(moved, SCALE);
        expect(after.change).toEqual(before.change);
        expect(after.direction).toEqual(before.direction);
        expectClose(after.effect.gAv, before.effect.gAv);
      }),
    );
  });

  it("turns round when before and after are swapped", () => {
    fc.assert(
      fc.property(answersOf(2, 30), (answers) => {
        const { change, effect, direction } = pairedResult(answers, SCALE);
        const swapped = pairedResult(
          answers.map(({ pre, post }) => ({ pre: post, post: pre })),
          SCALE,
        );
        expectClose(swapped.change.mean, change.mean === null ? null : -change.mean);
        expectClose(swapped.change.p, change.p);
        expectClose(swapped.change.ci95?.[0] ?? null, change.ci95 ? -change.ci95[1] : null);
        expectClose(swapped.effect.gAv, effect.gAv === null ? null : -effect.gAv);
        expect(swapped.direction.improved).toBe(direction.declined);
        expect(swapped.direction.same).toBe(direction.same);
        expectClose(swapped.direction.signTestP, direction.signTestP);
      }),
    );
  });

  it("does not depend on the order of people", () => {
    fc.assert(
      fc.property(answersOf(2, 30), (answers) => {
        const forwards = pairedResult(answers, SCALE);
        const backwards = pairedResult([...answers].reverse(), SCALE);
        expect(backwards.counts).toEqual(forwards.counts);
        numbersIn(backwards).forEach((value, i) => {
          expectClose(value, numbersIn(forwards)[i] ?? null);
        });
      }),
    );
  });

  it("is scaled like the answers, and as percent of scale like their range", () => {
    const answers = pairs([2, 5], [3, 3], [4, 8], [6, 7]);
    const tenfold = answers.map(({ pre, post }) => ({ pre: (pre ?? 0) * 10, post: (post ?? 0) * 10 }));
    const small = pairedResult(answers, SCALE);
    const large = pairedResult(tenfold, { min: 0, max: 100 });
    expectClose(large.change.mean, 10 * (small.change.mean ?? 0));
    expectClose(large.effect.dAv, small.effect.dAv);
    expectClose(large.percentOfScale.changeMean, small.percentOfScale.changeMean);
    expectClose(large.percentOfScale.changeCi95?.[1] ?? null, small.percentOfScale.changeCi95?.[1] ?? null);
  });

  it("counts rates over those who attended, and means of halves apart from pairs", () => {
    const { counts, unpairedMeans, pre } = pairedResult(
      pairs([2, 4], [6, null], [null, 9], [null, null]),
      SCALE,
    );
    expect(counts).toEqual({
      attended: 4,
      pre: 2,
      post: 2,
      pairs: 1,
      preRate: 0.5,
      postRate: 0.5,
      matchedRate: 0.25,
    });
    expect(unpairedMeans).toEqual({ pre: 4, post: 6.5 });
    expect(pre.mean).toBe(2);
  });

  it("says nothing when nobody attended", () => {
    const { counts, change, direction, ceiling } = pairedResult([], SCALE);
    expect(counts.matchedRate).toBeNull();
    expect(change).toEqual({
      n: 0,
      mean: null,
      sd: null,
      se: null,
      t: null,
      df: null,
      p: null,
      ci95: null,
      median: null,
    });
    expect(direction.percentImproved).toBeNull();
    expect(ceiling.flagged).toBeNull();
  });

  it("has no interval when everyone changed by the same amount, in decimals too", () => {
    for (const answers of [pairs([3, 5], [4, 6], [5, 7]), pairs([0.1, 0.3], [0.2, 0.4], [0.7, 0.9])]) {
      const { change, effect } = pairedResult(answers, SCALE);
      expect(change.sd).toBe(0);
      expect(change.ci95).toBeNull();
      expect(change.p).toBeNull();
      expect(effect.dAvCi95).toBeNull();
      expect(effect.gAv).not.toBeNull();
    }
  });

  it("flags a ceiling above 15% at the top, not at it", () => {
    const atTop = (top: number, n: number) =>
      pairedResult(
        Array.from({ length: n }, (_, i) => ({ pre: i < top ? 10 : 5, post: 9 })),
        SCALE,
      ).ceiling.flagged;
    expect(atTop(3, 20)).toBe(false);
    expect(atTop(4, 20)).toBe(true);
  });

  it("has no class gain when there was no room to improve", () => {
    expect(pairedResult(pairs([10, 10], [10, 9]), SCALE).ceiling.classGain).toBeNull();
  });
});

describe("the standardised change", () => {
  it("has 2(n-1)/(1+r^2) degrees of freedom at equal variances", () => {
    const answers = pairs([1, 3], [2, 4], [3, 2], [4, 1]);
    const { effect, correlation: r } = pairedResult(answers, SCALE);
    expectClose(effect.nu, 6 / (1 + (r ?? 0) ** 2));
  });

  it("has no small-sample correction for two pairs, whatever rounding does to nu", () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.float({ noNaN: true, min: 0, max: 10 }), fc.float({ noNaN: true, min: 0, max: 10 })),
        ([a, b]) => {
          const { gAv } = standardisedChange(matchPairs(pairs([1.1, a], [2.7, b])));
          expect(gAv).toBeNull();
        },
      ),
    );
  });

  it("is corrected by Hedges' J", () => {
    expectClose(smallSampleCorrection(2), 0.5641895835477563);
    expect(smallSampleCorrection(1)).toBeNull();
    expect(smallSampleCorrection(1000) ?? 0).toBeGreaterThan(0.999);
  });
});

describe("the direction of change", () => {
  it("adds up", () => {
    fc.assert(
      fc.property(changesOf(1, 40), (changes) => {
        const split = directionOfChange(changes);
        expect(split.improved + split.same + split.declined).toBe(changes.length);
        const [low, high] = split.improvedCi95 ?? [Number.NaN, Number.NaN];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
        expect(low).toBeLessThanOrEqual(split.percentImproved ?? Number.NaN);
        expect(high).toBeGreaterThanOrEqual(split.percentImproved ?? Number.NaN);
      }),
    );
  });

  it("has Wilson limits of exactly 0 and 1 at the ends", () => {
    expect(wilsonInterval(0, 7)?.[0]).toBe(0);
    expect(wilsonInterval(7, 7)?.[1]).toBe(1);
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  it("has an exact sign test at any size", () => {
    expect(signTest(0, 0)).toBeNull();
    expect(signTest(5, 0)).toBe(0.0625);
    expect(signTest(3, 3)).toBe(1);
    expect(signTest(8, 2)).toBe(0.109375);
    expect(signTest(0, 2000)).toBe(0);
    // binom.test(900, 2000) in R
    expect((signTest(900, 1100) ?? 0) / 8.4570895355039471e-6).toBeCloseTo(1, 10);
  });
});

describe("a mean with its interval", () => {
  it("needs two values that differ", () => {
    expect(summariseMean([3])).toMatchObject({ n: 1, mean: 3, sd: null, df: 0, ci95: null });
    expect(summariseMean([3, 3])).toMatchObject({ mean: 3, sd: 0, se: 0, t: null, p: null, ci95: null });
    expect(summariseMean([3, 5]).ci95).not.toBeNull();
  });

  it("puts 0 outside its interval exactly when p is below 0.05", () => {
    fc.assert(
      fc.property(changesOf(2, 30), (changes) => {
        const { ci95, p } = summariseMean(changes);
        if (ci95 === null || p === null) return;
        expect(ci95[0] > 0 || ci95[1] < 0).toBe(p < 0.05);
      }),
    );
  });
});

describe("plain descriptions", () => {
  it("are null where there is nothing to describe", () => {
    expect(mean([])).toBeNull();
    expect(median([])).toBeNull();
    expect(standardDeviation([4])).toBeNull();
    expect(correlation([1, 2], [3, 4])).toBeNull();
    expect(correlation([1, 2, 3], [4, 4, 4])).toBeNull();
    expect(percent(1, 0)).toBeNull();
  });

  it("lose no digits to large or repeated values", () => {
    expect(sum([1e16, 1, -1e16])).toBe(1);
    expect(mean(new Array(49).fill(1 / 49))).toBe(1 / 49);
    expect(standardDeviation(new Array(10).fill(0.1))).toBe(0);
    expectClose(standardDeviation([1e9 + 1, 1e9 + 2, 1e9 + 3]), 1);
    expect(correlation([0.1, 0.2, 0.3], [0.2, 0.4, 0.6])).toBeLessThanOrEqual(1);
  });

  it("take the middle, or the mean of the middle two", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });
});
