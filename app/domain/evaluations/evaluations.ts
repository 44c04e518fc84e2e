// The words of the evaluations room: stages, questions, and what somebody gave in answer. Safe in a browser.
import type { keptApartReasons } from "db/schema";
import type { NewCommitment, NewFollowUp } from "./answering/commitments";

export const stages = ["T0", "T1", "T2", "T3", "M", "T4"] as const;
/**
 * T0: at booking. T1: on arrival. T2: at the end of the last meeting. T3: some weeks later. M: the line manager's, after
 * T3. T4: six months later.
 */
export type Stage = (typeof stages)[number];

/** Why a response is in no pair of before and after. */
export type KeptApart = (typeof keptApartReasons)[number];

type Asked = {
  id: string;
  slug: string;
  wording: string;
  /** Asked of one course's learners only; the core is the same for every course. */
  ofCourse: boolean;
};
export type ScaleItem = Asked & {
  kind: "confidence" | "recalled" | "reaction";
  lowest: number;
  highest: number;
  lowestLabel: string;
  middleLabel: string | null;
  highestLabel: string;
};
/** One of several; which of a scenario's are right no page is told. */
export type OptionItem = Asked & {
  kind: "scenario" | "choice";
  options: { position: number; text: string }[];
};
export type TextItem = Asked & { kind: "text" };
export type Item = ScaleItem | OptionItem | TextItem;

/** The core questions of a stage and after them the course's own; `id` is the core's. */
export type Instrument = {
  id: string;
  courseInstrumentId: string | null;
  stage: Stage;
  title: string;
  introduction: string;
  items: Item[];
};

/** Which versions somebody was asked: they travel in the form. */
export type InstrumentIds = Pick<Instrument, "id" | "courseInstrumentId">;

/** An item's answer, of a scenario or choice the option's position; an item left blank is not in the list. */
export type Answers = { itemId: string; value: number }[];

/** Everything that one posted form says. */
export type Given = {
  answers: Answers;
  comments: { itemId: string; text: string; quotable: boolean }[];
  commitments: NewCommitment[];
  followUps: NewFollowUp[];
  /** Whether the line manager may be asked; null where it was not said. */
  managerMayBeAsked: boolean | null;
};

export const nothingGiven: Given = {
  answers: [],
  comments: [],
  commitments: [],
  followUps: [],
  managerMayBeAsked: null,
};

/** Every question was left blank. */
export const isBlank = (given: Given): boolean =>
  given.managerMayBeAsked === null &&
  given.answers.length + given.comments.length + given.commitments.length + given.followUps.length === 0;

export * from "./answering/answer-fields";
export {
  evidenceInWords,
  longestBeside,
  longestCommitment,
  mostCommitments,
  outcomesInWords,
  viewsInWords,
} from "./answering/commitments";
export { longestComment, readAnswers } from "./answering/read-answers";
export * from "./comments/comment-rules";
export {
  countedItems,
  type Difference,
  type ItemFault,
  type ItemKind,
  type ItemWords,
  type KeptItem,
  type KeptSet,
  kindsAt,
  mostItems,
  mostOptions,
} from "./question-sets/instrument-rules";
