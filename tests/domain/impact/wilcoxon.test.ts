import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundedChanges } from "~/domain/impact/measures/matched-pairs";
import { EXACT_LIMIT, signedRankTest } from "~/domain/impact/measures/wilcoxon";
import { changesOf } from "./arbitraries";

/** The same p by writing out every pattern of signs. */
function pByEnumeration(changes: readonly number[]): number | null {
  const rankOf = (size: number) => {
    const below = changes.filter((change) => Math.abs(change) < size).length;
    const equal = changes.filter((change) => Math.abs(change) === size).length;
    return below + (equal + 1) / 2;
  };
  const moved = changes.filter((change) => change !== 0);
  if (moved.length === 0) return null;
  const ranks = moved.map((change) => rankOf(Math.abs(change)));
  const middle = ranks.reduce((total, rank) => total + rank, 0) / 2;
  const observed = ranks.reduce((total, rank, i) => ((moved[i] ?? 0) > 0 ? total + rank : total), 0);
  let extreme = 0;
  for (let pattern = 0; pattern < 2 ** ranks.length; pattern++) {
    const plus = ranks.reduce((total, rank, i) => (pattern & (1 << i) ? total + rank : total), 0);
    if (Math.abs(plus - middle) >= Math.abs(observed - middle)) extreme++;
  }
  return extreme / 2 ** ranks.length;
}

describe("the signed-rank test", () => {
  it("gives the p of every pattern written out", () => {
    fc.assert(
      fc.property(changesOf(0, 12), (changes) => {
        const { pExact } = signedRankTest(changes);
        const expected = pByEnumeration(changes);
        if (expected === null || pExact === null) expect(pExact).toBe(expected);
        else expect(Math.abs(pExact - expected)).toBeLessThan(1e-12);
      }),
    );
  });

  it("is the same for the changes turned round, but for its sign", () => {
    fc.assert(
      fc.property(changesOf(1, 60), (changes) => {
        const forwards = signedRankTest(changes);
        const backwards = signedRankTest(changes.map((change) => -change));
        expect(backwards.pExact).toBe(forwards.pExact);
        expect(backwards.zeros).toBe(forwards.zeros);
        if (forwards.rankBiserial !== null)
          expect(backwards.rankBiserial).toBeCloseTo(-forwards.rankBiserial, 12);
      }),
    );
  });

  it("is null when nobody changed", () => {
    expect(signedRankTest([0, 0, 0])).toEqual({
      zeros: 3,
      nonZeros: 0,
      tiesPresent: null,
      tPlus: null,
      pExact: null,
      rankBiserial: null,
    });
  });

  it("cannot fall below 0.0625 with five people", () => {
    expect(signedRankTest([1, 2, 3, 4, 5]).pExact).toBe(0.0625);
  });

  it("stays sound where the counts are largest", () => {
    const risen = Array.from({ length: EXACT_LIMIT }, (_, i) => i + 1);
    expect(signedRankTest(risen).pExact).toBe(2 * 0.5 ** EXACT_LIMIT);
    // Alternating signs: E is 250,250 and T+ is 250,000, so the two-sided p is just below 1.
    const alternating = risen.map((size) => (size % 2 === 0 ? -size : size));
    const { pExact, tPlus } = signedRankTest(alternating);
    expect(tPlus).toBe(250_000);
    expect(pExact).toBeGreaterThan(0.97);
    expect(pExact).toBeLessThan(1);
    expect(signedRankTest([...risen, 1]).pExact).toBeNull();
  });

  it("ties fractions once they are rounded", () => {
    const changes = [0.3 - 0.1, 0.4 - 0.2, -0.1];
    expect(signedRankTest(changes).tiesPresent).toBe(false);
    expect(signedRankTest(roundedChanges(changes))).toMatchObject({ tiesPresent: true, tPlus: 5 });
  });
});
