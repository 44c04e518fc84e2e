// What messages that remind, further calendar entries and notes to those on a session are made from.
import type { noteAudiences } from "db/schema";
import type { BookingFacts, MeetingFacts } from "./session-facts";

export type NoteAudience = (typeof noteAudiences)[number];

export type ReminderMessages = {
  /** Some days before: where, how to get in, what to expect, what to read, and who teaches by their part and agency. */
  "joining details": BookingFacts & {
    teachers: { part: "lead" | "co-trainer" | "lived experience"; agencyName: string }[];
    /** Those for people with a place, and for everyone. */
    materials: { title: string; url: string }[];
    /** What may distress, and who to talk to. */
    contentNote: string | null;
  };
  /** The working morning before. */
  reminder: BookingFacts & { meeting: MeetingFacts };
  /** A further day, or one that is no longer part of it: mail programs read one calendar part a letter. */
  "calendar entry": BookingFacts & {
    meeting: MeetingFacts;
    method: "REQUEST" | "CANCEL";
    /** They had booked it with two accounts that are one now: the booking that stays. */
    twice?: { bookingId: string; reference: string };
  };
  /** A certificate runs out. `number`: 0 is the first letter, 1 the last. */
  "renewal due": {
    personName: string;
    courseTitle: string;
    courseSlug: string;
    expiresOn: string;
    number: number;
  };
  /** What a coordinator or a trainer wrote to those on a session. */
  "session note": {
    personName: string;
    sessionId: string;
    noteId: string;
    courseTitle: string;
    meetings: MeetingFacts[];
    audience: NoteAudience;
    from: "coordinator" | "trainer";
    /** Their booking; null for those who teach. */
    bookingId: string | null;
    subject: string;
    /** Markdown. */
    body: string;
  };
};
