// The form of a question: its fields by kind, the words that it makes, and each fault in words.
import { type ItemFault, type ItemKind, type ItemWords, mostOptions } from "~/domain/evaluations/evaluations";

export const optionNumbers = Array.from({ length: mostOptions }, (_, index) => index + 1);
export const optionField = (number: number) => `option${number}`;

export const labelFields = ["lowestLabel", "middleLabel", "highestLabel"] as const;
export type Labels = Record<(typeof labelFields)[number], string | null>;

export const itemFieldOrder = [
  "wording",
  ...labelFields,
  ...optionNumbers.map(optionField),
  "right",
  "outcome",
];

export const hasScale = (kind: ItemKind) =>
  kind === "confidence" || kind === "recalled" || kind === "reaction";
export const hasOptions = (kind: ItemKind) => kind === "scenario" || kind === "choice";

const noLabels: Labels = { lowestLabel: null, middleLabel: null, highestLabel: null };
const confidenceLabels: Labels = {
  lowestLabel: "Not at all",
  middleLabel: "Moderately",
  highestLabel: "Fully",
};
/** The words that a scale begins with. */
export const startingLabels: Record<ItemKind, Labels> = {
  confidence: confidenceLabels,
  recalled: confidenceLabels,
  reaction: { lowestLabel: "Strongly disagree", middleLabel: "Neither", highestLabel: "Strongly agree" },
  scenario: noLabels,
  choice: noLabels,
  text: noLabels,
};

const longestWording = 400;
const longestOption = 200;
const longestLabel = 40;

type Read = { ok: true; words: ItemWords } | { ok: false; errors: Record<string, string> };

/** What was written, with blank answers left out; or what is wrong, by field. */
export function readItemWords(posted: FormData, kind: ItemKind): Read {
  const errors: Record<string, string> = {};
  const lineIn = (name: string, longest: number) => {
    const value = posted.get(name);
    const line = typeof value === "string" ? value.replace(/\s+/g, " ").trim() : "";
    if (line.length > longest) errors[name] = `Enter ${longest} characters or fewer`;
    return line;
  };
  const wording = lineIn("wording", longestWording);
  if (wording === "") errors.wording = "Enter the question";
  const labels = { ...noLabels };
  if (hasScale(kind)) {
    for (const name of labelFields) labels[name] = lineIn(name, longestLabel) || null;
    if (labels.lowestLabel === null) errors.lowestLabel ??= "Enter the words for the lowest point";
    if (labels.highestLabel === null) errors.highestLabel ??= "Enter the words for the highest point";
  }
  const rightNumber = posted.get("right");
  const options = hasOptions(kind)
    ? optionNumbers.flatMap((number) => {
        const text = lineIn(optionField(number), longestOption);
        const right = kind === "scenario" && rightNumber === String(number);
        if (text === "" && right) errors.right = "Select an answer that you have written";
        return text === "" ? [] : [{ text, right }];
      })
    : [];
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, words: { wording, ...labels, options } };
}

export const faultsInWords: Record<ItemFault, Record<string, string>> = {
  "too few options": { [optionField(1)]: "Enter at least two answers" },
  "too many options": { [optionField(1)]: `Enter at most ${mostOptions} answers` },
  "the same option twice": { [optionField(1)]: "Enter each answer once" },
  "not one right answer": { right: "Select which answer is right" },
};
