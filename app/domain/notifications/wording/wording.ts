// What the words of a letter may be: which placeholders, which lengths, which links. Pure.
import { type Actor, holds } from "~/domain/context";
import { inlinesOf, isSafeLink, paragraphsIn, readMarkdown } from "~/shared/plain-markdown";

/** The words of a letter, which coordinators may change. `{{name}}` stands for what the facts say. */
export type Words = {
  /** Shown on locked screens and in lists: no personal data. */
  subject: string;
  heading: string;
  /** Plain Markdown: paragraphs, lists, bold, italics, links. A piece such as `{{details}}` has a paragraph to itself. */
  body: string;
};

/** Which placeholders a kind of letter has. */
export type WordingShape = {
  /** Those that stand within a sentence. */
  values: readonly string[];
  /** Those that have a paragraph to themselves: details, the button, notes. */
  pieces: readonly string[];
  /** Those of `values` that are personal: not for a subject. */
  personal: readonly string[];
  /** Those that may not be left out of the body. */
  needed: readonly string[];
};

/** Coordinators and administrators word the letters. */
export const mayWord = (actor: Actor) => holds(actor, "coordinator", "admin");

/** What a kind of letter comes with: its words in this version, and the placeholders it has. */
export type CameWith = { words: Words; shape: WordingShape };

export const longestSubject = 120;
export const longestHeading = 120;
export const longestBody = 5000;

/** `name`: the placeholder or address that it is about. */
export type WordingProblem = { field: keyof Words } & (
  | { problem: "empty" | "too long" | "unfinished" | "line break" }
  | { problem: "unknown" | "personal" | "piece" | "not alone" | "missing" | "link"; name: string }
);

const longest = { subject: longestSubject, heading: longestHeading, body: longestBody };

/** Everything that keeps these words from being used for a letter of this shape, field by field. */
export function wordingProblems(words: Words, shape: WordingShape): WordingProblem[] {
  const fields = ["subject", "heading", "body"] as const;
  return fields.flatMap((field): WordingProblem[] => {
    const text = words[field];
    if (text.trim() === "") return [{ field, problem: "empty" }];
    if (text.length > longest[field]) return [{ field, problem: "too long" }];
    return field === "body" ? bodyProblems(text, shape) : lineProblems(field, text, shape);
  });
}

/** Placeholders within one line of text that is not Markdown. */
export const inLine = /\{\{[ \t]*([A-Za-z][A-Za-z0-9]{0,49})[ \t]*\}\}/g;

function lineProblems(field: "subject" | "heading", text: string, shape: WordingShape): WordingProblem[] {
  const found: WordingProblem[] = [];
  for (const name of new Set([...text.matchAll(inLine)].map(([, name = ""]) => name))) {
    if (shape.pieces.includes(name)) found.push({ field, problem: "piece", name });
    else if (!shape.values.includes(name)) found.push({ field, problem: "unknown", name });
    else if (field === "subject" && shape.personal.includes(name))
      found.push({ field, problem: "personal", name });
  }
  if (/\{\{|\}\}/.test(text.replace(inLine, ""))) found.push({ field, problem: "unfinished" });
  if (/[\n\r]/.test(text.trim())) found.push({ field, problem: "line break" });
  return found;
}

function bodyProblems(text: string, shape: WordingShape): WordingProblem[] {
  const field = "body";
  const found: WordingProblem[] = [];
  const met = new Set<string>();
  for (const paragraph of paragraphsIn(readMarkdown(text))) {
    const mixed = paragraph.some(
      (one) =>
        one.type !== "break" &&
        !(one.type === "text" && one.text.trim() === "") &&
        !(one.type === "placeholder" && shape.pieces.includes(one.name)),
    );
    for (const one of inlinesOf(paragraph)) {
      if (one.type === "text" && /\{\{|\}\}/.test(one.text)) found.push({ field, problem: "unfinished" });
      if (one.type === "link" && !isSafeLink(one.href))
        found.push({ field, problem: "link", name: one.href });
      if (one.type !== "placeholder") continue;
      const { name } = one;
      if (shape.pieces.includes(name) && mixed) found.push({ field, problem: "not alone", name });
      if (!shape.pieces.includes(name) && !shape.values.includes(name) && !met.has(name))
        found.push({ field, problem: "unknown", name });
      met.add(name);
    }
  }
  const missing = shape.needed.filter((name) => !met.has(name));
  return [...found, ...missing.map((name) => ({ field, problem: "missing", name }) as const)];
}

/** More words than this and a sentence is hard to take in. */
const longestSentence = 25;

/** Sentences that are hard to read, as they stand; placeholders count as one word. */
export const longSentences = ({ heading, body }: Pick<Words, "heading" | "body">): string[] =>
  [heading, ...body.split(/\n\s*\n|\n(?=[-*+]\s|\d+[.)]\s)/)]
    .flatMap((paragraph) => paragraph.replace(/\s+/g, " ").split(/(?<=[.!?:])\s/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.replace(inLine, "x").split(" ").length > longestSentence);
