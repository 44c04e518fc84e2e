// What a template is: pure words for one kind of message.
import type { ReactElement } from "react";
import type { BookingFacts, MessageFacts, MessageKind } from "~/domain/notifications/notifications";
import type { House } from "./house";

export type Template<Kind extends MessageKind> = {
  /** Shown on locked screens and in lists: no personal data. */
  subject(facts: MessageFacts[Kind], house: House): string;
  letter(facts: MessageFacts[Kind], house: House): ReactElement;
  /** The calendar entries that go with it, if any do. */
  calendar?(facts: MessageFacts[Kind]): { method: "REQUEST" | "CANCEL"; facts: BookingFacts } | null;
};
