// Samples of letters that remind, of further calendar entries and of notes to those on a session.
import { online, type Sample, sampleBooking, sampleMeetings, sampleRecipient, twoDays } from "./sample-facts";

export type ReminderKind = "joining details" | "reminder" | "calendar entry" | "renewal due" | "session note";

const [dayOne, dayTwo] = sampleMeetings("2026-10-24", "2026-10-26");
const [day] = sampleMeetings("2026-11-24");
if (!day || !dayOne || !dayTwo) throw new Error("A sample has its days.");

const twice = { bookingId: "sample-other-booking", reference: "SAMP-6789" };

const note = {
  personName: sampleRecipient.name,
  sessionId: sampleBooking.sessionId,
  noteId: "sample-note",
  courseTitle: sampleBooking.courseTitle,
  meetings: sampleBooking.meetings,
};
const renewal = {
  personName: sampleRecipient.name,
  courseTitle: sampleBooking.courseTitle,
  courseSlug: "an-invented-course",
  expiresOn: "2027-02-28",
};

export const reminderSamples: { [Kind in ReminderKind]: Sample<Kind>[] } = {
  "joining details": [
    {
      title: "in person, with something to read",
      facts: {
        ...sampleBooking,
        teachers: [
          { part: "lead", agencyName: "Sampletown Hospice" },
          { part: "lived experience", agencyName: "Sampletown Voices" },
        ],
        materials: [{ title: "An invented handout", url: "https://sampletown.example/handout" }],
        contentNote: "We talk about harm to children. You may step out at any time.",
      },
    },
    {
      title: "online, with nothing to add",
      facts: { ...online, teachers: [], materials: [], contentNote: null },
    },
  ],
  reminder: [
    { title: "in person", facts: { ...sampleBooking, meeting: day } },
    {
      title: "the second day, online",
      facts: { ...twoDays, mode: "online", place: "Online", meeting: dayTwo },
    },
  ],
  "calendar entry": [
    { title: "the second of two days", facts: { ...twoDays, meeting: dayTwo, method: "REQUEST" } },
    {
      title: "a day that is no longer part of it",
      facts: { ...sampleBooking, revision: 1, meeting: dayTwo, method: "CANCEL" },
    },
    {
      title: "a double entry, of somebody who had two accounts",
      facts: { ...sampleBooking, revision: 1, meeting: day, method: "CANCEL", twice },
    },
    {
      title: "the entry that stays, of somebody who had two accounts",
      facts: { ...sampleBooking, meeting: day, method: "REQUEST", twice: sampleBooking },
    },
  ],
  "renewal due": [
    { title: "three months before", facts: { ...renewal, number: 0 } },
    { title: "a month before", facts: { ...renewal, number: 1 } },
  ],
  "session note": [
    {
      title: "to those with a place",
      facts: {
        ...note,
        audience: "booked",
        from: "coordinator",
        bookingId: sampleBooking.bookingId,
        subject: "Where to park",
        body: "The car park is **closed** that day.\n\n- Use the one behind the library.\n- Or come by bus.",
      },
    },
    {
      title: "to those who teach it",
      facts: {
        ...note,
        audience: "trainers",
        from: "coordinator",
        bookingId: null,
        subject: "The room",
        body: "The screen is new. Please come a little earlier to try it.",
      },
    },
  ],
};
