// Pure: what one response comes to, worked out once when it is recorded.
import type { Answers, Item } from "../evaluations";

export type Scores = { confidence: number | null; scenarios: number | null };

/** Right options by item. */
export type Rights = ReadonlyMap<string, ReadonlySet<number>>;

/**
 * `confidence`: the mean (0 to 10) of the core confidence items; `scenarios`: the share (0 to 1) of scenarios answered
 * rightly, of core and course. Each is the mean of what was answered, if that is at least half of what was asked, else
 * null: a blank is not recorded, never 0. Source: IMPACT.md, section 3 ("Scale score").
 */
export function scoresOf(items: readonly Item[], answers: Answers, rights: Rights): Scores {
  const given = new Map(answers.map(({ itemId, value }) => [itemId, value]));
  const confidence = items.filter(({ kind, ofCourse }) => kind === "confidence" && !ofCourse);
  const scenarios = items.filter(({ kind }) => kind === "scenario");
  return {
    confidence: meanOf(confidence.map(({ id }) => given.get(id))),
    scenarios: meanOf(
      scenarios.map(({ id }) => {
        const value = given.get(id);
        return value === undefined ? undefined : Number(rights.get(id)?.has(value) ?? false);
      }),
    ),
  };
}

function meanOf(values: (number | undefined)[]): number | null {
  const answered = values.filter((value) => value !== undefined);
  if (answered.length === 0 || 2 * answered.length < values.length) return null;
  return answered.reduce((sum, value) => sum + value, 0) / answered.length;
}
