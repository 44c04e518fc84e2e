// Reads calendar texts with two independent parsers, and makes bookings to write them from.
import { sampleBooking } from "emails/samples";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { type BookingCalendar, bookingCalendar } from "~/domain/calendars/calendars.server";
import type { MeetingFacts } from "~/domain/notifications/notifications";

const stamp = Date.UTC(2026, 0, 5, 9, 30);

export const given = (more: Partial<BookingCalendar> = {}): BookingCalendar => ({
  facts: sampleBooking,
  method: "REQUEST",
  organizer: { name: "Sampletown joint training", email: "training@sampletown.example" },
  attendee: { name: "Sam Sample", email: "sam@sampletown.example" },
  stamp,
  url: "https://training.example/bookings/sample-booking",
  domain: "training.example",
  ...more,
});

/** Only the instants matter: they are what the two parsers have to find again. */
export const meetingAt = (startsAt: number, endsAt: number, id = "m1"): MeetingFacts => ({
  id,
  number: 1,
  of: 1,
  date: "2026-01-01",
  startTime: "00:00",
  endTime: "00:00",
  startsAt,
  endsAt,
});

export const calendarOf = (...meetings: MeetingFacts[]) =>
  bookingCalendar(given({ facts: { ...sampleBooking, meetings } }));

export type Span = { uid: string; start: number; end: number };
const byUid = (a: Span, b: Span) => a.uid.localeCompare(b.uid);

export function readByIcalJs(text: string): Span[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar
    .getAllSubcomponents("vevent")
    .map((component) => {
      const entry = new ICAL.Event(component);
      return {
        uid: entry.uid,
        start: entry.startDate.toUnixTime() * 1000,
        end: entry.endDate.toUnixTime() * 1000,
      };
    })
    .sort(byUid);
}

export function readByNodeIcal(text: string): Span[] {
  return Object.values(nodeIcal.sync.parseICS(text))
    .flatMap((part) => {
      if (part?.type !== "VEVENT" || !("start" in part) || !part.end) return [];
      return [{ uid: part.uid, start: part.start.getTime(), end: part.end.getTime() }];
    })
    .sort(byUid);
}

/** The lines as they were before folding, and the names of their properties. */
export const unfolded = (text: string) =>
  text
    .replace(/\r\n[ \t]/g, "")
    .split("\r\n")
    .slice(0, -1);
export const propertyNames = (text: string) =>
  unfolded(text).map((line) => /^[A-Z-]+/.exec(line)?.[0] ?? line);
