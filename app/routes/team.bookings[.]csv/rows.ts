// A booking as a row of the file.
import type { TeamBooking } from "~/domain/bookings/bookings.server";
import { civilDateAt, wallTimeAt } from "~/shared/civil-time";
import { stateToComeInWords } from "~/web/team-words";

export const columns = [
  "Name",
  "Email address",
  "Course",
  "Date",
  "Starts at",
  "Where",
  "Place",
  "Reference",
] as const;

export const rowOf = (booking: TeamBooking): Record<(typeof columns)[number], string> => ({
  Name: booking.personName,
  "Email address": booking.email,
  Course: booking.courseTitle,
  Date: civilDateAt(booking.startsAt),
  "Starts at": wallTimeAt(booking.startsAt),
  Where: booking.where,
  Place: stateToComeInWords[booking.state],
  Reference: booking.reference,
});
