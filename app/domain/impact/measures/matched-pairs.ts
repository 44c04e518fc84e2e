// People's answers before, after and later, and the matched pairs made from them.

/** One person who attended: their scores on the scale, null (or left out, for the later one) where not answered. */
export type Answers = { pre: number | null; post: number | null; followUp?: number | null };

/** The ends of the answer scale, in scale points. */
export type ScaleRange = { min: number; max: number };

/** Scores of the people who answered both before and after, in one order; `changes` is post - pre. */
export type MatchedPairs = { pre: number[]; post: number[]; changes: number[] };

/** Keeps the people with both answers: nothing else can say how a person changed. */
export function matchPairs(answers: readonly Answers[]): MatchedPairs {
  const pairs: MatchedPairs = { pre: [], post: [], changes: [] };
  for (const { pre, post } of answers) {
    if (pre === null || post === null) continue;
    pairs.pre.push(pre);
    pairs.post.push(post);
    pairs.changes.push(post - pre);
  }
  return pairs;
}

/** The values that were answered. */
export function answered(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}

/**
 * Changes rounded to nine decimals. Needed before a signed-rank test of fractional scores: there 0.3 - 0.1 and
 * 0.4 - 0.2 are the same change to people and different numbers to a computer.
 */
export function roundedChanges(changes: readonly number[]): number[] {
  return changes.map((change) => Math.round(change * 1e9) / 1e9);
}
