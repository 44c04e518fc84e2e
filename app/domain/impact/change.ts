// From people's answers to one change that may be shown: how it is worked out, and when it is withheld.

import { groupBy } from "~/shared/group-by";
import { type Audience, fewerThan, LIMITS, releaseFigure, type Withheld } from "./disclosure/limits";
import type { Change } from "./impact";
import { mean } from "./measures/descriptive";
import { type Answers, matchPairs } from "./measures/matched-pairs";
import { summariseMean } from "./measures/mean-interval";
import { poolSessions } from "./measures/pooling";

/** Confidence is asked from 0 to 10 everywhere. */
export const confidenceScale = { min: 0, max: 10 };

/**
 * The mean change of everyone with both answers, in scale points, or withheld. From three sessions on, sessions are
 * pooled (random effects): people in one room are alike, and an interval that ignores it is too narrow.
 */
export function releaseChange(
  people: readonly (Answers & { sessionId: string })[],
  audience: Audience,
): Change | Withheld {
  const pairs = matchPairs(people);
  const before = mean(pairs.pre);
  const after = mean(pairs.post);
  if (before === null || after === null) return fewerThan(LIMITS.figure[audience]);
  const bySession = [...groupBy(people, (person) => person.sessionId).values()];
  const pooled = poolSessions(bySession);
  const usePooled = pooled.k >= 3 && pooled.pooled.estimate !== null && pooled.pooled.ci95 !== null;
  const plain = summariseMean(pairs.changes);
  const figure: Change = {
    before,
    after,
    change: (usePooled ? pooled.pooled.estimate : plain.mean) ?? after - before,
    low: (usePooled ? pooled.pooled.ci95 : plain.ci95)?.[0] ?? null,
    high: (usePooled ? pooled.pooled.ci95 : plain.ci95)?.[1] ?? null,
    pairs: pairs.changes.length,
    sessions: pooled.k,
    method: usePooled ? "pooled sessions" : "pairs",
  };
  return releaseFigure(figure, figure.pairs, audience);
}
