// Why somebody could not be booked, and the field to put right.
import type { BookingRefusal } from "~/domain/bookings/bookings.server";

export const refusalInWords: Record<BookingRefusal, readonly [field: string, message: string]> = {
  full: ["ifFull", "There is no place for them. Put them on the waiting list, or free a place first"],
  "not open": ["", "This session is not open for booking."],
  "not open yet": ["", "Booking has not opened for this session yet."],
  "booking closed": ["", "Booking has closed for this session."],
  "already booked": ["email", "They have a booking for this session already"],
  "agency not confirmed": ["email", "Their agency has not confirmed yet that they work there"],
  "account closed": ["email", "Their account is closed"],
  "prerequisites missing": ["email", "They have not done what the course asks for first"],
  "no line manager": ["email", "Nobody is named who could agree"],
};
