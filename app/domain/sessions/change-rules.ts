// Pure rule: which changes of a planned session are too late, or would leave people without their place.
import type { Session } from "./sessions";
import type { SettledPlan, SettleRefusal } from "./settle-plan.server";

/** Places of a session that are taken or reserved, by where they are. */
export type Taken = { "in person": number; online: number };

export type ChangeRefusal =
  | {
      why:
        | SettleRefusal
        | "session is over"
        | "meeting has begun"
        | "starts in the past"
        | "meetings taken out";
    }
  /** A mode would have fewer places than are taken in it. */
  | { why: "places taken"; mode: "in person" | "online"; taken: number };

type Times = { date: string; startTime: string; endTime: string };
const same = (a: Times, b: Times | undefined) =>
  b !== undefined && a.date === b.date && a.startTime === b.startTime && a.endTime === b.endTime;

/** Why a session may not be changed like this; null: it may. */
export function judgeChange(
  session: Session,
  plan: SettledPlan,
  taken: Taken,
  now: number,
): ChangeRefusal | null {
  if (session.status === "cancelled" || session.status === "delivered") return { why: "session is over" };
  const begun = session.meetings.filter((meeting) => meeting.startsAt <= now);
  if (begun.some((meeting, index) => !same(meeting, plan.meetings[index])))
    return { why: "meeting has begun" };
  const moved = plan.meetings.filter((meeting, index) => !same(meeting, session.meetings[index]));
  if (moved.some((meeting) => meeting.startsAt <= now)) return { why: "starts in the past" };
  // A session is over with the register of its last day: without that day, one that is finished would never close it.
  if (begun.length > 0 && plan.meetings.length < session.meetings.length)
    return { why: "meetings taken out" };
  return tooFew(plan, taken);
}

/** In a session of one mode, everyone's place is in that mode. */
function tooFew(plan: SettledPlan, taken: Taken): ChangeRefusal | null {
  const all = taken["in person"] + taken.online;
  if (plan.mode !== "hybrid")
    return plan.capacity < all ? { why: "places taken", mode: plan.mode, taken: all } : null;
  if (plan.capacity < taken["in person"])
    return { why: "places taken", mode: "in person", taken: taken["in person"] };
  if ((plan.onlineCapacity ?? 0) < taken.online)
    return { why: "places taken", mode: "online", taken: taken.online };
  return null;
}
