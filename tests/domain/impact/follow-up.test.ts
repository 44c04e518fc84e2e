import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fiellerRatio, followUpResult, welchDifference } from "~/domain/impact/measures/follow-up";
import type { Answers } from "~/domain/impact/measures/matched-pairs";
import { answersOf } from "./arbitraries";

const people = (...scores: [number, number, number | null][]): Answers[] =>
  scores.map(([pre, post, followUp]) => ({ pre, post, followUp }));

describe("follow-up", () => {
  it("is gain at the end plus fade, over people with all three answers", () => {
    fc.assert(
      fc.property(answersOf(0, 40), (answers) => {
        const { triples, gainAtPost, gainHeld, fade, nonResponse, followUps } = followUpResult(answers);
        expect(followUps).toBeGreaterThanOrEqual(triples);
        expect(nonResponse.responders).toBe(triples);
        if (gainAtPost.mean === null || fade.mean === null) expect(gainHeld.mean).toBeNull();
        else expect(gainHeld.mean).toBeCloseTo(gainAtPost.mean + fade.mean, 9);
      }),
    );
  });

  it("reports retention only of a clear gain, and shows it only from ten people", () => {
    const keen = people([2, 6, 5], [3, 6, 5], [1, 6, 6], [4, 7, 6], [2, 7, 5]);
    expect(followUpResult(keen).retention).toMatchObject({
      bounded: true,
      reportable: true,
      showable: false,
    });
    expect(followUpResult([...keen, ...keen]).retention.showable).toBe(true);
    const fallen = keen.map(({ pre, post, followUp }) => ({ pre: post, post: pre, followUp }));
    expect(followUpResult([...fallen, ...fallen]).retention).toMatchObject({
      reportable: false,
      showable: false,
    });
  });

  it("has no ratio without a gain to divide by", () => {
    expect(fiellerRatio([1, 2, 3], [-1, 0, 1])).toEqual({ estimate: null, ci95: null, bounded: false });
    expect(fiellerRatio([1], [2])).toEqual({ estimate: null, ci95: null, bounded: false });
    const loose = fiellerRatio([1, 2, 3], [-5, 0, 6]);
    expect(loose).toMatchObject({ ci95: null, bounded: false });
    expect(loose.estimate).toBeCloseTo(6, 9);
  });

  it("bounds the ratio of proportional lists at the ratio itself", () => {
    const { estimate, ci95, bounded } = fiellerRatio([2.1, 4.2, 6.3], [2.1, 4.2, 6.3]);
    expect(estimate).toBe(1);
    expect(bounded).toBe(false);
    expect(ci95).toBeNull();
    const clear = fiellerRatio([5.1, 5.2, 5.3], [10.2, 10.4, 10.6]);
    expect(clear.ci95?.[0]).toBeCloseTo(0.5, 6);
    expect(clear.ci95?.[1]).toBeCloseTo(0.5, 6);
  });

  it("compares two groups only where both have two people and some vary", () => {
    expect(welchDifference([1], [2, 3]).estimate).toBeNull();
    expect(welchDifference([1, 1], [2, 2]).estimate).toBeNull();
    expect(welchDifference([1, 1], [2, 4])).toMatchObject({ estimate: -2 });
  });

  it("says when those who answered differ from the rest", () => {
    const low: [number, number, number | null][] = [
      [1, 5, 5],
      [2, 6, 6],
      [1, 6, 5],
      [2, 5, 6],
    ];
    const high: [number, number, number | null][] = [
      [8, 9, null],
      [9, 9, null],
      [8, 8, null],
      [9, 9, null],
    ];
    expect(followUpResult(people(...low, ...high)).nonResponse.differ).toBe(true);
    const alike = low.map(([pre, post]): [number, number, number | null] => [pre, post, null]);
    expect(followUpResult(people(...low, ...alike)).nonResponse.differ).toBe(false);
    expect(followUpResult(people(...low)).nonResponse.differ).toBeNull();
  });
});
