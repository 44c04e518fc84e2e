// Writes calendars as iCalendar text (RFC 5545, 5546, 7986). Pure: the same entries give the same bytes.
// What stands in a calendar is put together here as jCal (RFC 7265); ical.js escapes, quotes and folds it.
import ICAL from "ical.js";
import { DateTime } from "luxon";
import { tzlib_get_ical_block } from "timezones-ical-library";
import { london } from "~/shared/civil-time";
import type { CalendarEntry, CalendarMethod, Correspondent } from "./calendars";
import { bareAddress, oneLine, parameterText } from "./text";

// It counts the octets of a line without the space that a continued one begins with: 75 are allowed with it.
ICAL.foldLength = 74;
// A calendar's name (RFC 7986, and what was usual before it) is text; the library does not know so yet.
for (const name of ["name", "x-wr-calname", "x-wr-caldesc"])
  ICAL.design.icalendar.property[name] = { defaultType: "text" };

type Property = [name: string, parameters: Record<string, string>, type: string, value: string | number];

const text = (name: string, value: string): Property => [name, {}, "text", value];
/** For names and values of our own that a library knows nothing of: written as they are. */
const asItIs = (name: string, value: string): Property => [name, {}, "unknown", value];

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
  const answer = {
    cutype: "INDIVIDUAL",
    role: "REQ-PARTICIPANT",
    partstat: "NEEDS-ACTION",
    rsvp: answersAreRead && method === "REQUEST" ? "TRUE" : "FALSE",
  };
  return calendarText(
    [text("method", method)],
    [
      [
        ...propertiesOf(entry, { busy: true }),
        person("organizer", {}, organizer),
        person("attendee", answer, attendee),
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
  const [name, description] = [oneLine(given.name), oneLine(given.description)];
  const often = `PT${Math.trunc(given.refreshMinutes)}M`;
  return publishedText(given, [
    text("name", name),
    text("x-wr-calname", name),
    text("description", description),
    text("x-wr-caldesc", description),
    ["refresh-interval", {}, "duration", often],
    asItIs("x-published-ttl", often),
  ]);
}

/** Entries to be put into a calendar once. It has no name: a program would make a calendar of that name for it. */
export const fileText = (given: Published): string => publishedText(given, []);

function publishedText({ entries, organizer, busy }: Published, head: Property[]): string {
  const told = (entry: CalendarEntry) =>
    entry.status === "cancelled" ? { ...entry, title: `CANCELLED: ${entry.title}` } : entry;
  const by = person("organizer", {}, organizer);
  return calendarText(
    [text("method", "PUBLISH"), ...head],
    entries.map((entry) => [...propertiesOf(told(entry), { busy }), by]),
  );
}

/** The whole text; the zone is always told, for a calendar without any component is not one. */
function calendarText(head: Property[], entries: Property[][]): string {
  const properties = [
    text("version", "2.0"),
    text("prodid", product),
    text("calscale", "GREGORIAN"),
    ...head,
  ];
  const components = [londonZone, ...entries.map((event) => ["vevent", event, []])];
  return ICAL.stringify(["vcalendar", properties, components]);
}

const statuses = { confirmed: "CONFIRMED", tentative: "TENTATIVE", cancelled: "CANCELLED" } as const;

function propertiesOf(entry: CalendarEntry, { busy }: { busy: boolean }): Property[] {
  const stamp = utc(entry.stamp);
  const taken = busy && entry.status !== "cancelled";
  return [
    text("uid", entry.uid),
    ["sequence", {}, "integer", Math.trunc(entry.sequence)],
    ["dtstamp", {}, "date-time", stamp],
    ["last-modified", {}, "date-time", stamp],
    ...timesOf(entry),
    text("summary", oneLine(entry.title)),
    text("location", oneLine(entry.place)),
    text("description", entry.lines.map(oneLine).join("\n")),
    ["url", {}, "uri", new URL(entry.url).href],
    text("status", statuses[entry.status]),
    text("transp", taken ? "OPAQUE" : "TRANSPARENT"),
    asItIs(
      "x-microsoft-cdo-busystatus",
      taken ? (entry.status === "tentative" ? "TENTATIVE" : "BUSY") : "FREE",
    ),
  ];
}

/** London wall time, or UTC if either end lies in the hour that October repeats: wall time cannot tell which is meant. */
function timesOf({ startsAt, endsAt }: CalendarEntry): Property[] {
  const ends = [startsAt, endsAt].map((instant) => DateTime.fromMillis(instant, { zone: london }));
  // Only in that hour does the same wall time come again an hour later or earlier.
  const repeated = ends.some((time) => time.month === 10 && time.getPossibleOffsets().length > 1);
  return ends.map((time, index) => {
    const name = index === 0 ? "dtstart" : "dtend";
    return repeated
      ? [name, {}, "date-time", utc(time.toMillis())]
      : [name, { tzid: london }, "date-time", wall(time)];
  });
}

/** 2026-01-05T09:30:00Z */
const utc = (instant: number) => `${new Date(instant).toISOString().slice(0, 19)}Z`;
/** 2026-01-05T09:30:00; luxon's own formats cost more than all the rest of a feed. */
const wall = ({ year, month, day, hour, minute, second }: DateTime) =>
  `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
const two = (number: number) => String(number).padStart(2, "0");

function person(
  property: string,
  parameters: Record<string, string>,
  { name, email }: Correspondent,
): Property {
  const address = bareAddress(email);
  const cn = parameterText(name) || parameterText(address);
  return [property, { cn, ...parameters }, "cal-address", `mailto:${address}`];
}

/** As rules, which Outlook needs: with dates listed it is an hour out. */
const londonZone: unknown = ICAL.parse([tzlib_get_ical_block(london)].flat()[0] ?? "");
