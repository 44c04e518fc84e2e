// Calendars as they are written for good: each with the instants at which it must begin, put down by hand in UTC.
import { sampleBooking, sampleMeetings } from "emails/samples";
import {
  bookingEntry,
  type CalendarEntry,
  feedText,
  publicEntry,
  teachingEntry,
} from "~/domain/calendars/calendars.server";
import { minutes } from "~/shared/clock";
import { domain, entryOf, invited, meetingAt, organizer, stamp } from "./support";

export type Recorded = { name: string; text: string; starts: number[] };

const utc = Date.UTC;
const length = minutes(90);

const feed = (...entries: CalendarEntry[]) =>
  feedText({
    name: "Sampletown joint training",
    description: "Joint training by an invented partnership. To book: https://training.example/courses",
    refreshMinutes: 60,
    entries,
    organizer,
    busy: true,
  });

/** An invitation to one meeting at an instant. */
const at = (name: string, start: number, end = start + length): Recorded => ({
  name,
  text: invited({ meeting: meetingAt(start, end) }),
  starts: [start],
});

const october = { ...sampleBooking, meetings: sampleMeetings("2026-10-24", "2026-10-26") };
const march = { ...sampleBooking, meetings: sampleMeetings("2027-03-27", "2027-03-29") };
const days = (facts: typeof october) => facts.meetings.map((meeting) => entryOf({ facts, meeting }));
const usual = [utc(2026, 10, 24, 9, 30)];
const renamed = { ...sampleBooking, revision: 1, courseTitle: "An Invented Course about Hearing" };
const hybrid = { sessionId: "s", courseTitle: "An Invented Hybrid", access: "Step-free.", revision: 4 };
const [first] = sampleBooking.meetings;
if (!first) throw new Error("The sample has no day.");

const taught = (status: CalendarEntry["status"], id: string) =>
  teachingEntry(
    {
      ...{ ...hybrid, mode: "in person", place: "Sample Hall", personId: "p" },
      ...{ assignedAt: stamp, confirmed: status !== "tentative" },
    },
    { ...first, id },
    { domain, stamp, status, sessionUrl: "https://training.example/trainer/sessions/s" },
  );
const offered = (more: { mode: "in person" | "online" | "hybrid"; place: string; cancelled?: boolean }) =>
  publicEntry({ ...hybrid, ...more }, first, {
    domain,
    stamp,
    cancelled: more.cancelled ?? false,
    sessionUrl: "https://training.example/sessions/s",
  });
const titled = (courseTitle: string, more: Partial<typeof sampleBooking> = {}) =>
  invited({ facts: { ...sampleBooking, courseTitle, ...more } });

/** Titles that put a letter of two, three and four octets at each place of the line. */
const foldings = Array.from({ length: 76 }, (_, offset) =>
  bookingEntry(
    { ...sampleBooking, bookingId: `f${offset}`, courseTitle: `${"x".repeat(offset)}ŵ€🎓 and on` },
    first,
    { domain, stamp, cancelled: false, bookingUrl: "https://training.example/bookings/f" },
  ),
);

export const recorded: Recorded[] = [
  at("in winter", utc(2026, 0, 14, 9, 30)),
  at("in summer", utc(2026, 6, 14, 8, 30)),
  at("before the change of March 2026", utc(2026, 2, 28, 9, 30)),
  at("the morning of the change of March 2026", utc(2026, 2, 29, 8, 30)),
  at("across the change of March 2026", utc(2026, 2, 29, 0, 30), utc(2026, 2, 29, 1, 30)),
  at("before the change of October 2026", utc(2026, 9, 24, 8, 30)),
  at("the morning of the change of October 2026", utc(2026, 9, 25, 9, 30)),
  at("the repeated hour of 2026 the first time", utc(2026, 9, 25, 0, 15), utc(2026, 9, 25, 0, 45)),
  at("the repeated hour of 2026 the second time", utc(2026, 9, 25, 1, 15), utc(2026, 9, 25, 1, 45)),
  at("across the change of October 2026", utc(2026, 9, 24, 23, 30), utc(2026, 9, 25, 2, 30)),
  at("the morning of the change of March 2027", utc(2027, 2, 28, 8, 30)),
  at("across the change of March 2027", utc(2027, 2, 28, 0, 30), utc(2027, 2, 28, 1, 30)),
  at("the morning of the change of October 2027", utc(2027, 9, 31, 9, 30)),
  at("the repeated hour of 2027 the second time", utc(2027, 9, 31, 1, 15), utc(2027, 9, 31, 1, 45)),
  at("over midnight into the repeated hour", utc(2027, 9, 30, 22, 0), utc(2027, 9, 31, 1, 0)),
  {
    name: "the first of two days",
    text: invited({ facts: october }),
    starts: [utc(2026, 9, 24, 8, 30)],
  },
  {
    name: "the second of two days, after the change",
    text: invited({ facts: october, meeting: october.meetings[1] }),
    starts: [utc(2026, 9, 26, 9, 30)],
  },
  {
    name: "two days across the change of October 2026 in a feed",
    text: feed(...days(october)),
    starts: [utc(2026, 9, 24, 8, 30), utc(2026, 9, 26, 9, 30)],
  },
  {
    name: "two days across the change of March 2027 in a feed",
    text: feed(...days(march)),
    starts: [utc(2027, 2, 27, 9, 30), utc(2027, 2, 29, 8, 30)],
  },
  {
    name: "moved",
    text: invited({
      facts: { ...sampleBooking, revision: 1 },
      meeting: { ...first, startsAt: utc(2026, 11, 1, 13), endsAt: utc(2026, 11, 1, 16) },
    }),
    starts: [utc(2026, 11, 1, 13)],
  },
  { name: "renamed", text: invited({ facts: renamed }), starts: usual },
  {
    name: "cancelled",
    text: invited({ facts: { ...sampleBooking, revision: 2 }, method: "CANCEL" }),
    starts: usual,
  },
  {
    name: "cancelled in a feed",
    text: feed({ ...entryOf(), sequence: 2, status: "cancelled" }),
    starts: usual,
  },
  {
    name: "a day taken out",
    text: invited({ facts: { ...october, revision: 3 }, meeting: october.meetings[1], method: "CANCEL" }),
    starts: [utc(2026, 9, 26, 9, 30)],
  },
  { name: "online", text: titled("An Invented Call", { mode: "online", access: null }), starts: usual },
  {
    name: "hybrid, for anyone",
    text: feed(offered({ mode: "hybrid", place: "Sample Hall, or online" })),
    starts: usual,
  },
  {
    name: "called off, for anyone",
    text: feed(offered({ mode: "in person", place: "Sample Hall", cancelled: true })),
    starts: usual,
  },
  {
    name: "teaching, asked and agreed and called off",
    text: feed(taught("tentative", "m1"), taught("confirmed", "m2"), taught("cancelled", "m3")),
    starts: [...usual, ...usual, ...usual],
  },
  { name: "an answer is asked for", text: invited({ answersAreRead: true }), starts: usual },
  {
    name: "in Welsh",
    text: titled("Cwrs dyfeisiedig am wrando: tŷ, ŵyr a’r ffôn", {
      place: "Neuadd y Dref, Llanfair-ym-Muallt",
    }),
    starts: usual,
  },
  { name: "emoji", text: titled("Listening 👂🏽 together 👩🏽‍🏫👨‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿"), starts: usual },
  {
    name: "quotation marks and accents in names",
    text: invited({
      organizer: { name: 'The "Joint" Offer; all, of: it', email: "training@sampletown.example" },
      attendee: { name: 'Łukasz "Luke" O’Connor\\Ŵyn ^n', email: "l.oconnor@sampletown.example" },
    }),
    starts: usual,
  },
  {
    name: "line ends and separators in every field",
    text: titled("One\r\nBEGIN:VEVENT\r\nUID:two", {
      place: "Here;\nthere, and\\nowhere\u2028ATTENDEE:mailto:x@example.org",
      access: "a\u0085b\vc\u0000d\ud83ce",
      reference: "A,B;C\\D",
    }),
    starts: usual,
  },
  { name: "folded at each octet", text: feed(...foldings), starts: foldings.map(() => usual[0] ?? 0) },
  { name: "nothing in it", text: feed(), starts: [] },
];
