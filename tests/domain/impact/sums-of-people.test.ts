import { describe, expect, it } from "vitest";
import { type Response, type SumStage, sumsOfPeople } from "~/domain/impact/figures/sums-of-people";
import { questions } from "./respondents";

describe("what is put into sums", () => {
  const at = (values: Record<string, number>, more: Partial<Response> = {}): Response => ({
    instrumentId: "set",
    keptApart: false,
    confidence: values.a !== undefined && values.b !== undefined ? (values.a + values.b) / 2 : null,
    scenarios: null,
    answers: new Map(Object.entries(values)),
    ...more,
  });
  const sumsAt = (stages: Partial<Record<SumStage, Response>>, laterClosed = true) =>
    sumsOfPeople(
      [{ responses: new Map(Object.entries(stages) as [SumStage, Response][]), commitments: [] }],
      questions,
      laterClosed,
    );

  it("takes arrival for before only where booking is missing or late", () => {
    const [T0, T1, T2] = [at({ a: 2, b: 2 }), at({ a: 4, b: 4 }), at({ a: 7, b: 7 })];
    expect(sumsAt({ T0, T1, T2 }).confidence.pairs.x.mean).toBe(2);
    expect(sumsAt({ T1, T2 }).confidence.pairs.x.mean).toBe(4);
    expect(sumsAt({ T0: { ...T0, keptApart: true }, T1, T2 }).confidence.pairs.x.mean).toBe(4);
    expect(sumsAt({ T0, T1, T2 }).baseline).toMatchObject({ x: { n: 1, mean: 2 }, y: { mean: 3 } });
  });

  it("leaves what was kept apart out of every pair, and counts it as that", () => {
    const sums = sumsAt({ T0: at({ a: 2, b: 2 }), T2: at({ a: 7, b: 7, useful: 5 }, { keptApart: true }) });
    expect(sums.confidence.pairs.x.n).toBe(0);
    expect(sums.items).toEqual({});
    expect(sums.reactions).toEqual({});
    expect(sums.stages.T2).toEqual({ owed: 0, answered: 0, keptApart: 1 });
    expect(sums.stages.T0).toEqual({ owed: 0, answered: 1, keptApart: 0 });
  });

  it("compares what two question sets have in common where the wording changed", () => {
    const T0 = at({ a: 2, b: 10 });
    const T2 = at({ a: 5, b2: 9 }, { instrumentId: "reworded", confidence: 7 });
    const sums = sumsAt({ T0, T2 });
    expect(sums.confidence.pairs).toMatchObject({ x: { n: 1, mean: 2 }, y: { mean: 5 } });
    expect(Object.keys(sums.items)).toEqual(["a"]);
    expect(sumsAt({ T0: at({ b: 10 }), T2 }).confidence.pairs.x.n).toBe(0);
  });

  it("tells those who kept silent weeks later only when that time is over", () => {
    const both = { T0: at({ a: 2, b: 2 }), T2: at({ a: 7, b: 7 }) };
    expect(sumsAt(both, false).laterSilent.change.n).toBe(0);
    expect(sumsAt(both).laterSilent).toMatchObject({ before: { mean: 2 }, change: { mean: 5 } });
    const later = sumsAt({ ...both, T3: at({ a: 6, b: 6 }) });
    expect(later.laterSilent.change.n).toBe(0);
    expect(later.laterAnswered.change).toMatchObject({ n: 1, mean: 5 });
    expect(later.followUp).toMatchObject({ gains: { x: { mean: 5 }, y: { mean: 4 } }, fade: { mean: -1 } });
  });

  it("counts answers from the lowest, hindsight apart, and what managers saw", () => {
    const sums = sumsAt({
      T0: at({ a: 6, b: 2 }),
      T2: at({ a: 7, b: 7, r: 3, useful: 5 }),
      M: at({ seen: 4 }),
    });
    expect(sums.reactions).toEqual({ useful: [0, 0, 0, 0, 1] });
    expect(sums.recalled).toMatchObject({ x: { n: 1, mean: 6 }, y: { mean: 3 } });
    expect(sums.items).not.toHaveProperty("r");
    expect(sums.managers).toEqual({ yes: 0, partly: 0, no: 0, "no opportunity": 1, "cannot say": 0 });
  });

  it("counts starting at the top, and rounding as no change", () => {
    const third = (value: number) => at({}, { confidence: value });
    const sums = sumsAt({ T0: third(10), T2: third(10 - 1e-12) });
    expect(sums.confidence).toMatchObject({ improved: 0, same: 1, declined: 0, atTop: 1 });
  });
});
