// The bookings room's door.
export { announceCorrections } from "./announce-corrections.server";
export { type ApprovalRefusal, answerApproval } from "./answer-approval.server";
export { acceptOffer, declineOffer, type OfferRefusal } from "./answer-offer.server";
export { answerRequest, type RequestRefusal } from "./answer-request.server";
export { answerSilence } from "./answer-silence.server";
export {
  type ApprovalLine,
  type ApprovalStanding,
  countQueues,
  listAnsweredApprovals,
  listOpenApprovals,
  listTeamApprovals,
  readApprovalByLink,
} from "./approval-queries.server";
export { approvalToken, readApprovalToken } from "./approval-token";
export { listAttendance, readAttendance } from "./attendance-rate-queries.server";
export { bookGroup, type GroupRefusal, mostInAGroup } from "./book-group.server";
export { bookPlace } from "./book-place.server";
export { type BookedTwice, listBookedTwice } from "./booked-twice-queries.server";
export { readBookingRecord } from "./booking-record-queries.server";
export { readBookingStory } from "./booking-story-queries.server";
export {
  type CalendarFilters,
  type CalendarMeeting,
  calendarEnds,
  listCalendar,
  nextInCalendar,
} from "./calendar-queries.server";
export { callOffSession } from "./call-off-session.server";
export { type CancelRefusal, cancelBooking } from "./cancel-booking.server";
export { changeSession } from "./change-session.server";
export { clearSessionNotes } from "./clear-session-notes.server";
export { endWaiting } from "./end-waiting.server";
export { expireOffers } from "./expire-offers.server";
export { exportTeamBookings } from "./export-team-bookings.server";
export { bookingFeed, personalFeed } from "./feed-entries.server";
export { type FinishRefusal, finishRegister } from "./finish-register.server";
export { forgetApprover, forgetReasons } from "./forget-reasons.server";
export { giveBackPlaces } from "./give-back-places.server";
export { giveUpPlaces } from "./give-up-places.server";
export {
  canBeBooked,
  type GroupChances,
  type GroupLine,
  type GroupStanding,
  readGroupChances,
  weighGroup,
} from "./group-queries.server";
export { heedReply } from "./heed-reply.server";
export { type HeldPlaces, listHeldPlaces } from "./held-places-queries.server";
export { type Hold, type HoldRefusal, holdPlaces } from "./hold-places.server";
export { importBookings, weighBookings } from "./import-bookings.server";
export type {
  ImportedBooking,
  ImportedBookingProblem,
  ImportedBookingRefusal,
} from "./imported-bookings";
export {
  findPersonByEmail,
  listCourseNames,
  listOffersOutstanding,
  listRegistersOverdue,
  listTroubledMessages,
} from "./manage-queries.server";
export { type HistoryAction, readManagedSession } from "./managed-session-queries.server";
export { markAttendance } from "./mark-attendance.server";
export { type MoveRefusal, moveBooking } from "./move-booking.server";
export { type MoveChoice, readMoveChoices } from "./move-choices-queries.server";
export { listChargesOf } from "./my-charges-queries.server";
export { listBookingsOf, type MyBooking } from "./my-queries.server";
export { namePerson } from "./name-person.server";
export { listNoteReaders, readSessionNotes } from "./note-queries.server";
export { noteForm } from "./note-rules";
export { type NoteRefusal, sendNote } from "./note-to-session.server";
export { offerFreePlaces } from "./offer-free-places.server";
export { previewNews } from "./offer-news-queries.server";
export { type OutOfTurnRefusal, offerOutOfTurn } from "./offer-out-of-turn.server";
export type { NameRefusal } from "./pass-on.server";

export { findLiveBooking, modesOf, readPlaces } from "./places.server";
export { describeSessions, listProgramme } from "./programme-queries.server";
export type { PreviewStep } from "./queue-preview";
export { type QueueEntry, type QueueView, readQueueView } from "./queue-view.server";
export { type BookingDetail, readBooking } from "./read-booking.server";
export { type BookingChances, readChances } from "./read-chances.server";
export type { MarkRefusal } from "./register.server";
export { type RowProblem, registerColumns, weighRegister } from "./register-csv.server";
export { type PersonOnRegister, type Register, readDelivery, readRegister } from "./register-queries.server";
export { lateUntil } from "./register-rules";
export { releaseHeldPlaces } from "./release-held-places.server";
export { remindBooked } from "./remind-booked.server";
export { reopenForBooking } from "./reopen-session.server";
export { listRequests, type RequestToLookAt } from "./request-queries.server";
export { type BookingRefusal, leftByMode } from "./rules";
export { runQueues } from "./run-queues.server";
export { type OfferedCourse, type OfferFilters, searchOffer } from "./search-offer.server";
export { checkIn, readCheckIn } from "./self-check-in.server";
export { checkInToken, readCheckInToken, secondsToNextCode } from "./self-check-in-token";
export { sendOfferNews } from "./send-offer-news.server";
export { substitute } from "./substitute.server";
export { takeOverBookings } from "./take-over-bookings.server";
export { listTeaching, type TaughtSession } from "./teaching-queries.server";
export {
  findColleagues,
  listReservedPlaces,
  type NamingWeighed,
  readPlaceToPassOn,
  readReservedPlaces,
  weighNaming,
} from "./team-places-queries.server";
export {
  countTeamBookings,
  listMissedLately,
  listNextOf,
  listTeamBookings,
  type NextBooking,
  type TeamBooking,
  type TeamBookingFilter,
} from "./team-queries.server";
export { listNextSessions, listSessionsOfCourse, type OfferedSession } from "./upcoming-sessions.server";
export { addWalkIn, type WalkInRefusal } from "./walk-ins.server";
export { type Newcomer, readNewcomer } from "./walk-ins-queries.server";
export { warnOfMinimums } from "./warn-of-minimums.server";
export { weighCallOff } from "./weigh-call-off.server";
export { weighChange } from "./weigh-change.server";
