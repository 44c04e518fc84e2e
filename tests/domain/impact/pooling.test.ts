import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { poolEstimates, poolingAdvice, poolSessions } from "~/domain/impact/measures/pooling";

const estimates = fc.array(
  fc.record({
    value: fc.double({ min: -5, max: 5, noNaN: true }),
    variance: fc.double({ min: 0.01, max: 2, noNaN: true }),
  }),
  { minLength: 2, maxLength: 15 },
);

/** Restricted log-likelihood of tau2 for one common mean, but for constants. */
function restrictedLikelihood(studies: readonly { value: number; variance: number }[], tau2: number): number {
  const weights = studies.map(({ variance }) => 1 / (variance + tau2));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const centre = studies.reduce((sum, { value }, i) => sum + (weights[i] ?? 0) * value, 0) / total;
  const squares = studies.reduce((sum, { value }, i) => sum + (weights[i] ?? 0) * (value - centre) ** 2, 0);
  const logs = weights.reduce((sum, weight) => sum + Math.log(weight), 0);
  return 0.5 * (logs - Math.log(total) - squares);
}

describe("pooled sessions", () => {
  it("lie between the lowest and the highest, with an interval that holds them", () => {
    fc.assert(
      fc.property(estimates, (studies) => {
        const { estimate, ci95, tau2, i2, prediction95 } = poolEstimates(studies);
        const values = studies.map(({ value }) => value);
        expect(estimate).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(estimate).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        expect(ci95?.[0]).toBeLessThanOrEqual(estimate ?? Number.NaN);
        expect(tau2).toBeGreaterThanOrEqual(0);
        expect(i2).toBeGreaterThanOrEqual(0);
        expect(i2).toBeLessThan(100);
        expect(prediction95).not.toBeNull();
      }),
    );
  });

  it("have the tau2 at which the restricted likelihood is highest", () => {
    fc.assert(
      fc.property(estimates, (studies) => {
        const tau2 = poolEstimates(studies).tau2 ?? Number.NaN;
        const here = restrictedLikelihood(studies, tau2);
        const near = [1e-4, 1e-3, 1e-2].flatMap((step) => [tau2 - step, tau2 + step]);
        for (const other of [0, 0.01, 0.1, 1, 10, ...near]) {
          if (other >= 0) expect(restrictedLikelihood(studies, other)).toBeLessThanOrEqual(here + 1e-9);
        }
      }),
    );
  });

  it("are not misled by a likelihood with two peaks", () => {
    const studies = [0.01, 0.01, 0.01, 0.125, 0.028].map((variance) => ({ value: 0, variance }));
    for (const value of [2.6, 2.7, 2.8, 2.9, 3, 3.1]) {
      const all = [...studies, { value, variance: 0.225 }];
      const { tau2 } = poolEstimates(all);
      const grid = Array.from({ length: 400 }, (_, i) => i / 100);
      const best = Math.max(...grid.map((at) => restrictedLikelihood(all, at)));
      expect(restrictedLikelihood(all, tau2 ?? Number.NaN)).toBeGreaterThanOrEqual(best - 1e-9);
    }
  });

  it("move with their values and do not depend on their order", () => {
    fc.assert(
      fc.property(estimates, fc.double({ min: -10, max: 10, noNaN: true }), (studies, by) => {
        const here = poolEstimates(studies);
        const moved = poolEstimates(
          studies.map(({ value, variance }) => ({ value: value + by, variance })).reverse(),
        );
        expect(moved.estimate).toBeCloseTo((here.estimate ?? Number.NaN) + by, 7);
        expect(moved.se).toBeCloseTo(here.se ?? Number.NaN, 6);
      }),
    );
  });

  it("are never surer than their own variances allow, even when they agree by chance", () => {
    const alike = [1, 1, 1, 1].map((value) => ({ value, variance: 0.25 }));
    const pooled = poolEstimates(alike);
    expect(pooled).toMatchObject({ tau2: 0, i2: 0, q: 0, estimate: 1 });
    expect(pooled.se).toBeCloseTo(0.25, 12);
  });

  it("give nothing for none and the one interval for one", () => {
    expect(poolEstimates([])).toMatchObject({ k: 0, estimate: null, ci95: null, tau2: null });
    expect(poolEstimates([{ value: 2, variance: 0.04 }])).toMatchObject({
      k: 1,
      estimate: 2,
      se: 0.2,
      p: null,
      tau2: null,
    });
  });

  it("are shown side by side below three and with a warning below five", () => {
    expect([0, 1, 2, 3, 4, 5].map(poolingAdvice)).toEqual([
      "nothing",
      "single session",
      "side by side",
      "few sessions",
      "few sessions",
      "pooled",
    ]);
  });
});

describe("a programme", () => {
  const session = (...changes: number[]) => changes.map((change) => ({ pre: 5, post: 5 + change }));

  it("leaves sessions without pairs out and lets one where all changed alike not dominate", () => {
    const flat = session(2, 2, 2);
    const result = poolSessions([session(1, 2, 3), flat, session(0, 4), [{ pre: null, post: 6 }], []]);
    expect(result).toMatchObject({
      k: 3,
      pairs: [3, 3, 2],
      sessionMeans: [2, 2, 2],
      withinDf: 5,
      withinVariance: 2,
    });
    expect(result.pooled.estimate).toBeCloseTo(2, 12);
    expect(result.pooled.se).toBeCloseTo(Math.sqrt(2 / 8), 12);
  });

  it("is not pooled where no session shows any spread", () => {
    expect(poolSessions([session(1), session(2)])).toMatchObject({
      k: 2,
      withinVariance: null,
      pooled: { estimate: null },
    });
    expect(poolSessions([session(1, 1), session(2, 2)])).toMatchObject({
      withinVariance: 0,
      pooled: { k: 2, ci95: null },
    });
    expect(poolSessions([])).toMatchObject({ k: 0, pairs: [], pooled: { k: 0, estimate: null } });
  });
});
