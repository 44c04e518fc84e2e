// Reads the posted plan of a session; each mistake is told at its field.
import type { SessionPlan } from "~/domain/sessions/sessions.server";
import { instantOf } from "~/shared/civil-time";
import { readDate, readTime } from "./typed-times";

export const meetingNumbers = [1, 2, 3] as const;
const mostPlaces = 1000;

export const fieldOrder = [
  "courseId",
  "mode",
  "venueId",
  "joiningLink",
  "capacity",
  ...meetingNumbers.flatMap((number) => [`date-${number}`, `start-${number}`, `end-${number}`]),
  "closesDate",
  "closesTime",
  "status",
];

type Errors = Record<string, string>;
type Read = { ok: true; plan: SessionPlan } | { ok: false; errors: Errors };

export function readPlan(posted: FormData, now: number): Read {
  const errors: Errors = {};
  const text = (name: string) => String(posted.get(name) ?? "").trim();

  const courseId = text("courseId");
  if (!courseId) errors.courseId = "Select a course";
  const mode = oneOf(text("mode"), ["in person", "online"] as const);
  if (!mode) errors.mode = "Select in person or online";
  const venueId = text("venueId");
  if (mode === "in person" && !venueId) errors.venueId = "Select a venue";
  const joiningLink = text("joiningLink");
  if (mode === "online" && joiningLink && !isWebAddress(joiningLink)) {
    errors.joiningLink = "Enter a joining link that starts with https://";
  }
  const capacity = /^\d{1,6}$/.test(text("capacity")) ? Number(text("capacity")) : 0;
  if (capacity < 1 || capacity > mostPlaces)
    errors.capacity = `Enter the number of places, from 1 to ${mostPlaces}`;
  const status = oneOf(text("status"), ["published", "draft"] as const);
  if (!status) errors.status = "Select whether people can book it now";

  const meetings = meetingNumbers.flatMap((number) => readMeeting(number, text, errors));
  const starts = meetings.map((meeting) => instantOf(meeting.date, meeting.startTime));
  const firstStart = Math.min(...starts);
  starts.forEach((start, index) => {
    const field = `date-${meetings[index]?.number}`;
    if (start <= now) errors[field] ??= "Enter a date in the future";
  });
  const bookingClosesAt = readClosing(text, errors, firstStart);
  if (bookingClosesAt <= now && text("closesDate"))
    errors.closesDate ??= "Enter a date in the future for booking to close";

  if (Object.keys(errors).length > 0 || !mode || !status) return { ok: false, errors };
  return {
    ok: true,
    plan: {
      courseId,
      mode,
      venueId: mode === "in person" ? venueId : null,
      joiningLink: mode === "online" && joiningLink ? joiningLink : null,
      capacity,
      meetings: meetings.map(({ date, startTime, endTime }) => ({ date, startTime, endTime })),
      bookingClosesAt,
      status,
    },
  };
}

type Text = (name: string) => string;

/** One meeting, or none where it was left blank or is told as an error; the first may not be left blank. */
function readMeeting(number: number, text: Text, errors: Errors) {
  const [dateText, startText, endText] = [
    text(`date-${number}`),
    text(`start-${number}`),
    text(`end-${number}`),
  ];
  if (number > 1 && !dateText && !startText && !endText) return [];
  const date = readDate(dateText);
  const startTime = readTime(startText);
  const endTime = readTime(endText);
  if (!date) errors[`date-${number}`] = `Enter the date of meeting ${number}, such as 24/11/2026`;
  if (!startTime) errors[`start-${number}`] = `Enter when meeting ${number} starts, such as 9:30am`;
  if (!endTime) errors[`end-${number}`] = `Enter when meeting ${number} ends, such as 4:30pm`;
  if (!date || !startTime || !endTime) return [];
  if (endTime <= startTime) {
    errors[`end-${number}`] = `Enter an end of meeting ${number} that is after its start`;
  }
  return [{ number, date, startTime, endTime }];
}

/** When booking closes: as typed, or with the start of the first meeting where nothing was. */
function readClosing(text: Text, errors: Errors, firstStart: number): number {
  const [dateText, timeText] = [text("closesDate"), text("closesTime")];
  if (!dateText && !timeText) return firstStart;
  const date = readDate(dateText);
  const time = timeText ? readTime(timeText) : "17:00";
  if (!date) errors.closesDate = "Enter the date when booking closes, such as 20/11/2026";
  if (!time) errors.closesTime = "Enter the time when booking closes, such as 5pm";
  return date && time ? instantOf(date, time) : firstStart;
}

function oneOf<Value extends string>(given: string, known: readonly Value[]): Value | undefined {
  return known.find((value) => value === given);
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === "https:";
}
