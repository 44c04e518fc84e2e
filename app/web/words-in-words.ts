// Kinds and states of what people wrote in evaluations, as a coordinator reads them.
import { type WordsKind, type WordsState, wordsKinds, wordsStates } from "~/domain/evaluations/evaluations";

export const wordsKindInWords: Record<WordsKind, string> = {
  before: "Before the training",
  end: "At the end",
  "weeks later": "Some weeks later",
  "six months later": "Six months later",
  manager: "From line managers",
  commitment: "What they will do",
};

export const wordsStateInWords: Record<WordsState, string> = {
  "to read": "To read",
  quoted: "Quoted",
  "kept back": "Kept back",
  read: "Read, not quoted",
};

export const isWordsKind = (text: string | null): text is WordsKind =>
  wordsKinds.some((kind) => kind === text);
export const isWordsState = (text: string | null): text is WordsState =>
  wordsStates.some((state) => state === text);
