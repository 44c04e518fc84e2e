// The words of the notifications room: what messages there are and which facts each is made from.
// Facts are frozen with the change that causes the message; a pure template in emails/ turns them into words.

/** One meeting as a calendar and a person need it. */
export type MeetingFacts = {
  id: string;
  number: number;
  of: number;
  date: string;
  startTime: string;
  endTime: string;
  startsAt: number;
  endsAt: number;
};

/** A booked session as its messages tell of it. */
export type SessionFacts = {
  sessionId: string;
  courseTitle: string;
  mode: "in person" | "online";
  place: string;
  access: string | null;
  meetings: MeetingFacts[];
};

/** One person's booking as its messages and its calendar entries tell of it. */
export type BookingFacts = SessionFacts & {
  personName: string;
  bookingId: string;
  reference: string;
  revision: number;
};

/** How someone signs in, changed by them or in their name: they are told, in case it was somebody else. */
export type AccountChange =
  | "password"
  | "address"
  | "second factor on"
  | "second factor off"
  | "recovery codes"
  | "second factor reset"
  | "work account linked";

export type MessageFacts = {
  /** `awaiting`: the agency that has yet to confirm them; blank where their address told it. */
  welcome: { personName: string; awaiting: string | null };
  "sign-in link": { personName: string; purpose: "sign in" | "join"; linkId: string; expiresAt: number };
  "address to confirm": { personName: string; linkId: string; expiresAt: number };
  "account changed": { personName: string; change: AccountChange; at: number };
  "account to confirm": { personName: string; joinerName: string; agencyName: string; asLead: boolean };
  "agency confirmed": { personName: string; agencyName: string };
  "agency declined": { personName: string; agencyName: string };
  "booking confirmed": BookingFacts;
  "booking waiting": BookingFacts & { position: number };
  "booking offered": BookingFacts & { offerEndsAt: number };
  "offer expired": BookingFacts;
  "booking cancelled": BookingFacts & { wasConfirmed: boolean };
  "end evaluation": BookingFacts;
  "complaint received": ComplaintFacts & { receivedAt: number; acknowledgeBy: string };
  /** To the partnership: which complaint waits and until when, not whose it is. */
  "complaint to acknowledge": ComplaintFacts & { complaintId: string; acknowledgeBy: string };
  "complaint acknowledged": ComplaintFacts;
  "complaint answered": ComplaintFacts & { answer: string };
};

/** A complaint about how someone's data is used. */
type ComplaintFacts = { personName: string; reference: string };

export type MessageKind = keyof MessageFacts;

/** Lower goes first. */
export const priorityOf: Record<MessageKind, number> = {
  "sign-in link": 1,
  "address to confirm": 1,
  "account changed": 2,
  "booking cancelled": 2,
  "booking offered": 2,
  "offer expired": 3,
  "booking confirmed": 3,
  "booking waiting": 3,
  welcome: 4,
  "account to confirm": 4,
  "agency confirmed": 4,
  "agency declined": 4,
  "complaint received": 4,
  "complaint to acknowledge": 4,
  "complaint acknowledged": 4,
  "complaint answered": 4,
  "end evaluation": 5,
};

/** False for a kind that this version has no words for, such as one posted by a newer version. */
export const isMessageKind = (kind: string): kind is MessageKind => Object.hasOwn(priorityOf, kind);

/** Kinds whose letter opens an account: its bytes are never kept, and are composed again for another try. */
export const isSecret = (kind: MessageKind) => kind === "sign-in link" || kind === "address to confirm";

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
