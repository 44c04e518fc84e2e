// Turns bookings, teaching and published sessions into calendar entries. Letters and feeds use the same functions, so that
// a calendar that gets both sees one entry.
import type { CalendarEntry } from "./calendars";
import { oneLine, uidPart } from "./text";

type Meeting = { id: string; number: number; of: number; startsAt: number; endsAt: number };
type Mode = "in person" | "online" | "hybrid";
type Plan = { sessionId: string; courseTitle: string; mode: Mode; place: string; access: string | null };

/** What every entry is told besides its facts: the domain of UIDs, and when it was decided (an instant). */
type About = { domain: string; stamp: number };

/** What of a booking goes into a calendar. `revision`: the booking's and the session's together. */
export type BookedFacts = Omit<Plan, "sessionId"> & {
  bookingId: string;
  reference: string;
  revision: number;
};

/** One day of a booked session, for the person who booked it. */
export const bookingEntry = (
  facts: BookedFacts,
  meeting: Meeting,
  about: About & { bookingUrl: string; cancelled: boolean },
): CalendarEntry => ({
  ...whenAndWhere(facts, meeting, about),
  uid: `${uidPart(facts.bookingId)}-${uidPart(meeting.id)}@${uidPart(about.domain)}`,
  sequence: facts.revision,
  title: titleOf(facts.courseTitle, meeting),
  lines: present(
    `Booking reference: ${facts.reference}`,
    !about.cancelled &&
      (facts.mode === "online" ? "The joining link is on your booking page." : facts.access),
    `${about.cancelled ? "Your booking" : "To see or cancel your booking"}: ${about.bookingUrl}`,
  ),
  url: about.bookingUrl,
  status: about.cancelled ? "cancelled" : "confirmed",
  ifDeclined: {
    read: "If you decline this invitation, we ask whether you want to cancel your place.",
    unread: "Declining this invitation does not cancel your place.",
  },
});

/**
 * What of a trainer's part goes into a calendar. `revision`: the session's, and one more once they were taken off.
 * `confirmed`: they have said that they can; never taken back under the same name.
 */
export type TaughtFacts = Plan & {
  personId: string;
  assignedAt: number;
  revision: number;
  confirmed: boolean;
};

/** One day of a session, for someone who teaches it (confirmed) or is asked to (tentative). */
export const teachingEntry = (
  facts: TaughtFacts,
  meeting: Meeting,
  about: About & { sessionUrl: string; status: CalendarEntry["status"] },
): CalendarEntry => ({
  ...whenAndWhere(facts, meeting, about),
  uid: `teaching-${[facts.sessionId, facts.personId, facts.assignedAt.toString(36), meeting.id].map(uidPart).join("-")}@${uidPart(about.domain)}`,
  // What was tentative and is confirmed is a change like any other: it comes after, and so does all that follows.
  sequence: facts.revision + (facts.confirmed ? 1 : 0),
  title: `Teaching: ${titleOf(facts.courseTitle, meeting)}`,
  lines: present(
    about.status === "tentative" && "You have not said yet whether you can teach this.",
    facts.mode !== "online" && facts.access,
    `The session and its register: ${about.sessionUrl}`,
  ),
  url: about.sessionUrl,
  status: about.status,
  ifDeclined: {
    read: "Declining this invitation does not tell us. Please answer on the session’s page.",
    unread: "Declining this invitation does not tell us. Please answer on the session’s page.",
  },
});

/** One day of a published session, for anyone. */
export const publicEntry = (
  facts: Plan & { revision: number },
  meeting: Meeting,
  about: About & { sessionUrl: string; cancelled: boolean },
): CalendarEntry => ({
  ...whenAndWhere(facts, meeting, about),
  uid: `session-${uidPart(meeting.id)}@${uidPart(about.domain)}`,
  sequence: facts.revision,
  title: titleOf(facts.courseTitle, meeting),
  lines: present(
    facts.mode !== "online" && facts.access,
    `${about.cancelled ? "About this session" : "To read more and book"}: ${about.sessionUrl}`,
  ),
  url: about.sessionUrl,
  status: about.cancelled ? "cancelled" : "confirmed",
});

const whenAndWhere = (
  { mode, place }: Pick<Plan, "mode" | "place">,
  { startsAt, endsAt }: Meeting,
  { stamp }: About,
) => ({ stamp, startsAt, endsAt, place: mode === "online" ? "Online" : place });

const titleOf = (courseTitle: string, { number, of }: Meeting) =>
  oneLine(courseTitle) + (of > 1 ? ` (day ${number} of ${of})` : "");

const present = (...lines: (string | false | null)[]) =>
  lines.filter((line): line is string => Boolean(line)).map(oneLine);
