// The words of one booking's record.
import type { ActedAs, BookingState, Cause } from "~/domain/bookings/bookings";
import type { CancelRefusal, NameRefusal } from "~/domain/bookings/bookings.server";
import type { NoticeUnit } from "~/domain/terms/terms";
import { counted } from "~/shared/format";

export const stateInWords: Record<BookingState, string> = {
  requested: "Requested: a coordinator has to look",
  "awaiting approval": "Awaiting approval",
  confirmed: "Has a place",
  waiting: "On the waiting list",
  offered: "Offered a place",
  declined: "Declined",
  expired: "Expired",
  cancelled: "Cancelled",
  moved: "Moved to another date",
  attended: "Attended",
  "partly attended": "Attended in part",
  "did not attend": "Did not attend",
};

export const actedAsInWords: Record<ActedAs, string> = {
  self: "themselves",
  "line manager": "as their line manager",
  "agency lead": "as their agency’s lead",
  coordinator: "as coordinator",
  administrator: "as administrator",
  trainer: "as trainer",
  system: "the service itself",
};

export const causeInWords: Record<Cause, string> = {
  "session cancelled": "The session does not take place",
  substituted: "A colleague takes the place",
  "named for a reserved place": "Named for a reserved place",
  "booked twice": "Booked twice, from two accounts",
  left: "The account was closed",
  "came anyway": "Came without a booking",
  "no answer": "Nobody answered in time",
  "booking closed": "Booking closed",
  moved: "Moved",
  "out of turn": "Offered out of turn",
  imported: "Imported",
};

const units: Record<NoticeUnit, string> = {
  "working days": "full working day",
  "calendar days": "day",
  hours: "hour",
};
export const noticeInWords = (notice: number, unit: NoticeUnit, late: boolean | null) =>
  `${notice === 0 ? `less than one ${units[unit]}` : counted(notice, units[unit])} of notice${late ? ", late" : ""}`;

export const cancelInWords: Record<CancelRefusal, string> = {
  "already started": "The session has started, so the booking can no longer be cancelled. Use the register.",
  "not live": "This booking has already ended.",
};

export const nameInWords: Record<NameRefusal, string> = {
  "released already": "The reserved places have gone back to everyone",
  "all named": "Everyone has been named for the reserved places",
  "another agency": "Enter the address of somebody of the same agency",
  "already booked": "Enter somebody else’s address: they have a booking for this session already",
  "agency not confirmed": "Enter somebody else’s address: their agency has not confirmed them yet",
  "account closed": "Enter somebody else’s address: their account is closed",
  "prerequisites missing": "Enter somebody else’s address: they have not done what the course asks for first",
  "outside the audience": "Enter somebody else’s address: the course is not for their kind of work",
  "needs approval": "Enter somebody else’s address: this course asks for approval first",
  "already started": "The session has started, so nobody else can take the place",
  "session cancelled": "The session is cancelled",
  "not live": "Only a confirmed place can go to a colleague",
};

export const doneInWords: Record<string, string> = {
  booked: "The booking is made, and they are told by email",
  cancelled: "The booking is cancelled, and they are told by email",
  moved: "The booking is moved, and they are told by email",
  substituted: "A colleague has the place, and both are told by email",
};
