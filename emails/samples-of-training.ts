// Samples of letters about bookings, sessions, charges and certificates.
import type { MessageKind } from "~/domain/notifications/notifications";
import { instantOf } from "~/shared/civil-time";
import {
  online,
  type Sample,
  sampleBooking,
  sampleCallOff,
  samplePlan,
  sampleRecipient,
  twoDays,
} from "./sample-facts";
import type { EvaluationKind } from "./samples-of-evaluations";
import type { ReminderKind } from "./samples-of-reminders";
import type { TeachingKind } from "./samples-of-teaching";

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

type TrainingKind = Exclude<
  MessageKind,
  | "welcome"
  | `${string}link`
  | `address ${string}`
  | `account ${string}`
  | `agency ${string}`
  | `complaint ${string}`
  | "release signed off"
  | EvaluationKind
  | ReminderKind
  | TeachingKind
>;

export const trainingSamples: { [Kind in TrainingKind]: Sample<Kind>[] } = {
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
    {
      title: "from a waiting list",
      facts: {
        ...sampleBooking,
        wasConfirmed: false,
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
  "invitation declined": [{ title: "in a calendar program", facts: { ...sampleBooking, revision: 1 } }],
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
  "offer expired": [
    { title: "not answered", facts: sampleBooking },
    { title: "of a session whose booking was closed", facts: { ...sampleBooking, bookingClosed: true } },
  ],
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
      title: "the course has another name",
      facts: {
        ...sampleBooking,
        revision: 1,
        changed: ["title"],
        before: { ...samplePlan, title: "An Invented Course about Hearing" },
        hasPlace: true,
      },
    },
    {
      title: "another link alone",
      facts: { ...online, revision: 1, changed: ["link"], before: samplePlan, hasPlace: true },
    },
  ],
  "minimum not met": [
    {
      title: "five of eight",
      facts: {
        personName: sampleRecipient.name,
        sessionId: "sample-session",
        courseTitle: sampleBooking.courseTitle,
        date: "2026-11-24",
        booked: 5,
        minimum: 8,
        decideBy: instantOf("2026-11-17", "17:00"),
      },
    },
  ],
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
};
