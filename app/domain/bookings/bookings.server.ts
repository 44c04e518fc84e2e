// The bookings room's door.
export { acceptOffer, declineOffer, type OfferRefusal } from "./answer-offer.server";
export { type Booked, bookPlace } from "./book-place.server";
export { type BookedTwice, listBookedTwice } from "./booked-twice-queries.server";
export { type CancelRefusal, cancelBooking } from "./cancel-booking.server";
export { expireOffers } from "./expire-offers.server";
export { type FinishRefusal, finishRegister } from "./finish-register.server";
export { forgetReasons } from "./forget-reasons.server";
export { giveUpPlaces } from "./give-up-places.server";
export {
  findPersonByEmail,
  listCourseNames,
  listOffersOutstanding,
  listProgramme,
  listRegistersOverdue,
  listTroubledMessages,
} from "./manage-queries.server";
export {
  type HistoryAction,
  readManagedSession,
} from "./managed-session-queries.server";
export { markAttendance } from "./mark-attendance.server";
export { listBookingsOf, type MyBooking, readBooking } from "./my-queries.server";
export { offerFreePlaces } from "./offer-free-places.server";
export { findLiveBooking, readPlaces } from "./places.server";
export type { MarkRefusal } from "./register.server";
export {
  type PersonOnRegister,
  type Register,
  readDelivery,
  readRegister,
} from "./register-queries.server";
export { type BookingRefusal, placesLeft } from "./rules";
export { type OfferedCourse, type OfferFilters, searchOffer } from "./search-offer.server";
export { takeOverBookings } from "./take-over-bookings.server";
export { listTeaching, type TaughtSession } from "./teaching-queries.server";
export { listMissedLately } from "./team-queries.server";
export { listNextSessions, listSessionsOfCourse, type OfferedSession } from "./upcoming-sessions.server";
