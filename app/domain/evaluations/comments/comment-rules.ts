// Pure: what may be done with words that somebody wrote in an evaluation. Safe in a browser.
import type { Stage } from "../evaluations";

/** What the words are, as a coordinator sorts them and a reader is told. */
export const wordsKinds = [
  "before",
  "end",
  "weeks later",
  "six months later",
  "manager",
  "commitment",
] as const;
export type WordsKind = (typeof wordsKinds)[number];

export const wordsStates = ["to read", "read", "quoted", "kept back"] as const;
export type WordsState = (typeof wordsStates)[number];

/** The kind of a comment, by the stage it was written at. */
export const kindAt: Record<Stage, WordsKind> = {
  T0: "before",
  T1: "before",
  T2: "end",
  T3: "weeks later",
  M: "manager",
  T4: "six months later",
};

/** Fewer who answered a session's stage: nothing of it is quoted. Source: IMPACT.md, section 6, rule 7. */
const fewestToQuote = 5;

/** Characters that a quote may have. */
export const longestQuote = 2000;

export type Quotability = "yes" | "a manager's words" | "not agreed" | "too few";

/** Whether words may be quoted at all, and if not why: the first hindrance that no time takes away comes first. */
export function quotability(words: { kind: WordsKind; quotable: boolean; answered: number }): Quotability {
  if (words.kind === "manager") return "a manager's words";
  if (!words.quotable) return "not agreed";
  return words.answered < fewestToQuote ? "too few" : "yes";
}

export type QuoteFault = "nothing left" | "too long" | "points at somebody" | "words put in";

/**
 * What is wrong with a quote, null for nothing. It may leave words out and put words in square brackets in their place:
 * nobody is quoted with what they did not write.
 */
export function faultInQuote(original: string, quote: string): QuoteFault | null {
  const own = withoutBrackets(quote);
  if (wordsIn(own).length === 0) return "nothing left";
  if (quote.length > longestQuote) return "too long";
  if (pointsAtSomebody(quote)) return "points at somebody";
  return isWithin(wordsIn(own), wordsIn(original)) ? null : "words put in";
}

/** What stands for something in brackets is short: a sentence in them is words put in. */
const withoutBrackets = (text: string) => text.replace(/\[[^\][]{0,40}\]/g, " ");

const wordsIn = (text: string) =>
  text
    .normalize("NFC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+(?:[’'][\p{L}\p{N}]+)*/gu)
    ?.map((word) => word.replaceAll("’", "'")) ?? [];

/** Whether the words of one text stand in the other, in the same order. */
function isWithin(words: string[], others: string[]): boolean {
  let next = 0;
  for (const other of others) if (other === words[next]) next += 1;
  return next === words.length;
}

/** An email address, or a number as long as a telephone's, a case's or a date of birth. */
const pointsAtSomebody = (text: string) => /\S@\S/.test(text) || /\d(?:[\s./()-]*\d){5,}/.test(text);
