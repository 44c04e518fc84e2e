// The bookings room's door.
export { type Booked, bookPlace, findLiveBooking } from "./book-place.server";
export { type CancelRefusal, cancelBooking } from "./cancel-booking.server";
export {
  findPersonByEmail,
  type HistoryAction,
  listCourseNames,
  listOffersOutstanding,
  listProgramme,
  listRegistersOverdue,
  listTroubledMessages,
  type ManagedSession,
  type ProgrammeSession,
  readManagedSession,
} from "./manage-queries.server";
export { type BookingDetail, listBookingsOf, type MyBooking, readBooking } from "./my-queries.server";
export {
  listNextSessions,
  listSessionsOfCourse,
  type OfferedCourse,
  type OfferedSession,
  type OfferFilters,
  searchOffer,
} from "./offer-queries.server";
export { acceptOffer, declineOffer, expireOffers, type OfferRefusal, offerFreePlaces } from "./offers.server";
export { readPlaces } from "./places.server";
export {
  type DeliveredMeeting,
  type Delivery,
  listTeaching,
  type PersonComing,
  type PersonOnRegister,
  type Register,
  readDelivery,
  readRegister,
  type TaughtMeeting,
  type TaughtSession,
} from "./register-queries.server";
export { type BookingRefusal, placesLeft } from "./rules";
export { type FinishRefusal, finishRegister, type MarkRefusal, markAttendance } from "./take-register.server";
