// Plainly invented facts for every template: for the preview and for tests. No real person or booking.
import type {
  BookingFacts,
  MeetingFacts,
  MessageFacts,
  MessageKind,
} from "~/domain/notifications/notifications";
import { instantOf } from "~/shared/civil-time";
import type { House } from "./house";

export const sampleHouse: House & { from: string } = {
  partnership: {
    name: "Sampletown Safeguarding Partnership",
    serviceName: "Sampletown joint training",
    contactName: "the Sampletown training team",
    contactEmail: "training@sampletown.example",
  },
  publicUrl: "http://localhost:3000",
  from: "Sampletown joint training <training@sampletown.example>",
  evaluationLink: (bookingId) => `http://localhost:3000/evaluate/sample-of-${bookingId}`,
  signInLink: (linkId) => `http://localhost:3000/sign-in/link/sample-of-${linkId}`,
  addressLink: (linkId) => `http://localhost:3000/my/account/address/sample-of-${linkId}`,
};

export const sampleRecipient = { name: "Sam Sample", email: "sam@sampletown.example" };
export const sampleInstant = Date.UTC(2026, 9, 1, 9);

/** Meetings on these dates, 9:30am to 4:30pm in London. */
export const sampleMeetings = (...dates: string[]): MeetingFacts[] =>
  dates.map((date, index) => ({
    id: `sample-meeting-${index + 1}`,
    number: index + 1,
    of: dates.length,
    date,
    startTime: "09:30",
    endTime: "16:30",
    startsAt: instantOf(date, "09:30"),
    endsAt: instantOf(date, "16:30"),
  }));

export const sampleBooking: BookingFacts = {
  personName: sampleRecipient.name,
  bookingId: "sample-booking",
  reference: "SAMP-2345",
  revision: 0,
  sessionId: "sample-session",
  courseTitle: "An Invented Course about Listening",
  mode: "in person",
  place: "Sample Hall, 1 Invented Street, Sampletown ZZ1 1ZZ",
  access: "Step-free from the car park. A hearing loop is in the main room.",
  meetings: sampleMeetings("2026-11-24"),
};

const twoDays: BookingFacts = { ...sampleBooking, meetings: sampleMeetings("2026-10-24", "2026-10-26") };
const online: BookingFacts = { ...sampleBooking, mode: "online", place: "Online", access: null };

const sampleComplaint = { personName: sampleRecipient.name, reference: "SAMP-6789" };

export type Sample<Kind extends MessageKind> = { title: string; facts: MessageFacts[Kind] };

const sam = { personName: sampleRecipient.name };
const sampleLink = { linkId: "sample-link", expiresAt: instantOf("2026-10-01", "10:10") };
const sampleJoiner = { joinerName: "Jo Joiner", agencyName: "Sampletown Hospice" };

/** Every template, and each of its ways of turning out. */
export const samples: { [Kind in MessageKind]: Sample<Kind>[] } = {
  welcome: [
    { title: "a new account", facts: { ...sam, awaiting: null } },
    { title: "whose agency has to confirm it", facts: { ...sam, awaiting: "Sampletown Hospice" } },
  ],
  "sign-in link": [
    { title: "to sign in", facts: { ...sam, purpose: "sign in", ...sampleLink } },
    { title: "to join", facts: { personName: sampleRecipient.email, purpose: "join", ...sampleLink } },
  ],
  "address to confirm": [{ title: "a new address", facts: { ...sam, ...sampleLink } }],
  "account changed": (
    [
      "password",
      "address",
      "second factor on",
      "second factor off",
      "recovery codes",
      "second factor reset",
      "work account linked",
    ] as const
  ).map((change) => ({ title: change, facts: { ...sam, change, at: sampleInstant } })),
  "account to confirm": [
    { title: "to an agency lead", facts: { ...sam, ...sampleJoiner, asLead: true } },
    { title: "to a coordinator", facts: { ...sam, ...sampleJoiner, asLead: false } },
  ],
  "agency confirmed": [{ title: "by its lead", facts: { ...sam, agencyName: "Sampletown Hospice" } }],
  "agency declined": [{ title: "by its lead", facts: { ...sam, agencyName: "Sampletown Hospice" } }],
  "booking confirmed": [
    { title: "one day", facts: sampleBooking },
    { title: "two days, across a clock change", facts: twoDays },
    { title: "online", facts: online },
  ],
  "booking waiting": [
    { title: "third in the queue", facts: { ...sampleBooking, position: 3 } },
    { title: "first in the queue", facts: { ...online, position: 1 } },
  ],
  "booking offered": [
    {
      title: "until an afternoon",
      facts: { ...sampleBooking, offerEndsAt: instantOf("2026-11-12", "17:00") },
    },
  ],
  "offer expired": [{ title: "not answered", facts: sampleBooking }],
  "booking cancelled": [
    { title: "a confirmed place of two days", facts: { ...twoDays, revision: 1, wasConfirmed: true } },
    { title: "a place on the waiting list", facts: { ...sampleBooking, revision: 1, wasConfirmed: false } },
  ],
  "end evaluation": [{ title: "after one day", facts: sampleBooking }],
  "complaint received": [
    {
      title: "just made",
      facts: { ...sampleComplaint, receivedAt: sampleInstant, acknowledgeBy: "2026-10-31" },
    },
  ],
  "complaint to acknowledge": [
    {
      title: "to the partnership",
      facts: { ...sampleComplaint, complaintId: "sample-complaint", acknowledgeBy: "2026-10-31" },
    },
  ],
  "complaint acknowledged": [{ title: "by a coordinator", facts: sampleComplaint }],
  "complaint answered": [
    {
      title: "in two paragraphs",
      facts: { ...sampleComplaint, answer: "You were right.\n\nWe have put the record right." },
    },
  ],
};
