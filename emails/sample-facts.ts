// Plainly invented facts that samples are made from. No real person or booking.
import type {
  BookingFacts,
  MeetingFacts,
  MessageFacts,
  MessageKind,
  PlanBefore,
} from "~/domain/notifications/notifications";
import { instantOf } from "~/shared/civil-time";
import type { House } from "./house";

/** Links that open nothing, at an address of the service. */
export const sampleLinks = (publicUrl: string): Omit<House, "partnership" | "publicUrl"> => ({
  evaluationLink: (bookingId, stage) => `${publicUrl}/evaluate/sample-of-${bookingId}-${stage}`,
  signInLink: (linkId) => `${publicUrl}/sign-in/link/sample-of-${linkId}`,
  approvalLink: (approvalId) => `${publicUrl}/approve/sample-of-${approvalId}`,
  addressLink: (linkId) => `${publicUrl}/my/account/address/sample-of-${linkId}`,
  unsubscribeLink: (_personId, topic) => `${publicUrl}/unsubscribe/sample-of-${topic.replaceAll(" ", "-")}`,
});

export const sampleHouse: House & { from: string } = {
  partnership: {
    name: "Sampletown Safeguarding Partnership",
    serviceName: "Sampletown joint training",
    contactName: "the Sampletown training team",
    contactEmail: "training@sampletown.example",
  },
  publicUrl: "http://localhost:3000",
  from: "Sampletown joint training <training@sampletown.example>",
  ...sampleLinks("http://localhost:3000"),
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

export const twoDays: BookingFacts = {
  ...sampleBooking,
  meetings: sampleMeetings("2026-10-24", "2026-10-26"),
};
export const online: BookingFacts = { ...sampleBooking, mode: "online", place: "Online", access: null };

export const sampleCallOff = { reason: "too few people", courseSlug: "an-invented-course" } as const;
export const samplePlan = {
  mode: "in person",
  place: "Sample Annexe, 2 Invented Street, Sampletown ZZ1 1ZZ",
  meetings: sampleMeetings("2026-11-17"),
} as const satisfies PlanBefore;

export type Sample<Kind extends MessageKind> = { title: string; facts: MessageFacts[Kind] };
