// Reads the posted plan of a session; each mistake is told at its field.
import { workingDaysBefore } from "~/domain/calendars/calendars.server";
import type { SessionPlan } from "~/domain/sessions/sessions.server";
import { civilDateAt, instantOf } from "~/shared/civil-time";
import { mostMeetings } from "./plan-words";
import { readDate, readTime } from "./typed-times";

const mostPlaces = 1000;
/** Where nobody says when it is decided whether a session goes ahead. */
const decidedBefore = 5;

export type PlanErrors = Record<string, string>;
type Text = (name: string) => string;
type Meeting = SessionPlan["meetings"][number] & { number: number };

const textIn =
  (posted: FormData): Text =>
  (name) =>
    String(posted.get(name) ?? "").trim();

/**
 * @param settled the course and status of a session that is there already; its form does not ask for them, and its first
 * days may have been
 */
export function readPlan(
  posted: FormData,
  now: number,
  settled?: Pick<SessionPlan, "courseId" | "status">,
): { ok: true; plan: SessionPlan } | { ok: false; errors: PlanErrors } {
  const errors: PlanErrors = {};
  const text = textIn(posted);
  const courseId = settled?.courseId ?? text("courseId");
  if (!courseId) errors.courseId = "Select a course";
  const mode = oneOf(text("mode"), ["in person", "online", "hybrid"] as const);
  if (!mode) errors.mode = "Select how it takes place";
  const [venueId = "", roomId = ""] = text("venueId").split("/");
  if (mode && mode !== "online" && !venueId) errors.venueId = "Select a venue";
  const joiningLink = text("joiningLink");
  if (mode !== "in person" && joiningLink && !isWebAddress(joiningLink)) {
    errors.joiningLink = "Enter a joining link that starts with https://";
  }
  const capacity = readNumber(text("capacity"));
  if (capacity === null) errors.capacity = `Enter the number of places, from 1 to ${mostPlaces}`;
  const onlineCapacity = mode === "hybrid" ? readNumber(text("onlineCapacity")) : null;
  if (mode === "hybrid" && onlineCapacity === null)
    errors.onlineCapacity = `Enter how many can join online, from 1 to ${mostPlaces}`;
  const status = settled?.status ?? oneOf(text("status"), ["published", "draft"] as const);
  if (!status) errors.status = "Select whether people can book it now";

  const meetings = readMeetings(posted, errors);
  const firstStart = Math.min(...meetings.map((meeting) => instantOf(meeting.date, meeting.startTime)));
  if (!settled) mustBeToCome(meetings, now, errors);
  const bookingClosesAt = readMoment(text, "closes", "17:00", errors, "booking closes") ?? firstStart;
  if (!settled && bookingClosesAt <= now && text("closesDate"))
    errors.closesDate ??= "Enter a date in the future for booking to close";
  const opensAt = readMoment(text, "opens", "09:00", errors, "booking opens");
  const minimum = text("minimum") ? readNumber(text("minimum")) : null;
  if (text("minimum") && minimum === null)
    errors.minimum = `Enter a number of people, from 1 to ${mostPlaces}`;
  const decideBy = minimum === null ? null : readDecision(text, firstStart, errors);

  if (Object.keys(errors).length > 0 || !mode || !status || capacity === null) return { ok: false, errors };
  return {
    ok: true,
    plan: {
      courseId,
      mode,
      venueId: mode === "online" ? null : venueId,
      roomId: mode === "online" ? null : roomId || null,
      joiningLink: mode !== "in person" && joiningLink ? joiningLink : null,
      capacity,
      onlineCapacity,
      minimum,
      decideBy,
      opensAt,
      meetings: meetings.map(({ date, startTime, endTime }) => ({ date, startTime, endTime })),
      bookingClosesAt,
      status,
    },
  };
}

/** The meetings that were typed; the first may not be left blank. */
export function readMeetings(posted: FormData, errors: PlanErrors): Meeting[] {
  const text = textIn(posted);
  return Array.from({ length: mostMeetings }, (_, index) => index + 1).flatMap((number) =>
    readMeeting(number, text, errors),
  );
}

function mustBeToCome(meetings: Meeting[], now: number, errors: PlanErrors): void {
  for (const { number, date, startTime } of meetings)
    if (instantOf(date, startTime) <= now) errors[`date-${number}`] ??= "Enter a date in the future";
}

/** One meeting, or none where it was left blank or is told as an error. */
function readMeeting(number: number, text: Text, errors: PlanErrors): Meeting[] {
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

/** A date with a time, or null where nothing was typed; a date alone means `usual`. */
function readMoment(
  text: Text,
  name: "closes" | "opens",
  usual: string,
  errors: PlanErrors,
  what: string,
): number | null {
  const [dateText, timeText] = [text(`${name}Date`), text(`${name}Time`)];
  if (!dateText && !timeText) return null;
  const date = readDate(dateText);
  const time = timeText ? readTime(timeText) : usual;
  if (!date) errors[`${name}Date`] = `Enter the date when ${what}, such as 20/11/2026`;
  if (!time) errors[`${name}Time`] = `Enter the time when ${what}, such as 5pm`;
  return date && time ? instantOf(date, time) : null;
}

function readDecision(text: Text, firstStart: number, errors: PlanErrors): number | null {
  if (!text("decideDate")) {
    if (!Number.isFinite(firstStart)) return null;
    return instantOf(civilDateAt(workingDaysBefore(firstStart, decidedBefore)), "17:00");
  }
  const date = readDate(text("decideDate"));
  if (!date) errors.decideDate = "Enter the day to decide, such as 17/11/2026";
  return date === null ? null : instantOf(date, "17:00");
}

function readNumber(typed: string): number | null {
  const number = /^\d{1,6}$/.test(typed) ? Number(typed) : 0;
  return number >= 1 && number <= mostPlaces ? number : null;
}

function oneOf<Value extends string>(given: string, known: readonly Value[]): Value | undefined {
  return known.find((value) => value === given);
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === "https:";
}
