// Pure rules of the register: what marks cost, and until when late is late.
import { minutes } from "~/shared/clock";
import type { AttendanceMark } from "./bookings";
import { attendanceFrom } from "./rules";

/**
 * What the marks that a person has may be charged as; the terms say whether and how much. Null: nothing.
 * Someone who came to nothing did not attend, unless every absence was excused or nobody marked them. Whoever came and left a meeting early may
 * be charged for that.
 */
export function missedBecause(marks: readonly AttendanceMark[]): "did not attend" | "left early" | null {
  if (attendanceFrom([...marks]) === "did not attend")
    return marks.every((mark) => mark === "excused") ? null : "did not attend";
  return marks.includes("left early") ? "left early" : null;
}

/**
 * The last instant (ms) at which somebody who arrives is late; after it they count as not having been there, and are
 * marked absent. Null where the terms have no such rule. The trainer decides and marks: the service only says.
 */
export const lateUntil = (
  meeting: { startsAt: number },
  { lateGraceMinutes }: { lateGraceMinutes: number | null },
): number | null => (lateGraceMinutes === null ? null : meeting.startsAt + minutes(lateGraceMinutes));
