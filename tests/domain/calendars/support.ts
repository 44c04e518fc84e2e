// Reads calendar texts with two independent parsers, and makes entries to write them from.
import { sampleBooking } from "emails/samples";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { bookingEntry, type CalendarEntry, fileText, invitation } from "~/domain/calendars/calendars.server";
import type { BookingFacts, MeetingFacts } from "~/domain/notifications/notifications";

export const stamp = Date.UTC(2026, 0, 5, 9, 30);
export const domain = "training.example";
export const organizer = { name: "Sampletown joint training", email: "training@sampletown.example" };
export const attendee = { name: "Sam Sample", email: "sam@sampletown.example" };

type Given = {
  facts: BookingFacts;
  method: "REQUEST" | "CANCEL";
  meeting: MeetingFacts | undefined;
  organizer: { name: string; email: string };
  attendee: { name: string; email: string };
  url: string;
  domain: string;
  answersAreRead: boolean;
};

/** A booked day's entry. */
export function entryOf(given: Partial<Given> = {}): CalendarEntry {
  const { facts = sampleBooking, method = "REQUEST" } = given;
  const meeting = given.meeting ?? facts.meetings[0];
  if (!meeting) throw new Error("A booking without a day has no entry.");
  return bookingEntry(facts, meeting, {
    domain: given.domain ?? domain,
    stamp,
    cancelled: method === "CANCEL",
    bookingUrl: given.url ?? `https://training.example/bookings/${facts.bookingId}`,
  });
}

/** The invitation to a booked day, the first one unless given otherwise. */
export const invited = (given: Partial<Given> = {}): string =>
  invitation({
    entry: entryOf(given),
    method: given.method ?? "REQUEST",
    organizer: given.organizer ?? organizer,
    attendee: given.attendee ?? attendee,
    answersAreRead: given.answersAreRead ?? false,
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
  fileText({ entries: meetings.map((meeting) => entryOf({ meeting })), organizer, busy: true });

export type Span = { uid: string; start: number; end: number };
const byUid = (a: Span, b: Span) => a.uid.localeCompare(b.uid);

export const componentsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");

/** A property of each entry, as ical.js reads it. */
export const valuesOf = (text: string, name: string) =>
  componentsOf(text).map((entry) => entry.getFirstPropertyValue(name)?.toString());

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
