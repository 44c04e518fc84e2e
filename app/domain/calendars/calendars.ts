// The words of the calendars room: what a calendar entry is made from.
import type { BookingFacts } from "~/domain/notifications/notifications";

/** REQUEST puts entries into a calendar or changes them; CANCEL takes them out. */
export type CalendarMethod = "REQUEST" | "CANCEL";

export type Correspondent = { name: string; email: string };

/** Everything that one person's invitation says; nobody else's name is ever part of it. */
export type BookingCalendar = {
  facts: BookingFacts;
  method: CalendarMethod;
  /** Who invites: the address that the message comes from, or Outlook distrusts it. */
  organizer: Correspondent;
  attendee: Correspondent;
  /** When this was decided, as an instant: part of the bytes, so it is given and not read from a clock. */
  stamp: number;
  /** The booking's page. */
  url: string;
  /** The last part of every UID, from `calendarDomain`: the same in invitations and feeds. */
  domain: string;
};

/** The domain for UIDs, from the service's public address: "https://training.example.org" gives "training.example.org". */
export const calendarDomain = (publicUrl: string): string => new URL(publicUrl).hostname;
