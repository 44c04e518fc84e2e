// Pure rules of the register: what marks cost, and until when late is late.
import type { SessionMode } from "~/domain/sessions/sessions";
import type { TermsRules } from "~/domain/terms/terms";
import { minutes } from "~/shared/clock";
import type { AttendanceMark } from "../bookings";
import { attendanceFrom } from "../rules";

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

type Lateness = Pick<TermsRules, "lateGraceMinutes" | "lateGraceFor" | "halfDayUpToMinutes">;

/**
 * The last instant (ms) at which somebody who arrives is late; after it they count as not having been there, and are
 * marked absent. Null where the terms have no such rule, or not for days this short or for places of this mode. The
 * trainer decides and marks: the service only says.
 */
export function lateUntil(
  meeting: { startsAt: number; endsAt: number },
  { lateGraceMinutes, lateGraceFor, halfDayUpToMinutes }: Lateness,
  mode: SessionMode,
): number | null {
  const short = meeting.endsAt - meeting.startsAt <= minutes(halfDayUpToMinutes);
  const spared = (lateGraceFor === "full days" && short) || (lateGraceFor === "online" && mode !== "online");
  return lateGraceMinutes === null || spared ? null : meeting.startsAt + minutes(lateGraceMinutes);
}
