// What the form of a wording asks for, and what is said where it cannot be saved.
import { z } from "zod";
import {
  longestBody,
  longestHeading,
  longestSubject,
  type WordingProblem,
} from "~/domain/notifications/notifications";
import { listed } from "~/shared/format";

export const fieldOrder = ["subject", "heading", "body"];

/** Emptiness and length are the domain's to judge, so that a preview says the same as saving. */
export const wordsForm = z.object({
  subject: z.string().trim().default(""),
  heading: z.string().trim().default(""),
  body: z
    .string()
    .default("")
    .transform((text) => text.replace(/\r\n?/g, "\n").trim()),
  basedOn: z.coerce.number().int().positive().nullable().default(null).catch(null),
  sample: z.coerce.number().int().nonnegative().default(0).catch(0),
});

export const doneInWords = {
  saved: "The words are saved. Letters have them from now on",
  restored: "Letters have the words they came with again",
};

export const meanwhile =
  "Somebody saved other words meanwhile. They are in the history below. Save again to use yours";

const names = { subject: "Subject", heading: "Heading", body: "Letter" } as const;
const most = { subject: longestSubject, heading: longestHeading, body: longestBody } as const;

function inWords(wrong: WordingProblem): string {
  const { field, problem } = wrong;
  const placeholder = "name" in wrong ? `{{${wrong.name}}}` : "";
  switch (problem) {
    case "empty":
      return `Enter the ${names[field].toLowerCase()}`;
    case "too long":
      return `${names[field]} must be ${most[field].toLocaleString("en-GB")} characters or less`;
    case "line break":
      return `${names[field]} must be one line`;
    case "unfinished":
      return `The ${names[field].toLowerCase()} has {{ or }} that is no placeholder. Write it as in the list, such as {{course}}`;
    case "unknown":
      return `The ${names[field].toLowerCase()} has ${placeholder}, which this letter does not know. Use those in the list below`;
    case "personal":
      return `Take ${placeholder} out of the subject: it is personal, and subjects show on locked screens`;
    case "piece":
      return `Take ${placeholder} out of the ${names[field].toLowerCase()}: it has a paragraph to itself in the letter`;
    case "not alone":
      return `Give ${placeholder} a paragraph to itself, with an empty line before and after`;
    case "missing":
      return toPutBack([wrong])[0]?.words ?? "";
    case "link":
      return `Start the link to ${wrong.name} with https://, mailto: or /. A placeholder cannot be part of it`;
  }
}

/** Beside each field what is wrong with it; several things in sentences of one message. */
export function problemsByField(problems: WordingProblem[]): Record<string, string> {
  const said: Record<string, string> = {};
  const missing = problems.filter(({ problem }) => problem === "missing");
  const others = problems.filter(({ problem }) => problem !== "missing");
  const sentences = others.map((one) => ({ field: one.field, words: inWords(one) }));
  for (const { field, words } of [...sentences, ...toPutBack(missing)]) {
    const before = said[field];
    if (before?.includes(words)) continue;
    said[field] = before === undefined ? words : `${before}. ${words}`;
  }
  return said;
}

/** One sentence for all that is missing: a letter that was written anew lacks every placeholder at once. */
const toPutBack = (missing: WordingProblem[]) => {
  const [first] = missing;
  if (!first) return [];
  const names = missing.flatMap((one) => ("name" in one ? [`{{${one.name}}}`] : []));
  const words = `Put ${listed(names)} back into the letter: people need ${names.length > 1 ? "them" : "it"}`;
  return [{ field: first.field, words }];
};
