// The calendar entry that goes with a letter: one at most, since mail programs read only the first.
import {
  bookingEntry,
  type CalendarMethod,
  type Correspondent,
  invitation,
  teachingEntry,
} from "~/domain/calendars/calendars.server";
import type { BookingFacts, TeachingFacts } from "~/domain/notifications/notifications";
import { paths } from "~/web/paths";
import { addressOf, bookingPage, type House } from "./house";

/** What a template gives: whose entry it is. A letter tells of the first day of its facts. */
export type LetterCalendar = { method: CalendarMethod } & (
  | { facts: BookingFacts }
  | { teaching: Omit<TeachingFacts, "personName" | "part"> }
);

/** The calendar part of a letter; null where the session has no day to tell of. Pure. */
export function calendarPart(
  { method, ...given }: LetterCalendar,
  about: {
    house: House;
    domain: string;
    organizer: Correspondent;
    attendee: Correspondent;
    /** When the letter was posted, as an instant. */
    at: number;
    /** Whether what a calendar program answers is read: only bookings are answered so. */
    answersAreRead: boolean;
  },
): { method: CalendarMethod; text: string } | null {
  const { house, domain, organizer, attendee, at: stamp } = about;
  const booked = "facts" in given;
  const meeting = (booked ? given.facts : given.teaching).meetings[0];
  if (!meeting) return null;
  const cancelled = method === "CANCEL";
  const entry = booked
    ? bookingEntry(given.facts, meeting, {
        domain,
        stamp,
        cancelled,
        bookingUrl: bookingPage(house, given.facts),
      })
    : teachingEntry(given.teaching, meeting, {
        domain,
        stamp,
        status: cancelled ? "cancelled" : "confirmed",
        sessionUrl: addressOf(house, paths.trainerSession(given.teaching.sessionId)),
      });
  const answersAreRead = booked && about.answersAreRead;
  return { method, text: invitation({ entry, method, organizer, attendee, answersAreRead }) };
}
