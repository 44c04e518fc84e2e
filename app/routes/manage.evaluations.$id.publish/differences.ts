// What is different between two versions of a set, a line each, as learners will notice it.
import type { Difference, KeptItem } from "~/domain/evaluations/evaluations";

export type Change = {
  what: "New" | "No longer asked" | "In other words" | "Otherwise";
  text: string;
  before?: string;
};

const textOf = ({ wording }: KeptItem) => `“${wording}”`;

/** @param besides whether the title or the introduction is different */
export function changesInWords(
  difference: Difference,
  besides: { words: boolean } = { words: false },
): Change[] {
  const { added, removed, reworded, moved } = difference;
  return [
    ...added.map((item): Change => ({ what: "New", text: textOf(item) })),
    ...removed.map((item): Change => ({ what: "No longer asked", text: textOf(item) })),
    ...reworded.map(
      ({ before, after }): Change =>
        before.wording === after.wording
          ? { what: "In other words", text: `The answers to ${textOf(after)}` }
          : { what: "In other words", text: textOf(after), before: textOf(before) },
    ),
    ...(moved ? [{ what: "Otherwise" as const, text: "The questions come in another order" }] : []),
    ...(besides.words
      ? [{ what: "Otherwise" as const, text: "The title or the introduction is another" }]
      : []),
  ];
}
