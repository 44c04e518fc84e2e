// A session as a row of a spreadsheet.
import { lacksOf, type ProgrammeSession } from "~/domain/bookings/bookings";
import { modeInWords } from "~/domain/sessions/sessions";
import { civilDateAt } from "~/shared/civil-time";
import { statusInWords } from "~/web/programme-filters";
import { lackInWords } from "~/web/programme-table";

export const columns = [
  "session",
  "course",
  "status",
  "first_date",
  "starts",
  "ends",
  "meetings",
  "how",
  "venue",
  "room",
  "places",
  "places_online",
  "taken",
  "waiting",
  "trainers",
  "minimum",
  "goes_ahead",
  "booking_closes",
  "to_see_to",
] as const;

export function rowOf(
  session: ProgrammeSession,
): Record<(typeof columns)[number], string | number | boolean | null> {
  return {
    session: session.id,
    course: session.courseTitle,
    status: statusInWords[session.status],
    first_date: session.firstDate,
    starts: session.firstStart,
    ends: session.firstEnd,
    meetings: session.meetings,
    how: modeInWords[session.mode],
    venue: session.venueName,
    room: session.roomName,
    places: session.capacity,
    places_online: session.onlineCapacity,
    taken: session.taken,
    waiting: session.waiting,
    trainers: session.trainers,
    minimum: session.minimum,
    goes_ahead: session.minimum === null ? null : session.goAheadAt !== null,
    booking_closes: civilDateAt(session.bookingClosesAt),
    to_see_to: lacksOf(session)
      .map((lack) => lackInWords(lack, session))
      .join("; "),
  };
}
