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

export type MessageFacts = {
  welcome: { personName: string };
  "booking confirmed": BookingFacts;
  "booking waiting": BookingFacts & { position: number };
  "booking offered": BookingFacts & { offerEndsAt: number };
  "offer expired": BookingFacts;
  "booking cancelled": BookingFacts & { wasConfirmed: boolean };
  "end evaluation": BookingFacts;
};

export type MessageKind = keyof MessageFacts;

/** Lower goes first. */
export const priorityOf: Record<MessageKind, number> = {
  "booking cancelled": 2,
  "booking offered": 2,
  "offer expired": 3,
  "booking confirmed": 3,
  "booking waiting": 3,
  welcome: 4,
  "end evaluation": 5,
};

/** False for a kind that this version has no words for, such as one posted by a newer version. */
export const isMessageKind = (kind: string): kind is MessageKind => Object.hasOwn(priorityOf, kind);

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
