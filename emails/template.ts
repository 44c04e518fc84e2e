// What a template is: the words for one kind of message, and what the facts put into them.
import type { ReactElement } from "react";
import type { BookingFacts, MessageFacts, MessageKind } from "~/domain/notifications/notifications";
import type { House } from "./house";

/** The words of a letter, which coordinators may change. `{{name}}` stands for what the facts say. */
export type Words = {
  /** Shown on locked screens and in lists: no personal data. */
  subject: string;
  heading: string;
  /** Plain Markdown: paragraphs, lists, bold, italics, links. A piece such as `{{details}}` has a paragraph to itself. */
  body: string;
};

/** A letter whose words can be changed. The greeting, the name of the service and whom to ask are put around them. */
export type WordedTemplate<Kind extends MessageKind> = {
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
  calendar?: Template<Kind>["calendar"];
};

/** The older shape, in which words and facts are one. */
export type Template<Kind extends MessageKind> = {
  /** Shown on locked screens and in lists: no personal data. */
  subject(facts: MessageFacts[Kind], house: House): string;
  letter(facts: MessageFacts[Kind], house: House): ReactElement;
  /** The calendar entries that go with it, if any do. */
  calendar?(facts: MessageFacts[Kind]): { method: "REQUEST" | "CANCEL"; facts: BookingFacts } | null;
};
