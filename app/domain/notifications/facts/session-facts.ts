// Facts that many messages are made from: a meeting, a session, a booking, and what of a plan has changed.

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

/** Why a session does not take place. */
export type CallOffReason =
  | "too few people"
  | "no trainer"
  | "no venue"
  | "weather or travel"
  | "something else";

/** What of a session's plan is another than before. */
export type PlanChange = "title" | "when" | "where" | "link";

/** How a session was planned before a change. */
export type PlanBefore = Pick<SessionFacts, "mode" | "place"> & {
  /** Where the course was renamed. */
  title?: string;
  meetings: Pick<MeetingFacts, "date" | "startTime" | "endTime">[];
};
