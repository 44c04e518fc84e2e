// A session's plan: what a coordinator decides about it, what makes a plan impossible, and what differs between two.
import type { PlanChange } from "~/domain/notifications/notifications";
import {
  addDays,
  type CivilDate,
  civilDateAt,
  daysBetween,
  instantOf,
  wallTimeAt,
} from "~/shared/civil-time";
import { type PlannedMeeting, type PlanRefusal, planMeetings } from "./rules";
import type { Session, SessionMode } from "./sessions";

export type SessionPlan = {
  courseId: string;
  mode: SessionMode;
  venueId: string | null;
  roomId?: string | null;
  joiningLink: string | null;
  /** Places; of a hybrid session, those in the room. */
  capacity: number;
  /** Of a hybrid session only: the places online. */
  onlineCapacity?: number | null;
  /** With fewer people than this, somebody decides by `decideBy` whether it goes ahead. */
  minimum?: number | null;
  decideBy?: number | null;
  meetings: PlannedMeeting[];
  /** When booking opens; blank: with publication. */
  opensAt?: number | null;
  /** Until when people may book; the start of the first meeting at the latest. */
  bookingClosesAt: number;
  status: "draft" | "published";
};

/** What of a plan can be changed afterwards. */
export type ChangedPlan = Omit<SessionPlan, "courseId" | "status">;

export type PlacesRefusal = "no places" | "no places online" | "minimum above places" | "no day to decide";
export type TimesRefusal =
  | PlanRefusal
  | "booking closes after the start"
  | "booking opens after it closes"
  | "decided after the start";

type TimedMeeting = PlannedMeeting & { startsAt: number; endsAt: number };
export type Judged = { meetings: TimedMeeting[]; startsAt: number; endsAt: number };

/** What can be told of a plan without looking anything up: its times and instants, or why it cannot be. */
export function judgePlan(
  plan: ChangedPlan,
): ({ ok: true } & Judged) | { ok: false; reason: PlacesRefusal | TimesRefusal } {
  const refuse = (reason: PlacesRefusal | TimesRefusal) => ({ ok: false, reason }) as const;
  const online = plan.mode === "hybrid" ? (plan.onlineCapacity ?? 0) : 0;
  if (!Number.isInteger(plan.capacity) || plan.capacity < 1) return refuse("no places");
  if (plan.mode === "hybrid" && (!Number.isInteger(online) || online < 1)) return refuse("no places online");
  const planned = planMeetings(plan.meetings);
  if (!planned.ok) return refuse(planned.reason);
  const startsAt = Math.min(...planned.meetings.map((meeting) => meeting.startsAt));
  const endsAt = Math.max(...planned.meetings.map((meeting) => meeting.endsAt));
  if (plan.bookingClosesAt > startsAt) return refuse("booking closes after the start");
  if (plan.opensAt != null && plan.opensAt >= plan.bookingClosesAt)
    return refuse("booking opens after it closes");
  if (plan.minimum != null) {
    if (plan.minimum < 1 || plan.minimum > plan.capacity + online) return refuse("minimum above places");
    if (plan.decideBy == null) return refuse("no day to decide");
    if (plan.decideBy > startsAt) return refuse("decided after the start");
  }
  return { ok: true, meetings: planned.meetings, startsAt, endsAt };
}

/** The plan that a session stands for now. */
export function planOf(session: Session): SessionPlan {
  return {
    courseId: session.courseId,
    mode: session.mode,
    venueId: session.venueId,
    roomId: session.room?.id ?? null,
    joiningLink: session.joiningLink,
    capacity: session.capacity,
    onlineCapacity: session.onlineCapacity,
    minimum: session.minimum,
    decideBy: session.decideBy,
    meetings: session.meetings.map(({ date, startTime, endTime }) => ({ date, startTime, endTime })),
    opensAt: session.opensAt,
    bookingClosesAt: session.bookingClosesAt,
    status: session.status === "draft" ? "draft" : "published",
  };
}

/**
 * The same plan with its first meeting on another day: the other meetings, the close and opening of booking and the day
 * to decide are as many days from it as before, at the same time on the wall, across a clock change too.
 */
export function planOn(plan: SessionPlan, firstDay: CivilDate): SessionPlan {
  const days = daysBetween(plan.meetings[0]?.date ?? firstDay, firstDay);
  const moved = (instant: number) => instantOf(addDays(civilDateAt(instant), days), wallTimeAt(instant));
  const movedIfAny = (instant: number | null | undefined) => (instant == null ? null : moved(instant));
  return {
    ...plan,
    meetings: plan.meetings.map((meeting) => ({ ...meeting, date: addDays(meeting.date, days) })),
    bookingClosesAt: moved(plan.bookingClosesAt),
    opensAt: movedIfAny(plan.opensAt),
    decideBy: movedIfAny(plan.decideBy),
  };
}

export const planFields = [
  "meetings",
  "how it takes place",
  "venue",
  "room",
  "joining link",
  "places",
  "places online",
  "minimum",
  "day to decide",
  "opening of booking",
  "close of booking",
] as const;
export type PlanField = (typeof planFields)[number];

/** Which fields differ between two plans, and which of that people who have booked must hear. */
export function differences(
  before: ChangedPlan,
  after: ChangedPlan,
): { fields: PlanField[]; changed: PlanChange[] } {
  const facts = (plan: ChangedPlan): Record<PlanField, unknown> => ({
    meetings: plan.meetings
      .map((meeting) => `${meeting.date} ${meeting.startTime} ${meeting.endTime}`)
      .join(),
    "how it takes place": plan.mode,
    venue: plan.venueId,
    room: plan.roomId ?? null,
    "joining link": plan.joiningLink,
    places: plan.capacity,
    "places online": plan.onlineCapacity ?? null,
    minimum: plan.minimum ?? null,
    "day to decide": plan.decideBy ?? null,
    "opening of booking": plan.opensAt ?? null,
    "close of booking": plan.bookingClosesAt,
  });
  const [old, now] = [facts(before), facts(after)];
  const fields = planFields.filter((field) => old[field] !== now[field]);
  const any = (...wanted: PlanField[]) => wanted.some((field) => fields.includes(field));
  const changed: PlanChange[] = [];
  if (any("meetings")) changed.push("when");
  if (any("how it takes place", "venue", "room")) changed.push("where");
  if (any("joining link")) changed.push("link");
  return { fields, changed };
}
