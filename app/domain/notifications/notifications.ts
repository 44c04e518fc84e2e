// The words of the notifications room: what messages there are and which facts each is made from.
// Facts are frozen with the change that causes the message; a template in emails/ turns them into words.
import type { optionalTopics } from "db/schema";
import type { AccountMessages } from "./facts/account-messages";
import type { BookingMessages } from "./facts/booking-messages";
import type { ReminderMessages } from "./facts/reminder-messages";
import type { TeachingMessages } from "./facts/teaching-messages";
import type { TrainingMessages } from "./facts/training-messages";
import type { MessageKind } from "./message-kinds";
import type { Words } from "./wording/wording";

export type MessageFacts = AccountMessages &
  BookingMessages &
  ReminderMessages &
  TeachingMessages &
  TrainingMessages;

export type { AccountChange } from "./facts/account-messages";
export type { ChargeFacts } from "./facts/booking-messages";
export type { NoteAudience } from "./facts/reminder-messages";
export * from "./facts/session-facts";
export type { AgencyDigest, OfferNews, TeachingFacts } from "./facts/teaching-messages";
export type { EvaluationStage } from "./facts/training-messages";
export * from "./letters/message-filters";
export type { Fate } from "./letters/timeline";
export * from "./message-kinds";
export * from "./wording/wording";

/** Mail that people can do without, by what they may stop. */
export type OptionalTopic = (typeof optionalTopics)[number];

/** What a message says, once and for all: composed once, sent as often as it takes. */
export type LetterBytes = {
  subject: string;
  html: string;
  text: string;
  calendar: { method: "REQUEST" | "CANCEL"; text: string } | null;
  /** Where these emails are stopped with one press; blank for mail that people need. */
  unsubscribeUrl?: string | null;
};

/**
 * Turns the facts of a message into its bytes. Pure: the same facts, words, addressee and instant give the same bytes.
 * `words`: those that coordinators gave this kind; without them, or where they no longer fit, those it came with.
 * `stop`: whose wish it is to have such optional mail, and of which topic; left out for mail that people need.
 */
export type Compose = <Kind extends MessageKind>(
  kind: Kind,
  facts: MessageFacts[Kind],
  about: {
    to: { name: string; email: string };
    at: number;
    words?: Words | null;
    stop?: { personId: string; topic: OptionalTopic } | null;
  },
) => Promise<LetterBytes>;
