import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { releaseBands, releaseDirection } from "~/domain/impact/disclosure/bands";
import {
  differBySmallNumber,
  isWithheld,
  LIMITS,
  mayRefresh,
  raisedLimits,
  releaseCount,
  releaseFigure,
  releasePercentage,
} from "~/domain/impact/disclosure/limits";

const audience = fc.constantFrom("owner" as const, "partnership" as const);

describe("limits", () => {
  it("are 5, and 10 for figures outside the owning team", () => {
    expect(LIMITS).toEqual({ count: 5, figure: { owner: 5, partnership: 10 } });
  });

  it("can be raised and not lowered", () => {
    expect(raisedLimits({ count: 3, owner: 1, partnership: 2 })).toEqual(LIMITS);
    expect(raisedLimits({ count: 8 })).toEqual({ count: 8, figure: { owner: 8, partnership: 10 } });
    expect(raisedLimits({ owner: 12 })).toEqual({ count: 5, figure: { owner: 12, partnership: 12 } });
  });
});

describe("one figure", () => {
  it("shows counts of 0 and from 5", () => {
    expect([0, 5, 6].map((count) => releaseCount(count))).toEqual([0, 5, 6]);
    for (const count of [1, 2, 3, 4])
      expect(releaseCount(count)).toEqual({ withheld: true, reason: "fewer than 5" });
    expect(releaseCount(6, raisedLimits({ count: 7 }))).toEqual({ withheld: true, reason: "fewer than 7" });
  });

  it("shows a mean from 5 people to its owner and from 10 to others", () => {
    expect(releaseFigure(1.9, 5, "owner")).toBe(1.9);
    expect(releaseFigure(1.9, 4, "owner")).toEqual({ withheld: true, reason: "fewer than 5" });
    expect(releaseFigure(1.9, 9, "partnership")).toEqual({ withheld: true, reason: "fewer than 10" });
    expect(releaseFigure([1.2, 2.6], 10, "partnership")).toEqual([1.2, 2.6]);
    expect(releaseFigure(null, 10, "partnership")).toBeNull();
    expect(isWithheld(releaseFigure(null, 0, "owner"))).toBe(true);
  });

  it("withholds a percentage whose part or rest is small", () => {
    expect(releasePercentage(15, 30, "partnership")).toBe(50);
    for (const part of [1, 4, 26, 29]) {
      expect(releasePercentage(part, 30, "owner")).toEqual({
        withheld: true,
        reason: "gives a small number back",
      });
    }
    expect(releasePercentage(0, 0, "owner")).toEqual({ withheld: true, reason: "fewer than 5" });
    expect(releasePercentage(2, 4, "owner")).toEqual({ withheld: true, reason: "fewer than 5" });
  });

  it("shows 0% and 100% only of a group large enough for the reader", () => {
    expect(releasePercentage(6, 6, "owner")).toBe(100);
    expect(releasePercentage(0, 6, "owner")).toBe(0);
    expect(releasePercentage(6, 6, "partnership")).toMatchObject({ withheld: true });
    expect(releasePercentage(0, 9, "partnership")).toMatchObject({ withheld: true });
    expect(releasePercentage(10, 10, "partnership")).toBe(100);
    expect(releasePercentage(4, 4, "owner")).toMatchObject({ withheld: true });
  });

  it("knows populations too near each other to publish both, and when to refresh", () => {
    expect([0, 1, 4, 5].map((more) => differBySmallNumber(20, 20 + more))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(mayRefresh(20, 24, false)).toBe(false);
    expect(mayRefresh(20, 25, false)).toBe(true);
    expect(mayRefresh(20, 21, true)).toBe(true);
  });

  it("is told apart from a withheld one", () => {
    expect([0, null, undefined, "withheld", [true], { withheld: false }].some(isWithheld)).toBe(false);
    expect(isWithheld(releaseCount(1))).toBe(true);
  });
});

describe("bands", () => {
  const shown = (
    improved: number,
    same: number,
    declined: number,
    reader: "owner" | "partnership" = "owner",
  ) => {
    const split = releaseDirection({ improved, same, declined }, reader);
    return isWithheld(split)
      ? split.reason
      : split.bands.map(({ labels, count }) => `${labels.join(" or ")} ${count}`);
  };

  it("stay apart where none is small", () => {
    expect(shown(20, 6, 5)).toEqual(["improved 20", "same 6", "declined 5"]);
    expect(shown(20, 0, 5)).toEqual(["improved 20", "same 0", "declined 5"]);
  });

  it("merge same with declined first, so that improved stands", () => {
    expect(shown(20, 4, 2)).toEqual(["improved 20", "same or declined 6"]);
    expect(shown(10, 3, 12)).toEqual(["improved 10", "same or declined 15"]);
  });

  it("merge same with improved where that is what leaves no small one", () => {
    expect(shown(3, 10, 12)).toEqual(["improved or same 13", "declined 12"]);
    expect(shown(12, 2, 0)).toEqual(["improved or same 14", "declined 0"]);
  });

  it("are withheld where a small one would be got back", () => {
    expect(shown(22, 0, 3)).toBe("gives a small number back");
    expect(shown(2, 0, 30)).toBe("gives a small number back");
    expect(shown(2, 1, 1)).toBe("fewer than 5");
  });

  it("are withheld where everyone is in one band of a small group", () => {
    expect(shown(7, 0, 0)).toEqual(["improved 7", "same 0", "declined 0"]);
    expect(shown(7, 0, 0, "partnership")).toBe("same for everyone in a small group");
    expect(shown(10, 0, 0, "partnership")).toEqual(["improved 10", "same 0", "declined 0"]);
  });

  it("never show a small number, add up, and cannot be split by whoever knows the rule", () => {
    const counts = fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 40 })), {
      minLength: 1,
      maxLength: 11,
    });
    fc.assert(
      fc.property(counts, audience, (truth, reader) => {
        const split = releaseBands(
          truth.map((count, label) => ({ label, count })),
          reader,
        );
        if (isWithheld(split)) return;
        expect(split.bands.reduce((total, band) => total + band.count, 0)).toBe(split.n);
        expect(split.bands.flatMap((band) => band.labels)).toEqual(truth.map((_, label) => label));
        for (const { labels, count, percent } of split.bands) {
          expect(count === 0 || count >= 5).toBe(true);
          expect(percent).toBeCloseTo((100 * count) / split.n, 9);
          // A merged band hides a small number among at least two others that it might be.
          if (labels.length > 1)
            expect(labels.some((label) => (truth[label] ?? 0) > 0 && (truth[label] ?? 0) < 5)).toBe(true);
        }
      }),
    );
  });
});
