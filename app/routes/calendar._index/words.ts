// How the calendar says what a meeting is and whether there are places.
import type { CalendarMeeting } from "~/domain/bookings/bookings.server";
import { placesInWords } from "~/web/session-result";

/** "Day 1 of 2", where there is more than one */
export const dayInWords = ({ number, of }: Pick<CalendarMeeting, "number" | "of">) =>
  of > 1 ? `Day ${number} of ${of}` : null;

export function standingInWords({ status, over, session }: CalendarMeeting): string {
  if (status === "cancelled") return "Cancelled";
  if (over || status === "delivered") return "Has taken place";
  if (status === "closed") return "Booking has closed";
  return placesInWords(session);
}
