// What messages about a booking are made from.
import type { BookingFacts, CallOffReason, MeetingFacts, PlanBefore, PlanChange } from "./session-facts";

export type BookingMessages = {
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
  /** Their calendar program declined the invitation; the place is still theirs. */
  "invitation declined": BookingFacts;
  "booking waiting": BookingFacts & { position: number };
  "booking offered": BookingFacts & { offerEndsAt: number };
  /** `bookingClosed`: not because they did not answer in time, but because we closed booking. */
  "offer expired": BookingFacts & { bookingClosed?: true };
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
  /** `because`: why there is a charge and how its amount came about, as the charges room words it. */
  "charge made": ChargeFacts & { because: string; appealUntil: number };
  /** `note`: the coordinator's own words; null where the service withdrew it. */
  "charge answered": ChargeFacts & { outcome: "waived" | "stands" | "withdrawn"; note: string | null };
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
