// The kinds of message: which goes first, and whose bytes are never kept. Safe in a browser.
import type { MessageFacts } from "./notifications";

export type MessageKind = keyof MessageFacts;

/** Lower goes first. */
export const priorityOf: Record<MessageKind, number> = {
  "sign-in link": 1,
  "address to confirm": 1,
  "account changed": 2,
  "booking cancelled": 2,
  "session changed": 2,
  "teaching changed": 2,
  "teaching entry": 3,
  "trainer invited": 3,
  "trainer confirmed": 3,
  "trainer declined": 2,
  "trainer released": 2,
  "teaching reminder": 4,
  "agency digest": 5,
  "offer news": 5,
  "minimum not met": 3,
  "booking offered": 2,
  "offer expired": 3,
  "approval asked": 2,
  "booking declined": 2,
  "booking moved": 3,
  "waiting ended": 3,
  "booking requested": 3,
  "booking awaiting approval": 3,
  "booking confirmed": 3,
  "invitation declined": 3,
  "booking waiting": 3,
  welcome: 4,
  "account to confirm": 4,
  "agency confirmed": 4,
  "agency declined": 4,
  "charge made": 4,
  "charge answered": 4,
  "complaint received": 4,
  "complaint to acknowledge": 4,
  "complaint acknowledged": 4,
  "complaint answered": 4,
  certificate: 4,
  "external learning answered": 4,
  "release signed off": 4,
  "end evaluation": 5,
  "evaluation due": 5,
  "calendar entry": 3,
  "joining details": 4,
  reminder: 4,
  "session note": 4,
  "renewal due": 5,
  "manager evaluation": 5,
};

/** False for a kind that this version has no words for, such as one posted by a newer version. */
export const isMessageKind = (kind: string): kind is MessageKind => Object.hasOwn(priorityOf, kind);

/** Kinds whose letter opens an account: its bytes are never kept, and are composed again for another try. */
export const isSecret = (kind: MessageKind) => kind === "sign-in link" || kind === "address to confirm";
