// The names of the fields of an evaluation's form, for whoever writes one and whoever reads what was posted.
import type { InstrumentIds, Item } from "../evaluations";

/** The name of an item's field in a form. */
export const fieldOf = (item: Pick<Item, "slug">) => `answer-${item.slug}`;

/** Beside words: "yes" where they may be quoted without the writer's name. */
export const quoteFieldOf = (item: Pick<Item, "slug">) => `quote-${item.slug}`;

export const commitmentParts = ["what", "by-when", "with-whom", "sure", "obstacle", "quotable"] as const;
/** @param position 1 to 3 */
export const commitmentField = (position: number, part: (typeof commitmentParts)[number]) =>
  `commitment-${position}-${part}`;

export const followUpParts = ["outcome", "evidence", "opportunity", "seen"] as const;
/** The part first, as a commitment's id may hold any sign. */
export const followUpField = (commitmentId: string, part: (typeof followUpParts)[number]) =>
  `follow-up-${part}-${commitmentId}`;

/** "yes" or "no". */
export const lineManagerField = "manager-may-be-asked";

/** Hidden: which versions of the questions the form shows, so that an answer counts to what was asked. */
export const instrumentField = "instrument";
export const courseInstrumentField = "course-instrument";

/** What a form says it shows; null where it does not say. */
export function instrumentIdsIn(posted: FormData): InstrumentIds | null {
  const id = posted.get(instrumentField);
  const courseInstrumentId = posted.get(courseInstrumentField);
  if (typeof id !== "string" || id === "") return null;
  return {
    id,
    courseInstrumentId: typeof courseInstrumentId === "string" ? courseInstrumentId || null : null,
  };
}

const ours = /^(answer|quote|commitment|follow-up)-/;
/** Whether a field of a form is an answer, and so belongs in a draft. */
export const isAnswerField = (name: string): boolean => ours.test(name) || name === lineManagerField;
