// Plainly invented facts for every template: for the preview and for tests. No real person or booking.
import type {
  BookingFacts,
  MeetingFacts,
  MessageFacts,
  MessageKind,
  PlanBefore,
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
  approvalLink: (approvalId) => `http://localhost:3000/approve/sample-of-${approvalId}`,
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

const sampleCallOff = { reason: "too few people", courseSlug: "an-invented-course" } as const;
const samplePlan = {
  mode: "in person",
  place: "Sample Annexe, 2 Invented Street, Sampletown ZZ1 1ZZ",
  meetings: sampleMeetings("2026-11-17"),
} as const satisfies PlanBefore;
const sampleTeaching = {
  personName: sampleRecipient.name,
  sessionId: sampleBooking.sessionId,
  courseTitle: sampleBooking.courseTitle,
  mode: sampleBooking.mode,
  place: sampleBooking.place,
  access: sampleBooking.access,
  meetings: sampleBooking.meetings,
};

const sampleCharge = {
  personName: sampleRecipient.name,
  chargeId: "sample-charge",
  courseTitle: sampleBooking.courseTitle,
  startsAt: instantOf("2026-11-24", "09:30"),
  agencyName: "Sampletown Hospice",
  pence: 2500,
};

const sampleApproval = {
  answerBy: instantOf("2026-10-06", "23:59"),
  silence: "declined",
  placeHeld: true,
} as const;
const sampleAsking = {
  approvalId: "sample-approval",
  bookerName: sampleRecipient.name,
  agencyName: "Sampletown Hospice",
  courseTitle: sampleBooking.courseTitle,
  meetings: sampleBooking.meetings,
};

const sampleComplaint = { personName: sampleRecipient.name, reference: "SAMP-6789" };

export type Sample<Kind extends MessageKind> = { title: string; facts: MessageFacts[Kind] };

const sam = { personName: sampleRecipient.name };
const sampleLink = { linkId: "sample-link", expiresAt: instantOf("2026-10-01", "10:10") };
const sampleJoiner = { joinerName: "Jo Joiner", agencyName: "Sampletown Hospice" };

const sampleCertificate = {
  personName: sampleRecipient.name,
  change: "given",
  courseTitle: sampleBooking.courseTitle,
  completedOn: "2026-11-24",
  expiresOn: "2029-11-24",
  number: "SAMPX-23456-789AB-CDEFG",
  replaces: false,
} as const;
const sampleLearning = {
  personName: sampleRecipient.name,
  learningId: "sample-learning",
  title: "An Invented Course Elsewhere",
  accepted: true,
  validUntil: "2028-03-31",
  note: null,
};

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
  "booking requested": [{ title: "a coordinator looks first", facts: sampleBooking }],
  "booking awaiting approval": [
    {
      title: "by a line manager, with a place kept",
      facts: { ...sampleBooking, ...sampleApproval, askedOf: "line manager" },
    },
    {
      title: "by an agency lead, of a full session",
      facts: { ...twoDays, ...sampleApproval, askedOf: "agency lead", placeHeld: false, silence: "approved" },
    },
  ],
  "approval asked": [
    {
      title: "to a line manager without an account",
      facts: { ...sampleApproval, ...sampleAsking, personName: "there", byLink: true },
    },
    {
      title: "to an agency lead",
      facts: {
        ...sampleApproval,
        ...sampleAsking,
        personName: "Lee Lead",
        byLink: false,
        silence: "approved",
      },
    },
  ],
  "booking declined": [
    {
      title: "not approved",
      facts: { ...sampleBooking, because: "approval", note: "The team is short that week." },
    },
    { title: "nobody answered", facts: { ...sampleBooking, because: "no answer", note: null } },
    { title: "not accepted", facts: { ...sampleBooking, because: "request", note: null } },
  ],
  "waiting ended": [
    { title: "no place came free", facts: { ...sampleBooking, wasRequested: false } },
    { title: "still to be looked at", facts: { ...sampleBooking, wasRequested: true } },
  ],
  "booking moved": [
    {
      title: "to another date",
      facts: {
        ...sampleBooking,
        wasConfirmed: true,
        toBookingId: "sample-other-booking",
        toStartsAt: instantOf("2027-01-19", "09:30"),
      },
    },
  ],
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
    {
      title: "a place on a session that does not take place",
      facts: { ...sampleBooking, revision: 1, wasConfirmed: true, because: sampleCallOff },
    },
    {
      title: "the waiting list of a session that does not take place",
      facts: { ...sampleBooking, revision: 1, wasConfirmed: false, because: sampleCallOff },
    },
  ],
  "session changed": [
    {
      title: "another day, for a place",
      facts: { ...sampleBooking, revision: 1, changed: ["when"], before: samplePlan, hasPlace: true },
    },
    {
      title: "another place, for someone who waits",
      facts: { ...sampleBooking, revision: 1, changed: ["where"], before: samplePlan, hasPlace: false },
    },
    {
      title: "another link and times of two days",
      facts: {
        ...twoDays,
        ...{ mode: "online", place: "Online", access: null, revision: 1, before: samplePlan },
        changed: ["when", "where", "link"],
        hasPlace: true,
      },
    },
    {
      title: "another link alone",
      facts: { ...online, revision: 1, changed: ["link"], before: samplePlan, hasPlace: true },
    },
  ],
  "teaching changed": [
    {
      title: "another day and place",
      facts: { ...sampleTeaching, changed: ["when", "where"], before: samplePlan, calledOff: null },
    },
    {
      title: "called off",
      facts: { ...sampleTeaching, changed: [], before: samplePlan, calledOff: "no venue" },
    },
  ],
  "minimum not met": [
    {
      title: "five of eight",
      facts: {
        ...sam,
        sessionId: "sample-session",
        courseTitle: sampleBooking.courseTitle,
        date: "2026-11-24",
        booked: 5,
        minimum: 8,
        decideBy: instantOf("2026-11-17", "17:00"),
      },
    },
  ],
  "end evaluation": [{ title: "after one day", facts: sampleBooking }],
  certificate: [
    { title: "that runs out", facts: sampleCertificate },
    {
      title: "for good, in place of a withdrawn one",
      facts: { ...sampleCertificate, expiresOn: null, replaces: true },
    },
    { title: "withdrawn", facts: { ...sampleCertificate, change: "withdrawn" } },
  ],
  "external learning answered": [
    { title: "accepted, for a time", facts: sampleLearning },
    {
      title: "not accepted",
      facts: {
        ...sampleLearning,
        accepted: false,
        validUntil: null,
        note: "Please say who gave the course.",
      },
    },
  ],
  "charge made": [
    {
      title: "cancelled late",
      facts: {
        ...sampleCharge,
        because:
          "The place was cancelled with 1 full working day of notice. The terms ask for 3 full working days. The rate for a half day is £25.",
        appealUntil: instantOf("2026-12-21", "23:59"),
      },
    },
  ],
  "charge answered": [
    {
      title: "waived",
      facts: { ...sampleCharge, outcome: "waived", note: "You were ill.\n\nThank you for telling us." },
    },
    { title: "the charge stands", facts: { ...sampleCharge, outcome: "stands", note: "The reasons stand." } },
    { title: "withdrawn", facts: { ...sampleCharge, outcome: "withdrawn", note: null } },
  ],
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
