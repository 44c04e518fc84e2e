// Pure rules of the sessions room.
import { type CivilDate, instantOf, isCivilDate, isWallTime, type WallTime } from "~/shared/civil-time";

export type PlannedMeeting = { date: CivilDate; startTime: WallTime; endTime: WallTime };
export type PlanRefusal = "no meetings" | "not a date" | "ends before it starts" | "meetings overlap";

/** Meetings in time order with their instants, or why they cannot be. */
export function planMeetings(
  planned: PlannedMeeting[],
):
  | { ok: true; meetings: (PlannedMeeting & { startsAt: number; endsAt: number })[] }
  | { ok: false; reason: PlanRefusal } {
  if (planned.length === 0) return { ok: false, reason: "no meetings" };
  if (planned.some((m) => !isCivilDate(m.date) || !isWallTime(m.startTime) || !isWallTime(m.endTime))) {
    return { ok: false, reason: "not a date" };
  }
  const meetings = planned
    .map((m) => ({ ...m, startsAt: instantOf(m.date, m.startTime), endsAt: instantOf(m.date, m.endTime) }))
    .sort((a, b) => a.startsAt - b.startsAt);
  if (meetings.some((m) => m.endsAt <= m.startsAt)) return { ok: false, reason: "ends before it starts" };
  if (meetings.some((m, i) => i > 0 && m.startsAt < (meetings[i - 1]?.endsAt ?? 0))) {
    return { ok: false, reason: "meetings overlap" };
  }
  return { ok: true, meetings };
}

export type Span = { startsAt: number; endsAt: number };

/** Whether any two spans share time; spans that only touch do not. */
export const clash = (ours: Span[], theirs: Span[]) =>
  ours.some((a) => theirs.some((b) => a.startsAt < b.endsAt && b.startsAt < a.endsAt));
