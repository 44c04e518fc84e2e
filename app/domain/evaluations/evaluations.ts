// The words of the evaluations room. Safe in a browser.
export const stages = ["T0", "T2"] as const;
/** T0: at booking. T2: at the end of the last meeting. */
export type Stage = (typeof stages)[number];

export type Item = {
  id: string;
  slug: string;
  wording: string;
  kind: "confidence" | "reaction";
  lowest: number;
  highest: number;
  lowestLabel: string;
  middleLabel: string | null;
  highestLabel: string;
};

export type Instrument = { id: string; stage: Stage; title: string; introduction: string; items: Item[] };

/** An item's answer; an item left blank is not in the list. */
export type Answers = { itemId: string; value: number }[];

/** The name of an item's field in a form. */
export const fieldOf = (item: Pick<Item, "slug">) => `answer-${item.slug}`;

/**
 * Reads the answers out of a posted form. Blank stays blank; anything that is not a whole point on the scale is an
 * error beside its field.
 */
export function readAnswers(
  items: Item[],
  posted: FormData,
): { ok: true; answers: Answers } | { ok: false; errors: Record<string, string> } {
  const answers: Answers = [];
  const errors: Record<string, string> = {};
  for (const item of items) {
    const posting = posted.get(fieldOf(item));
    const typed = typeof posting === "string" ? posting.trim() : posting;
    if (typed === null || typed === "") continue;
    // Number() alone would take 0x5 and 1e1, and a space for 0.
    const value = typeof typed === "string" && /^(0|-?[1-9]\d*)$/.test(typed) ? Number(typed) : Number.NaN;
    if (value >= item.lowest && value <= item.highest) answers.push({ itemId: item.id, value });
    else errors[fieldOf(item)] = `Select a number from ${item.lowest} to ${item.highest}, or leave it blank`;
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, answers };
}
