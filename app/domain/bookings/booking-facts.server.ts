// What is told of one person's booking: in letters, in calendar entries, in reminders.
import type { BookingFacts, MeetingFacts } from "~/domain/notifications/notifications";
import { whereOf } from "~/domain/sessions/sessions.server";
import type { BookingRow } from "./change-state.server";
import type { SessionWithPlaces } from "./places.server";

/** Facts of a booking as things stand. @param meetings the session's, in their order */
export function bookingFacts(
  booking: Pick<BookingRow, "id" | "reference" | "revision" | "mode">,
  session: Pick<
    SessionWithPlaces,
    | "id"
    | "revision"
    | "courseTitle"
    | "roomName"
    | "venueName"
    | "venueAddress"
    | "venuePostcode"
    | "venueAccess"
    | "roomAccess"
  >,
  person: { name: string },
  meetings: readonly Omit<MeetingFacts, "of">[],
): BookingFacts {
  return {
    personName: person.name,
    bookingId: booking.id,
    reference: booking.reference,
    revision: booking.revision + session.revision,
    sessionId: session.id,
    courseTitle: session.courseTitle,
    mode: booking.mode,
    ...whereOf(session, booking.mode),
    meetings: meetings.map((meeting) => ({ ...meeting, of: meetings.length })),
  };
}
