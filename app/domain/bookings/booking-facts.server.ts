// What is told of one person's booking: in letters, in calendar entries, in reminders.
import type { BookingFacts, MeetingFacts } from "~/domain/notifications/notifications";
import type { BookingRow } from "./change-state.server";
import type { SessionWithPlaces } from "./places.server";

/** Where a place is, in one line. */
function placeInWords(
  session: Pick<SessionWithPlaces, "roomName" | "venueName" | "venueAddress" | "venuePostcode">,
): string {
  return [session.roomName, session.venueName, session.venueAddress, session.venuePostcode]
    .filter(Boolean)
    .join(", ");
}

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
  const online = booking.mode === "online";
  return {
    personName: person.name,
    bookingId: booking.id,
    reference: booking.reference,
    revision: booking.revision + session.revision,
    sessionId: session.id,
    courseTitle: session.courseTitle,
    mode: booking.mode,
    place: online ? "Online" : placeInWords(session),
    access: online ? null : [session.venueAccess, session.roomAccess].filter(Boolean).join(" ") || null,
    meetings: meetings.map((meeting) => ({ ...meeting, of: meetings.length })),
  };
}
