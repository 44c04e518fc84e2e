// Writes calendars as iCalendar text (RFC 5545, 5546, 7986). Pure: the same entries give the same bytes.
import { DateTime } from "luxon";
import { london } from "~/shared/civil-time";
import type { CalendarEntry, CalendarMethod, Correspondent } from "./calendars";
import { bareAddress, escaped, folded, oneLine, parameterText } from "./text";

const product = "-//Joint training offer//bookings//EN";

/**
 * The invitation to one entry (REQUEST) or its withdrawal (CANCEL), for one person. Mail programs read the first
 * calendar of a letter and RFC 5546 wants one UID in it, so it never holds more.
 * @param given.answersAreRead whether anybody reads what a calendar program answers: only then is an answer asked for
 */
export function invitation(given: {
  entry: CalendarEntry;
  method: CalendarMethod;
  organizer: Correspondent;
  attendee: Correspondent;
  answersAreRead: boolean;
}): string {
  const { method, organizer, attendee, answersAreRead } = given;
  const { ifDeclined } = given.entry;
  const note = method === "REQUEST" && ifDeclined?.[answersAreRead ? "read" : "unread"];
  const entry: CalendarEntry = {
    ...given.entry,
    status: method === "CANCEL" ? "cancelled" : given.entry.status,
    lines: note ? [...given.entry.lines, note] : given.entry.lines,
  };
  const answer = `PARTSTAT=NEEDS-ACTION;RSVP=${answersAreRead && method === "REQUEST" ? "TRUE" : "FALSE"}`;
  return calendarText(
    [`METHOD:${method}`],
    [
      [
        ...linesOf(entry, { busy: true }),
        person("ORGANIZER", organizer),
        person(`ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;${answer}`, attendee),
      ],
    ],
  );
}

/** Entries that nobody is invited to (PUBLISH). `busy`: their own bookings take somebody's time, an offer does not. */
type Published = { entries: readonly CalendarEntry[]; organizer: Correspondent; busy: boolean };

/**
 * Entries to subscribe to. A cancelled one says so in its title too: some programs hide the status.
 * @param given.refreshMinutes how often to ask again: a hint, which not every program heeds
 */
export function feedText(
  given: Published & { name: string; description: string; refreshMinutes: number },
): string {
  const [name, description] = [given.name, given.description].map((text) => escaped(oneLine(text)));
  const often = `PT${Math.trunc(given.refreshMinutes)}M`;
  return publishedText(given, [
    `NAME:${name}`,
    `X-WR-CALNAME:${name}`,
    `DESCRIPTION:${description}`,
    `X-WR-CALDESC:${description}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${often}`,
    `X-PUBLISHED-TTL:${often}`,
  ]);
}

/** Entries to be put into a calendar once. It has no name: a program would make a calendar of that name for it. */
export const fileText = (given: Published): string => publishedText(given, []);

function publishedText({ entries, organizer, busy }: Published, head: string[]): string {
  const told = (entry: CalendarEntry) =>
    entry.status === "cancelled" ? { ...entry, title: `CANCELLED: ${entry.title}` } : entry;
  const by = person("ORGANIZER", organizer);
  return calendarText(
    ["METHOD:PUBLISH", ...head],
    entries.map((entry) => [...linesOf(told(entry), { busy }), by]),
  );
}

/** The whole text; the zone is always told, for a calendar without any component is not one. */
function calendarText(head: string[], entries: string[][]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${product}`,
    "CALSCALE:GREGORIAN",
    ...head,
    ...londonZone,
    ...entries.flatMap((lines) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

const statuses = { confirmed: "CONFIRMED", tentative: "TENTATIVE", cancelled: "CANCELLED" } as const;

function linesOf(entry: CalendarEntry, { busy }: { busy: boolean }): string[] {
  const stamp = utc(entry.stamp);
  const taken = busy && entry.status !== "cancelled";
  const url = new URL(entry.url).href;
  return [
    `UID:${entry.uid}`,
    `SEQUENCE:${Math.trunc(entry.sequence)}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    ...timesOf(entry),
    `SUMMARY:${escaped(oneLine(entry.title))}`,
    `LOCATION:${escaped(oneLine(entry.place))}`,
    `DESCRIPTION:${entry.lines.map((line) => escaped(oneLine(line))).join("\\n")}`,
    `URL:${url}`,
    `STATUS:${statuses[entry.status]}`,
    `TRANSP:${taken ? "OPAQUE" : "TRANSPARENT"}`,
    `X-MICROSOFT-CDO-BUSYSTATUS:${taken ? (entry.status === "tentative" ? "TENTATIVE" : "BUSY") : "FREE"}`,
  ];
}

/** London wall time, or UTC if either end lies in the hour that October repeats: wall time cannot tell which is meant. */
function timesOf({ startsAt, endsAt }: CalendarEntry): string[] {
  const ends = [startsAt, endsAt].map((instant) => DateTime.fromMillis(instant, { zone: london }));
  // Only in that hour does the same wall time come again an hour later or earlier.
  const repeated = ends.some((time) => time.month === 10 && time.getPossibleOffsets().length > 1);
  return ends.map((time, index) => {
    const name = index === 0 ? "DTSTART" : "DTEND";
    return repeated ? `${name}:${utc(time.toMillis())}` : `${name};TZID=${london}:${wall(time)}`;
  });
}

/** 20260105T093000Z */
const utc = (instant: number) => new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, "");
/** 20260105T093000; luxon's own formats cost more than all the rest of a feed. */
const wall = ({ year, month, day, hour, minute, second }: DateTime) =>
  `${String(year).padStart(4, "0")}${two(month)}${two(day)}T${two(hour)}${two(minute)}${two(second)}`;
const two = (number: number) => String(number).padStart(2, "0");

function person(property: string, { name, email }: Correspondent): string {
  const address = bareAddress(email);
  return `${property};CN="${parameterText(name) || parameterText(address)}":mailto:${address}`;
}

/** As rules, which Outlook needs: with dates listed it is an hour out. */
const londonZone = [
  "BEGIN:VTIMEZONE",
  `TZID:${london}`,
  "BEGIN:DAYLIGHT",
  "TZNAME:BST",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0100",
  "DTSTART:19960331T010000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "TZNAME:GMT",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0000",
  "DTSTART:19961027T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "END:VTIMEZONE",
];
