// The bookings file: who was booked on what and what came of it, as coordinators kept it in a spreadsheet.
import { z } from "zod";
import {
  type ImportedBooking,
  type ImportedBookingProblem,
  type ImportedBookingRefusal,
  importBookings,
  weighBookings,
} from "~/domain/bookings/bookings.server";
import { counted, listed, plainDate } from "~/shared/format";
import type { Result } from "~/shared/result";
import { day, emailAddress, optionalOneOf, optionalTime, requiredText, shown } from "./cells";
import { type Reading, readRows } from "./reading";
import { agreeOrTakeOut, type Kind } from "./run-import";

const outcomes = ["booked", "attended", "partly attended", "did not attend", "cancelled"] as const;
const needed = ["course", "date", "email", "outcome"];
/** `reference` and `notes` are what spreadsheets have besides; nothing of them is kept. */
const optional = ["start_time", "mode", "reference", "notes"];

const booking = z
  .object({
    course: requiredText(),
    date: day,
    start_time: optionalTime,
    email: emailAddress,
    outcome: optionalOneOf(outcomes),
    mode: optionalOneOf(["in person", "online"]),
  })
  .transform(({ start_time, ...same }): ImportedBooking => ({ ...same, startTime: start_time }));

/** The bookings that a file's text tells of, and the rows that cannot be read. Pure. */
export function readBookings(text: string): Result<Reading<ImportedBooking>, string> {
  return readRows(text, needed, booking, optional);
}

function problemWords(problem: ImportedBookingProblem, numberAt: (index: number) => number): string {
  switch (problem.kind) {
    case "no such course":
      return `course: ${shown(problem.given)} is not the title of a course here, nor how its address names it. Write it as it stands in the list of courses.`;
    case "no such session":
      return `date: no session of that course begins on ${plainDate(problem.date)}. Check the day, or schedule the session first.`;
    case "several sessions":
      return `start_time: several sessions of that course begin on that day, at ${listed(problem.startTimes)}. Say which one is meant.`;
    case "no such person":
      return `email: nobody here has the address ${shown(problem.given)}. Check it, or import the person first.`;
    case "merged":
      return `email: was merged into the account of ${shown(problem.into)}. Use that address.`;
    case "repeated":
      return `is the same session and person as row ${numberAt(problem.firstIndex)}. Take one of the two out.`;
    case "recorded differently":
      return `already here as ${shown(problem.state)}. ${agreeOrTakeOut}`;
    case "over without an outcome":
      return "outcome: the session is over. Say what came of the booking: attended, partly attended, did not attend or cancelled.";
    case "not over yet":
      return `outcome: the session is not over, so nobody can be known as ${shown(problem.outcome)}. Write booked or cancelled.`;
    case "not published":
      return "date: that session is a draft, which nobody can book. Publish it first.";
    case "called off":
      return "outcome: that session was called off. Write cancelled, or take the row out.";
    case "no such way to take part":
      return `mode: people take part in that session only ${listed(problem.modes)}. Write that, or leave it blank.`;
    case "has left":
      return "email: this person has left, so they cannot be booked on a session to come.";
    case "agency not confirmed":
      return "email: nobody has confirmed this person's agency yet. Confirm it first, under Admin, People.";
    case "full":
      return "the session has no place left for this row. Places that are kept, and people who wait, come first.";
  }
}

/** "120 bookings of 80 people on 11 sessions: 100 attended, …" */
function totalsLine(rows: ImportedBooking[]): string {
  const distinct = (keyOf: (row: ImportedBooking) => string) => new Set(rows.map(keyOf)).size;
  const people = distinct(({ email }) => email.toLowerCase());
  const sessions = distinct(({ course, date, startTime }) => [course.toLowerCase(), date, startTime].join());
  const shares = outcomes.flatMap((outcome) => {
    const count = rows.filter((row) => (row.outcome ?? "booked") === outcome).length;
    return count > 0 ? [`${count} ${outcome}`] : [];
  });
  const whole = `${counted(rows.length, "booking")} of ${counted(people, "person", "people")} on ${counted(sessions, "session")}`;
  return `${whole}: ${listed(shares)}. No message is sent to anyone.`;
}

export const bookings: Kind<ImportedBooking, ImportedBookingRefusal> = {
  read: readBookings,
  weigh: weighBookings,
  record: importBookings,
  reasonOf: ({ problems }, numberAt) => problems.map((problem) => problemWords(problem, numberAt)).join(" "),
  totalsLine,
};
