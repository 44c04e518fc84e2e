// Where a session is, as letters and calendars say it: the same columns and the same words, so that they agree.
import { courses, rooms, venues } from "db/schema";
import { modeInWords, type SessionMode } from "./sessions";

/** What is read of a session's course, room and venue, both left joined. */
export const whereColumns = {
  courseTitle: courses.title,
  roomName: rooms.name,
  roomAccess: rooms.access,
  venueName: venues.name,
  venueAddress: venues.address,
  venuePostcode: venues.postcode,
  venueAccess: venues.access,
};

type Row = Record<Exclude<keyof typeof whereColumns, "courseTitle">, string | null>;

/**
 * Where to come, in one line, and what is said of access; null where nothing is.
 * @param mode of the session, or of one person's place in it
 */
export function whereOf(row: Row, mode: SessionMode): { place: string; access: string | null } {
  if (mode === "online") return { place: modeInWords.online, access: null };
  const place = [row.roomName, row.venueName, row.venueAddress, row.venuePostcode].filter(Boolean).join(", ");
  return {
    place: mode === "hybrid" ? `${place}, or online` : place,
    access: [row.venueAccess, row.roomAccess].filter(Boolean).join(" ") || null,
  };
}
