// What a template is: the words for one kind of message, and what the facts put into them.
import type { ReactElement } from "react";
import type { MessageFacts, MessageKind, Words } from "~/domain/notifications/notifications";
import type { LetterCalendar } from "./calendar-part";
import type { House } from "./house";

export type { Words };

/** A letter whose words can be changed. The greeting, the name of the service and whom to ask are put around them. */
export type Template<Kind extends MessageKind> = {
  /** As they come with this version. */
  words: Words;
  /** The line that mail programs show beside the subject; the heading where it is left out. Placeholders as in the words. */
  opening?: string;
  /** Placeholders within a sentence. An empty one leaves nothing; a paragraph of nothing else is left out. */
  values(facts: MessageFacts[Kind], house: House): Record<string, string>;
  /** Those of `values` that are personal: not for a subject. */
  personal?: readonly string[];
  /** Placeholders that stand as a paragraph: details, the button, notes that depend on the facts. Null: not this time. */
  pieces?(facts: MessageFacts[Kind], house: House): Record<string, ReactElement | null>;
  /** Pieces and values that a changed wording may not leave out: without them nobody knew what, when, or what to do. */
  needed: readonly string[];
  /** The calendar entry that goes with it, if one does: at most one a letter. */
  calendar?(facts: MessageFacts[Kind]): LetterCalendar | null;
};
