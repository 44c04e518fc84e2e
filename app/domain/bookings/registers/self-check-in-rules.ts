// Pure rules of checking oneself in: when it is possible, and as what.
import { minutes } from "~/shared/clock";
import type { AttendanceMark } from "../bookings";
import type { MarkRefusal } from "./register.server";

/**
 * Until so many minutes after the start a check-in counts as present: a room of people who were there on time needs a few
 * minutes to scan a code and sign in. Later is late.
 */
export const onTimeMinutes = 10;

export type CheckInRefusal =
  | MarkRefusal
  | "no place"
  | "register finished"
  | "over"
  | "too late"
  | "marked already";

type Standing = {
  now: number;
  meeting: { startsAt: number; endsAt: number };
  /** Why the register cannot be written in at all, if so. */
  closed: MarkRefusal | null;
  finished: boolean;
  hasPlace: boolean;
  /** From the terms: after this instant the trainer decides. Null: late is late. */
  lateUntil: number | null;
  /** Who made the mark there is: whoever delivers the session, or the person at an earlier check-in. */
  mark: { mark: AttendanceMark; own: boolean } | null;
};

/** As what somebody who checks in now is marked, or why not. A mark that the trainer made is never written over. */
export function decideCheckIn(
  standing: Standing,
): { ok: true; mark: AttendanceMark } | { ok: false; reason: CheckInRefusal } {
  const { now, meeting, closed, mark, lateUntil } = standing;
  const no = (reason: CheckInRefusal) => ({ ok: false, reason }) as const;
  if (!standing.hasPlace) return no("no place");
  if (closed) return no(closed);
  if (mark) return mark.own ? { ok: true, mark: mark.mark } : no("marked already");
  if (standing.finished) return no("register finished");
  if (now >= meeting.endsAt) return no("over");
  if (lateUntil !== null && now > lateUntil) return no("too late");
  return { ok: true, mark: now > meeting.startsAt + minutes(onTimeMinutes) ? "late" : "present" };
}
