// Why a place could not be booked after all, and what to do instead.
import type { BookingRefusal } from "~/domain/bookings/bookings.server";

export const refusalInWords: Record<BookingRefusal, string> = {
  full: "The last place has just gone. You can join the waiting list instead.",
  "not open": "This session is no longer open for booking. Look for another date.",
  "not open yet": "Booking has not opened yet for this session.",
  "booking closed": "Booking has just closed for this session. Look for another date.",
  "agency not confirmed":
    "Your agency has not confirmed yet that you work there, so you cannot book. We email you when it does.",
  "already booked": "You already have a booking for this session. See it under My training.",
  "account closed": "This account is closed, so nobody can book with it.",
  "prerequisites missing": "Something you need to have done first is not answered. Change your answers.",
  "no line manager":
    "We need your line manager’s work address, at one of the agencies, to ask them. Change your answers, or the address in your account.",
};
