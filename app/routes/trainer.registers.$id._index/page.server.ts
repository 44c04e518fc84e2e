// What the register's page shows, for the one who asks.
import { lateUntil, readRegister } from "~/domain/bookings/bookings.server";
import { termsOfCourse } from "~/domain/terms/terms.server";
import { doneIn } from "~/web/done";
import type { SignedInVisit } from "~/web/enter.server";
import { endEvaluationOf } from "./end-evaluation.server";

/** "saved" is worded with how many are still to mark. */
const doneInWords = {
  saved: "saved",
  added: "Added to the register. Mark them below.",
  rows: "The marks you pasted are saved.",
};

/** @throws NotFound for anyone who does not deliver the session */
export function readPage(visit: SignedInVisit, meetingId: string) {
  const register = readRegister(visit, meetingId);
  const { session, meeting, meetings, people } = register;
  const now = visit.clock.now();
  return {
    courseTitle: session.courseTitle,
    sessionId: session.id,
    status: session.status,
    meeting: {
      id: meeting.id,
      number: meeting.number,
      of: meetings.length,
      date: meeting.date,
      startTime: meeting.startTime,
      endTime: meeting.endTime,
    },
    open: now >= meeting.registerOpensAt,
    opensAt: meeting.registerOpensAt,
    takenAt: meeting.registerTakenAt,
    others: meetings
      .filter((other) => other.id !== meeting.id)
      .map(({ id, number, date, startTime, endTime, registerTakenAt }) => ({
        id,
        number,
        date,
        startTime,
        endTime,
        registerTakenAt,
      })),
    people: people.map(({ bookingId, name, agencyName, accessNeeds, dietaryNeeds, walkIn, state, mark }) => ({
      bookingId,
      name,
      agencyName,
      accessNeeds,
      dietaryNeeds,
      walkIn,
      state,
      mark,
    })),
    lateUntil: lateUntil(meeting, termsOfCourse(visit, session.courseId).rules, session.mode),
    saved: doneIn(doneInWords, visit.url.searchParams),
    evaluation: endEvaluationOf(visit, register),
    /** Whose marks a phone keeps, and how old the page is that it shows them over. */
    personId: visit.person.id,
    madeAt: now,
  };
}
