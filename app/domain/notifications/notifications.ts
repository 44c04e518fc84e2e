// The words of the notifications room: what messages there are and which facts each is made from.
// Facts are frozen with the change that causes the message; a pure template in emails/ turns them into words.

import type { MessageKind } from "./message-kinds";

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

/** Why a session does not take place. */
export type CallOffReason =
  | "too few people"
  | "no trainer"
  | "no venue"
  | "weather or travel"
  | "something else";

/** What of a session's plan is another than before. */
export type PlanChange = "when" | "where" | "link";

/** How a session was planned before a change. */
export type PlanBefore = Pick<SessionFacts, "mode" | "place"> & {
  meetings: Pick<MeetingFacts, "date" | "startTime" | "endTime">[];
};

export type MessageFacts = {
  /** `awaiting`: the agency that has yet to confirm them; blank where their address told it. */
  welcome: { personName: string; awaiting: string | null };
  "sign-in link": { personName: string; purpose: "sign in" | "join"; linkId: string; expiresAt: number };
  "address to confirm": { personName: string; linkId: string; expiresAt: number };
  "account changed": { personName: string; change: AccountChange; at: number };
  "account to confirm": { personName: string; joinerName: string; agencyName: string; asLead: boolean };
  "agency confirmed": { personName: string; agencyName: string };
  "agency declined": { personName: string; agencyName: string };
  /** Someone claims a prerequisite, or is outside the audience: a coordinator looks. */
  "booking requested": BookingFacts;
  "booking awaiting approval": BookingFacts & ApprovalFacts & { askedOf: "line manager" | "agency lead" };
  /** To whoever may approve. */
  "approval asked": ApprovalFacts & {
    personName: string;
    approvalId: string;
    /** The letter's link answers without signing in; a lead answers on the team's page. */
    byLink: boolean;
    bookerName: string;
    agencyName: string;
    courseTitle: string;
    meetings: MeetingFacts[];
  };
  "booking declined": BookingFacts & {
    because: "approval" | "no answer" | "request";
    note: string | null;
  };
  "booking confirmed": BookingFacts;
  "booking waiting": BookingFacts & { position: number };
  "booking offered": BookingFacts & { offerEndsAt: number };
  "offer expired": BookingFacts;
  /** Booking has closed while somebody waited, or was still to be looked at. */
  "waiting ended": BookingFacts & { wasRequested: boolean };
  /** About the booking that ended; the new one has its own confirmation. */
  "booking moved": BookingFacts & { wasConfirmed: boolean; toBookingId: string; toStartsAt: number };
  /** `because`: the session itself does not take place; left out where this booking alone ended. */
  "booking cancelled": BookingFacts & {
    wasConfirmed: boolean;
    because?: { reason: CallOffReason; courseSlug: string } | null;
    /** A colleague has the place now. */
    substituted?: boolean;
  };
  /** To each person booked. `hasPlace`: a confirmed one, so it stands in their calendar; others wait or are asked. */
  "session changed": BookingFacts & { changed: PlanChange[]; before: PlanBefore; hasPlace: boolean };
  /** To those who teach it; `calledOff` where it does not take place. */
  "teaching changed": SessionFacts & {
    personName: string;
    changed: PlanChange[];
    before: PlanBefore;
    calledOff: CallOffReason | null;
  };
  /** To the coordinators: somebody has to decide whether it goes ahead. */
  "minimum not met": {
    personName: string;
    sessionId: string;
    courseTitle: string;
    date: string;
    booked: number;
    minimum: number;
    decideBy: number;
  };
  "end evaluation": BookingFacts;
  /** Some weeks later; `number`: 0 the first, 1 and 2 remind. */
  "evaluation due": EvaluationFacts & { stage: "T3" | "T4" };
  /** To the line manager whom a learner lets us ask. */
  "manager evaluation": EvaluationFacts & { learnerName: string };
  certificate: {
    personName: string;
    change: "given" | "withdrawn";
    courseTitle: string;
    completedOn: string;
    /** The last day it counts; null: it does not run out. */
    expiresOn: string | null;
    number: string;
    /** An earlier one for the same training was withdrawn. */
    replaces: boolean;
  };
  "external learning answered": {
    personName: string;
    learningId: string;
    title: string;
    accepted: boolean;
    validUntil: string | null;
    note: string | null;
  };
  /** `because`: why there is a charge and how its amount came about, as the charges room words it. */
  "charge made": ChargeFacts & { because: string; appealUntil: number };
  /** `note`: the coordinator's own words; null where the service withdrew it. */
  "charge answered": ChargeFacts & { outcome: "waived" | "stands" | "withdrawn"; note: string | null };
  /** To those who read impact figures. `period`: in words, "April to June 2026". */
  "release signed off": {
    personName: string;
    releaseId: string;
    number: number;
    title: string;
    period: string;
  };
  "complaint received": ComplaintFacts & { receivedAt: number; acknowledgeBy: string };
  /** To the partnership: which complaint waits and until when, not whose it is. */
  "complaint to acknowledge": ComplaintFacts & { complaintId: string; acknowledgeBy: string };
  "complaint acknowledged": ComplaintFacts;
  "complaint answered": ComplaintFacts & { answer: string };
};

/** When an evaluation is asked for: before, on arrival, at the end, weeks later, of the line manager, months later. */
export type EvaluationStage = "T0" | "T1" | "T2" | "T3" | "M" | "T4";

/** An evaluation that is answered some weeks after the training. */
type EvaluationFacts = {
  personName: string;
  bookingId: string;
  courseTitle: string;
  meetings: MeetingFacts[];
  /** 0 is the first letter, the others remind. */
  number: number;
  /** The last day on which the answer counts. */
  answerBy: string;
  /** How many things the learner said they would do. */
  commitments: number;
};

/** A charge to somebody's agency for a place that they did not use. */
export type ChargeFacts = {
  personName: string;
  chargeId: string;
  courseTitle: string;
  /** The start of the session. */
  startsAt: number;
  agencyName: string;
  pence: number;
};

/** `silence`: what no answer by then means. `placeHeld`: a place is kept until then; otherwise it is a turn in the queue. */
type ApprovalFacts = { answerBy: number; silence: "declined" | "approved"; placeHeld: boolean };

/** A complaint about how someone's data is used. */
type ComplaintFacts = { personName: string; reference: string };

export * from "./message-kinds";

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
