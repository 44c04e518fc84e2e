import { describe, expect, it } from "vitest";
import { personScore, scaleReliability } from "~/domain/impact/measures/scale";

describe("a person's score", () => {
  it("is the mean of what was answered, from half of the items", () => {
    expect(personScore([4, null, 2, null])).toBe(3);
    expect(personScore([4, null, null, null])).toBeNull();
    expect(personScore([null, 3, 5])).toBe(4);
    expect(personScore([null, null, 5])).toBeNull();
    expect(personScore([])).toBeNull();
  });
});

describe("reliability", () => {
  it("is 1 where every item says the same", () => {
    const { alpha, ci95, itemRestCorrelations } = scaleReliability([
      [1, 1, 1],
      [2, 2, 2],
      [4, 4, 4],
    ]);
    expect(alpha).toBeCloseTo(1, 12);
    expect(ci95?.[0]).toBeCloseTo(1, 9);
    expect(itemRestCorrelations[0]).toBeCloseTo(1, 12);
  });

  it("is shown when negative", () => {
    const { alpha } = scaleReliability([
      [1, 5],
      [5, 2],
      [2, 4],
    ]);
    expect(alpha).toBeLessThan(0);
  });

  it("uses only people who answered everything", () => {
    const rows = [
      [1, 2, 2],
      [2, 3, 3],
      [4, 4, 5],
    ];
    expect(scaleReliability([...rows, [null, 9, 9]])).toEqual(scaleReliability(rows));
  });

  it("is null without two people, two items or any spread", () => {
    expect(scaleReliability([]).alpha).toBeNull();
    expect(scaleReliability([[1, 2]]).alpha).toBeNull();
    expect(scaleReliability([[1], [2], [3]]).alpha).toBeNull();
    expect(
      scaleReliability([
        [3, 4],
        [3, 4],
      ]),
    ).toMatchObject({
      alpha: null,
      ci95: null,
      totalSd: 0,
      itemRestCorrelations: [null, null],
      alphaIfDropped: null,
    });
  });
});
