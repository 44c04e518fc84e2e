// The words of the notifications room: what messages there are and which facts each is made from.
// Facts are frozen with the change that causes the message; a template in emails/ turns them into words.
import type { AccountMessages } from "./account-messages";
import type { BookingMessages } from "./booking-messages";
import type { MessageKind } from "./message-kinds";
import type { TrainingMessages } from "./training-messages";

export type MessageFacts = AccountMessages & BookingMessages & TrainingMessages;

export type { AccountChange } from "./account-messages";
export type { ChargeFacts } from "./booking-messages";
export * from "./message-kinds";
export * from "./session-facts";
export type { EvaluationStage } from "./training-messages";

/** What a message says, once and for all: composed once, sent as often as it takes. */
export type LetterBytes = {
  subject: string;
  html: string;
  text: string;
  calendar: { method: "REQUEST" | "CANCEL"; text: string } | null;
};

/** Turns the facts of a message into its bytes. Pure: the same facts, addressee and instant give the same bytes. */
export type Compose = <Kind extends MessageKind>(
  kind: Kind,
  facts: MessageFacts[Kind],
  about: { to: { name: string; email: string }; at: number },
) => Promise<LetterBytes>;
