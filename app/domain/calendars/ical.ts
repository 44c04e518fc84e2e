// Writes one person's booking as iCalendar text, one VEVENT for each meeting. Pure: the same facts give the same bytes.
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { DateTime } from "luxon";
import { tzlib_get_ical_block } from "timezones-ical-library";
import type { BookingFacts, MeetingFacts } from "~/domain/notifications/notifications";
import { london } from "~/shared/civil-time";
import type { BookingCalendar, Correspondent } from "./calendars";
import { bareAddress, oneLine, parameterText, uidPart } from "./text";

/**
 * The invitation to a booked session (REQUEST) or its withdrawal (CANCEL) as iCalendar text.
 * The joining link is never in it: calendars are shared, and people paste them in public.
 */
export function bookingCalendar(given: BookingCalendar): string {
  const { facts, method } = given;
  const calendar = ical({
    method: ICalCalendarMethod[method],
    prodId: { company: "Joint training offer", product: "bookings", language: "EN" },
    // With a name here DTSTAMP would lose its Z; without a generator there would be a TZID and no VTIMEZONE.
    timezone: { name: null, generator: vtimezone },
  });
  const stamp = DateTime.fromMillis(given.stamp, { zone: "utc" });
  const url = new URL(given.url).href;
  for (const meeting of facts.meetings) {
    calendar.createEvent({
      id: uidOf(facts.bookingId, meeting.id, given.domain),
      sequence: facts.revision,
      stamp,
      lastModified: stamp,
      ...timesOf(meeting),
      summary: summaryOf(facts, meeting),
      location: oneLine(facts.mode === "online" ? "Online" : facts.place),
      description: descriptionOf(facts, url),
      url,
      status: method === "CANCEL" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.OPAQUE,
      busystatus: method === "CANCEL" ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
      organizer: correspondent(given.organizer),
      attendees: [
        {
          ...correspondent(given.attendee),
          role: ICalAttendeeRole.REQ,
          type: ICalAttendeeType.INDIVIDUAL,
          status: ICalAttendeeStatus.NEEDSACTION,
          // An answer would change nothing: places are given up on the booking's page.
          rsvp: false,
        },
      ],
    });
  }
  return `${calendar.toString()}\r\n`;
}

/** Fixed for one booking and one meeting for good: a calendar knows an entry again by nothing else. */
const uidOf = (bookingId: string, meetingId: string, domain: string): string =>
  `${uidPart(bookingId)}-${uidPart(meetingId)}@${uidPart(domain)}`;

/** London wall time, or UTC if either end lies in the hour that October repeats: wall time cannot tell which is meant. */
function timesOf({ startsAt, endsAt }: MeetingFacts) {
  const start = DateTime.fromMillis(startsAt, { zone: london });
  const end = DateTime.fromMillis(endsAt, { zone: london });
  const repeated = [start, end].some((time) => time.getPossibleOffsets().length > 1);
  return repeated ? { start: start.toUTC(), end: end.toUTC() } : { start, end, timezone: london };
}

function vtimezone(zone: string): string {
  const block = tzlib_get_ical_block(zone);
  const text = Array.isArray(block) ? block[0] : block;
  if (!text) throw new Error(`No VTIMEZONE is known for ${zone}.`);
  return text;
}

const summaryOf = (facts: BookingFacts, { number, of }: MeetingFacts) =>
  oneLine(facts.courseTitle) + (of > 1 ? ` (day ${number} of ${of})` : "");

function descriptionOf(facts: BookingFacts, url: string): string {
  const lines = [
    `Booking reference: ${oneLine(facts.reference)}`,
    facts.mode === "online"
      ? "The joining link is on your booking page."
      : facts.access && oneLine(facts.access),
    "Declining this invitation does not cancel your place.",
    `To see or cancel your booking: ${url}`,
  ];
  return lines.filter(Boolean).join("\n");
}

function correspondent({ name, email }: Correspondent): Correspondent {
  const address = bareAddress(email);
  return { name: parameterText(name) || address, email: address };
}
