// Reads what was posted to an evaluation's form. Blank stays blank; what is off its scale is an error beside its field.

import type { Given, Instrument, Item, OptionItem, ScaleItem } from "../evaluations";
import {
  commitmentField,
  fieldOf,
  followUpField,
  followUpParts,
  lineManagerField,
  quoteFieldOf,
} from "./answer-fields";
import {
  evidenceInWords,
  longestBeside,
  longestCommitment,
  mostCommitments,
  type NewCommitment,
  type NewFollowUp,
  outcomesInWords,
  viewsInWords,
} from "./commitments";

export type ReadAnswers = { ok: true; given: Given } | { ok: false; errors: Record<string, string> };

/** Characters in one answer in words. */
export const longestComment = 2000;

type Reading = { posted: FormData; errors: Record<string, string> };

/** Commitments are read at T2 alone, what became of them at T3, T4 and M, and the manager's leave at T2 and T3. */
export function readAnswers(instrument: Pick<Instrument, "stage" | "items">, posted: FormData): ReadAnswers {
  const { stage, items } = instrument;
  const reading: Reading = { posted, errors: {} };
  const followsUp = stage === "T3" || stage === "T4" || stage === "M";
  const given: Given = {
    answers: items.flatMap((item) => (item.kind === "text" ? [] : answerIn(reading, item))),
    comments: items.flatMap((item) => (item.kind === "text" ? commentIn(reading, item) : [])),
    commitments: stage === "T2" ? commitmentsIn(reading) : [],
    followUps: followsUp ? followUpsIn(reading) : [],
    managerMayBeAsked: stage === "T2" || stage === "T3" ? yesOrNo(textIn(posted, lineManagerField)) : null,
  };
  const { errors } = reading;
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, given };
}

const textIn = (posted: FormData, name: string): string => {
  const value = posted.get(name);
  return typeof value === "string" ? value.replaceAll("\r\n", "\n").trim() : "";
};

const yesOrNo = (typed: string): boolean | null => (typed === "yes" ? true : typed === "no" ? false : null);

// Number() alone would take 0x5 and 1e1, and a space for 0.
const wholeNumber = (typed: string) => (/^(0|-?[1-9]\d*)$/.test(typed) ? Number(typed) : Number.NaN);

function answerIn({ posted, errors }: Reading, item: ScaleItem | OptionItem): Given["answers"] {
  const name = fieldOf(item);
  const typed = posted.get(name);
  // A file in its place is no answer, and no blank.
  const value = typeof typed === "string" || typed === null ? textIn(posted, name) : "a file";
  if (value === "") return [];
  const number = wholeNumber(value);
  if ("options" in item) {
    if (item.options.some(({ position }) => position === number)) return [{ itemId: item.id, value: number }];
    errors[name] = "Select one of the answers, or leave it blank";
  } else {
    if (number >= item.lowest && number <= item.highest) return [{ itemId: item.id, value: number }];
    errors[name] = `Select a number from ${item.lowest} to ${item.highest}, or leave it blank`;
  }
  return [];
}

function commentIn({ posted, errors }: Reading, item: Item): Given["comments"] {
  const text = textIn(posted, fieldOf(item));
  if (text === "") return [];
  if (text.length > longestComment) errors[fieldOf(item)] = tooLong(longestComment);
  return [{ itemId: item.id, text, quotable: posted.get(quoteFieldOf(item)) === "yes" }];
}

const tooLong = (most: number) => `Enter ${most.toLocaleString("en-GB")} characters or fewer`;

function commitmentsIn(reading: Reading): NewCommitment[] {
  const positions = Array.from({ length: mostCommitments }, (_, index) => index + 1);
  return positions.flatMap((position) => commitmentIn(reading, position) ?? []);
}

function commitmentIn({ posted, errors }: Reading, position: number): NewCommitment | null {
  const read = (part: "what" | "by-when" | "with-whom" | "obstacle", most: number) => {
    const name = commitmentField(position, part);
    const text = textIn(posted, name);
    if (text.length > most) errors[name] = tooLong(most);
    return text;
  };
  const what = read("what", longestCommitment);
  const beside = {
    byWhen: read("by-when", longestBeside) || null,
    withWhom: read("with-whom", longestBeside) || null,
    obstacle: read("obstacle", longestBeside) || null,
  };
  const sureField = commitmentField(position, "sure");
  const typed = textIn(posted, sureField);
  const sure = typed === "" ? null : wholeNumber(typed);
  if (sure !== null && !(sure >= 0 && sure <= 10))
    errors[sureField] = "Select a number from 0 to 10, or leave it blank";
  const more = sure !== null || Object.values(beside).some((text) => text !== null);
  if (what === "" && more) errors[commitmentField(position, "what")] = "Enter what you will do";
  if (what === "") return null;
  return { what, ...beside, sure, quotable: posted.get(commitmentField(position, "quotable")) === "yes" };
}

/** Whose commitments these are the recording looks at; here it counts what is said of any. */
function followUpsIn({ posted, errors }: Reading): NewFollowUp[] {
  const ids = new Set<string>();
  for (const name of posted.keys()) {
    const part = followUpParts.find((one) => name.startsWith(followUpField("", one)));
    if (part) ids.add(name.slice(followUpField("", part).length));
  }
  return [...ids].flatMap((commitmentId) => {
    const oneOf = <Word extends string>(
      part: (typeof followUpParts)[number],
      words: Record<Word, string>,
    ) => {
      const name = followUpField(commitmentId, part);
      const typed = textIn(posted, name);
      if (typed === "") return null;
      if (Object.hasOwn(words, typed)) return typed as Word;
      errors[name] = "Select one of the answers, or leave it blank";
      return null;
    };
    const said = {
      outcome: oneOf("outcome", outcomesInWords),
      seen: oneOf("seen", viewsInWords),
      evidence: oneOf("evidence", evidenceInWords),
      opportunity: yesOrNo(textIn(posted, followUpField(commitmentId, "opportunity"))),
    };
    return Object.values(said).every((one) => one === null) ? [] : [{ commitmentId, ...said }];
  });
}
