// The bookings room's door.

export { type ApprovalRefusal, answerApproval } from "./approvals/answer-approval.server";
export { answerRequest, type RequestRefusal } from "./approvals/answer-request.server";
export { answerSilence } from "./approvals/answer-silence.server";
export {
  type ApprovalLine,
  type ApprovalStanding,
  countQueues,
  listAnsweredApprovals,
  listOpenApprovals,
  listTeamApprovals,
  readApprovalByLink,
} from "./approvals/approval-queries.server";
export { approvalToken, readApprovalToken } from "./approvals/approval-token";
export { listRequests, type RequestToLookAt } from "./approvals/request-queries.server";
export { clearSessionNotes } from "./letters/clear-session-notes.server";
export { heedReply } from "./letters/heed-reply.server";
export { listNoteReaders, readSessionNotes } from "./letters/note-queries.server";
export { noteForm } from "./letters/note-rules";
export { type NoteRefusal, sendNote } from "./letters/note-to-session.server";
export { previewNews } from "./letters/offer-news-queries.server";
export { remindBooked } from "./letters/remind-booked.server";
export { sendOfferNews } from "./letters/send-offer-news.server";
export {
  type CalendarFilters,
  type CalendarMeeting,
  calendarEnds,
  listCalendar,
  nextInCalendar,
} from "./offer/calendar-queries.server";
export { bookingFeed, personalFeed } from "./offer/feed-entries.server";
export {
  findPersonByEmail,
  listCourseNames,
  listOffersOutstanding,
  listRegistersOverdue,
  listTroubledMessages,
} from "./offer/manage-queries.server";
export { type HistoryAction, readManagedSession } from "./offer/managed-session-queries.server";
export { describeSessions, listProgramme } from "./offer/programme-queries.server";
export { type OfferedCourse, type OfferFilters, searchOffer } from "./offer/search-offer.server";
export {
  listNextSessions,
  listSessionsOfCourse,
  type OfferedSession,
} from "./offer/upcoming-sessions.server";
export { bookPlace } from "./places/book-place.server";
export { type CancelRefusal, cancelBooking } from "./places/cancel-booking.server";
export { giveBackPlaces } from "./places/give-back-places.server";
export { giveUpPlaces } from "./places/give-up-places.server";
export { type HeldPlaces, listHeldPlaces } from "./places/held-places-queries.server";
export { type Hold, type HoldRefusal, holdPlaces } from "./places/hold-places.server";
export { type MoveRefusal, moveBooking } from "./places/move-booking.server";
export { type MoveChoice, readMoveChoices } from "./places/move-choices-queries.server";
export { namePerson } from "./places/name-person.server";
export type { NameRefusal } from "./places/pass-on.server";
export { type BookingChances, readChances } from "./places/read-chances.server";
export { releaseHeldPlaces } from "./places/release-held-places.server";
export { substitute } from "./places/substitute.server";
export {
  findColleagues,
  listReservedPlaces,
  type NamingWeighed,
  readPlaceToPassOn,
  readReservedPlaces,
  weighNaming,
} from "./places/team-places-queries.server";
export { findLiveBooking, modesOf, readPlaces } from "./places.server";
export { type BookedTwice, listBookedTwice } from "./records/booked-twice-queries.server";
export { readBookingRecord } from "./records/booking-record-queries.server";
export { readBookingStory } from "./records/booking-story-queries.server";
export { forgetApprover, forgetReasons } from "./records/forget-reasons.server";
export { importBookings, weighBookings } from "./records/import-bookings.server";
export type {
  ImportedBooking,
  ImportedBookingProblem,
  ImportedBookingRefusal,
} from "./records/imported-bookings";
export { listChargesOf } from "./records/my-charges-queries.server";
export { listBookingsOf, type MyBooking } from "./records/my-queries.server";
export { type BookingDetail, readBooking } from "./records/read-booking.server";
export { takeOverBookings } from "./records/take-over-bookings.server";
export { listAttendance, readAttendance } from "./registers/attendance-rate-queries.server";
export { type FinishRefusal, finishRegister } from "./registers/finish-register.server";
export { markAttendance } from "./registers/mark-attendance.server";
export type { MarkRefusal } from "./registers/register.server";
export { type RowProblem, registerColumns, weighRegister } from "./registers/register-csv.server";
export {
  type PersonOnRegister,
  type Register,
  readDelivery,
  readRegister,
} from "./registers/register-queries.server";
export { lateUntil } from "./registers/register-rules";
export { checkIn, readCheckIn } from "./registers/self-check-in.server";
export { checkInToken, readCheckInToken, secondsToNextCode } from "./registers/self-check-in-token";
export { listTeaching, type TaughtSession } from "./registers/teaching-queries.server";
export { addWalkIn, type WalkInRefusal } from "./registers/walk-ins.server";
export { type Newcomer, readNewcomer } from "./registers/walk-ins-queries.server";
export { type BookingRefusal, leftByMode } from "./rules";
export { announceCorrections } from "./sessions-changed/announce-corrections.server";
export { callOffSession } from "./sessions-changed/call-off-session.server";
export { changeSession } from "./sessions-changed/change-session.server";
export { closeForBooking } from "./sessions-changed/close-session.server";
export { reopenForBooking } from "./sessions-changed/reopen-session.server";
export { warnOfMinimums } from "./sessions-changed/warn-of-minimums.server";
export { weighCallOff } from "./sessions-changed/weigh-call-off.server";
export { weighChange } from "./sessions-changed/weigh-change.server";
export { bookGroup, type GroupRefusal, mostInAGroup } from "./teams/book-group.server";
export { exportTeamBookings } from "./teams/export-team-bookings.server";
export {
  canBeBooked,
  type GroupChances,
  type GroupLine,
  type GroupStanding,
  readGroupChances,
  weighGroup,
} from "./teams/group-queries.server";
export {
  countTeamBookings,
  listMissedLately,
  listNextOf,
  listTeamBookings,
  type NextBooking,
  type TeamBooking,
  type TeamBookingFilter,
} from "./teams/team-queries.server";
export { acceptOffer, declineOffer, type OfferRefusal } from "./waiting/answer-offer.server";
export { endWaiting } from "./waiting/end-waiting.server";
export { expireOffers } from "./waiting/expire-offers.server";
export { offerFreePlaces } from "./waiting/offer-free-places.server";
export { type OutOfTurnRefusal, offerOutOfTurn } from "./waiting/offer-out-of-turn.server";
export type { PreviewStep } from "./waiting/queue-preview";
export { type QueueEntry, type QueueView, readQueueView } from "./waiting/queue-view.server";
export { runQueues } from "./waiting/run-queues.server";
