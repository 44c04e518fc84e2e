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

/**
 * Which parts of a published total are withheld: those of too few people, and the smallest of the others as well where
 * those few are so few together that the total less the parts that are shown would give them back.
 */
export function withheldParts<Part>(sizes: ReadonlyMap<Part, number>, audience: Audience): ReadonlySet<Part> {
  const fewest = LIMITS.figure[audience];
  const withheld = new Set<Part>();
  let hidden = 0;
  for (const [part, size] of [...sizes].filter(([, size]) => size > 0).sort((a, b) => a[1] - b[1])) {
    if (size >= fewest && (hidden === 0 || hidden >= fewest)) break;
    withheld.add(part);
    hidden += size;
  }
  return withheld;
}

/** Courses whose change is withheld, by their numbers of pairs. */
export function withheldCourses(
  people: readonly (Answers & { courseId: string })[],
  audience: Audience,
): ReadonlySet<string> {
  const byCourse = groupBy(people, (person) => person.courseId);
  const pairs = [...byCourse].map(([courseId, own]) => [courseId, matchPairs(own).changes.length] as const);
  return withheldParts(new Map(pairs.sort(([a], [b]) => (a < b ? -1 : 1))), audience);
}

/** Withheld because a total less what is shown beside it would give a small group's figure away. */
export const givesSmallBack: Withheld = { withheld: true, reason: "gives a small number back" };
