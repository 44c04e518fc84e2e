import { describe, expect, it } from "vitest";
import { controlChart } from "~/domain/impact/measures/control-chart";
import { funnel } from "~/domain/impact/measures/funnel";
import { doubleBaseline, thenTest } from "~/domain/impact/measures/repeated-baseline";

describe("a control chart", () => {
  it("has limits at the mean of a constant series and flags nothing", () => {
    const chart = controlChart(new Array(14).fill(0.1));
    expect(chart).toMatchObject({ mean: 0.1, mrbar: 0, upper: 0.1, lower: 0.1 });
    expect(chart.specialCause).not.toContain(true);
  });

  it("has no limits for one value and nothing for none", () => {
    expect(controlChart([5])).toMatchObject({
      mean: 5,
      mrbar: null,
      upper: null,
      lower: null,
      pointTypes: ["common"],
    });
    expect(controlChart([])).toMatchObject({ mean: null, outside: [], pointTypes: [] });
  });

  it("flags seven rising, and calls it by the direction that is better", () => {
    const rising = [50, 49, 51, 50, 49, 50, 51, 52, 53, 54, 55];
    expect(controlChart(rising).sevenTrend).toEqual(rising.map((_, i) => i >= 4));
    expect(controlChart(rising).pointTypes.at(-1)).toBe("improvement");
    expect(controlChart(rising, -1).pointTypes.at(-1)).toBe("concern");
  });

  it("flags seven on one side, but not six", () => {
    const level = [10, 12, 10, 12, 10, 12];
    expect(controlChart([...level, 20, 21, 20, 21, 20, 21, 20]).sevenOneSide.slice(-7)).not.toContain(false);
    expect(controlChart([...level, 20, 21, 20, 21, 20, 21]).sevenOneSide).not.toContain(true);
  });

  it("mirrors when the values do", () => {
    const values = [68, 72, 63, 71, 70, 70, 69, 65, 72, 80, 78, 86, 78, 79, 83];
    const chart = controlChart(values);
    const mirrored = controlChart(
      values.map((value) => -value),
      -1,
    );
    expect(mirrored.pointTypes).toEqual(chart.pointTypes);
    expect(mirrored.upper).toBeCloseTo(-(chart.lower ?? Number.NaN), 9);
  });
});

describe("the funnel", () => {
  it("narrows with size and is clipped to 0 and 1", () => {
    const { overall, points } = funnel([
      { improved: 1, n: 2 },
      { improved: 60, n: 100 },
    ]);
    expect(overall).toBeCloseTo(61 / 102, 12);
    const [small, large] = points;
    expect(small).toMatchObject({ lower998: 0, upper998: 1 });
    expect(large?.lower95).toBeGreaterThan(small?.lower95 ?? 1);
  });

  it("lets a session without pairs say nothing", () => {
    expect(funnel([])).toEqual({ overall: null, points: [] });
    const { points } = funnel([
      { improved: 0, n: 0 },
      { improved: 3, n: 6 },
    ]);
    expect(points[0]).toEqual({
      lower95: 0,
      upper95: 1,
      lower998: 0,
      upper998: 1,
      outside95: null,
      outside998: null,
    });
  });

  it("has everyone inside when all improved", () => {
    expect(funnel([{ improved: 4, n: 4 }]).points[0]).toMatchObject({
      lower95: 1,
      upper95: 1,
      outside95: false,
    });
  });
});

describe("two looks at the start", () => {
  it("takes drift off the change, over people with all three answers", () => {
    const { n, drift, trainingChange, excess } = doubleBaseline([
      { booking: 3, arrival: 4, end: 7 },
      { booking: 5, arrival: 5, end: 6 },
      { booking: 2, arrival: null, end: 9 },
    ]);
    expect(n).toBe(2);
    expect(drift.mean).toBe(0.5);
    expect(trainingChange.mean).toBe(2);
    expect(excess.mean).toBe(1.5);
  });

  it("keeps the two kinds of change apart in a then-test", () => {
    const { n, traditional, retrospective, responseShift } = thenTest([
      { pre: 6, recalled: 4, post: 7 },
      { pre: 5, recalled: 5, post: 7 },
      { pre: 5, recalled: 5, post: null },
    ]);
    expect(n).toBe(2);
    expect(traditional.mean).toBe(1.5);
    expect(retrospective.mean).toBe(2.5);
    expect(responseShift.mean).toBe(1);
  });

  it("has no figures without people", () => {
    expect(doubleBaseline([]).drift).toMatchObject({ n: 0, mean: null, df: null });
  });
});
