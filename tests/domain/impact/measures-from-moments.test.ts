import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jointMomentsOf, momentsOf } from "~/domain/impact/measures/descriptive";
import { directionOfChange, directionOfCounts } from "~/domain/impact/measures/direction";
import { standardisedChange, standardisedChangeOf } from "~/domain/impact/measures/effect-size";
import {
  averageDeviationOf,
  fiellerRatioOf,
  followUpResult,
  keptLaterOf,
  nonResponseOf,
} from "~/domain/impact/measures/follow-up";
import { type Answers, matchPairs } from "~/domain/impact/measures/matched-pairs";
import { meanInterval, summariseMean } from "~/domain/impact/measures/mean-interval";
import { addJointMoments, addMoments, differenceOf } from "~/domain/impact/measures/moments";
import { poolSessionMoments, poolSessions } from "~/domain/impact/measures/pooling";
import {
  doubleBaseline,
  doubleBaselineOf,
  responseShiftOf,
} from "~/domain/impact/measures/repeated-baseline";

import { point } from "./respondents";

const scores = fc.array(
  fc.record({
    pre: fc.option(point, { nil: null, freq: 6 }),
    post: fc.option(point, { nil: null, freq: 6 }),
    followUp: fc.option(point, { nil: null, freq: 2 }),
  }),
  { maxLength: 40 },
);

function expectClose(actual: unknown, expected: unknown, at = ""): void {
  if (typeof expected === "number" && typeof actual === "number")
    expect(Math.abs(actual - expected), at).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
  else if (typeof expected === "object" && expected !== null && typeof actual === "object" && actual !== null)
    for (const [key, value] of Object.entries(expected))
      expectClose(Reflect.get(actual, key), value, `${at}.${key}`);
  else expect(actual, at).toBe(expected);
}

/** The joint moments of lists, by way of two parts of them. */
const inParts = (xs: readonly number[], ys: readonly number[]) => {
  const at = Math.floor(xs.length / 3);
  return addJointMoments([
    jointMomentsOf(xs.slice(0, at), ys.slice(0, at)),
    jointMomentsOf(xs.slice(at), ys.slice(at)),
  ]);
};

describe("measures from added moments", () => {
  it("agree with those from everybody's own answers", () => {
    fc.assert(
      fc.property(scores, (answers: Answers[]) => {
        const { pre, post, changes } = matchPairs(answers);
        const pairs = inParts(pre, post);
        expectClose(meanInterval(differenceOf(pairs)), summariseMean(changes));
        expectClose(standardisedChangeOf(pairs), standardisedChange({ pre, post, changes }));
        const improved = changes.filter((change) => change > 0).length;
        const declined = changes.filter((change) => change < 0).length;
        const same = changes.length - improved - declined;
        expect(directionOfCounts({ improved, same, declined })).toEqual(directionOfChange(changes));
      }),
    );
  });

  it("agree on what was kept, and on who answered weeks later", () => {
    fc.assert(
      fc.property(scores, (answers: Answers[]) => {
        const expected = followUpResult(answers);
        const later = answers.filter(({ followUp }) => followUp !== null);
        const triples = matchPairs(later);
        const silent = matchPairs(answers.filter(({ followUp }) => followUp === null));
        const held = later.flatMap(({ pre, post, followUp }) =>
          pre === null || post === null ? [] : [(followUp ?? 0) - pre],
        );
        const fade = momentsOf(held.map((value, i) => value - (triples.changes[i] ?? 0)));
        const gains = inParts(triples.changes, held);
        expectClose(keptLaterOf(gains, fade).gainHeld, expected.gainHeld);
        // A denominator that is 0 but for rounding has no ratio either way; near it neither is worth comparing.
        if (Math.abs(gains.x.mean) > 1e-3) {
          const { estimate, ci95, bounded } = fiellerRatioOf(gains);
          expectClose(estimate, expected.retention.estimate);
          if (bounded === expected.retention.bounded) expectClose(ci95, expected.retention.ci95);
        }
        const groups = [triples, silent].map(({ pre, changes }) => ({
          before: momentsOf(pre),
          change: momentsOf(changes),
        }));
        const [responders, others] = groups;
        if (!responders || !others) throw new Error("two groups");
        const everyone = matchPairs(answers);
        expectClose(
          nonResponseOf(responders, others, averageDeviationOf(inParts(everyone.pre, everyone.post))),
          expected.nonResponse,
        );
      }),
    );
  });

  it("agree on sessions, the double baseline and hindsight", () => {
    fc.assert(
      fc.property(fc.array(scores, { maxLength: 8 }), (sessions: Answers[][]) => {
        const moments = sessions.map((answers) => {
          const { pre, post } = matchPairs(answers);
          return differenceOf(inParts(pre, post));
        });
        expectClose(poolSessionMoments(moments), poolSessions(sessions));
        const triples = sessions
          .flat()
          .flatMap(({ pre, post, followUp }) =>
            pre === null || post === null || followUp == null
              ? []
              : [{ booking: pre, arrival: post, end: followUp }],
          );
        const moves = inParts(
          triples.map(({ booking, arrival }) => arrival - booking),
          triples.map(({ arrival, end }) => end - arrival),
        );
        expectClose(doubleBaselineOf(moves), doubleBaseline(triples));
        const hindsight = inParts(
          triples.map(({ booking }) => booking),
          triples.map(({ end }) => end),
        );
        expectClose(
          responseShiftOf(hindsight),
          summariseMean(triples.map(({ booking, end }) => booking - end)),
        );
      }),
    );
  });

  it("see that everyone changed by the same amount, after adding and subtracting decimals", () => {
    for (const by of [1.1, 0.7, -1 / 3, 2.3]) {
      const pre = Array.from({ length: 300 }, (_, i) => (i % 7) / 6 + i / 700);
      const pairs = addJointMoments(pre.map((value) => jointMomentsOf([value], [value + by])));
      expect(differenceOf(pairs).m2).toBe(0);
      expect(meanInterval(differenceOf(pairs)).ci95).toBeNull();
      expect(addMoments(pre.map((value) => momentsOf([value + by - value]))).m2).toBe(0);
    }
  });
});
