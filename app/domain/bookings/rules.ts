// Pure rules of places and bookings: the state machine, who may book, and what marks come to.
import { hours } from "~/shared/clock";
import type { AttendanceMark, BookingState } from "./bookings";

/** States that hold one of the session's places. An offer holds a place until it is answered or ends. */
export const placeHolding = [
  "confirmed",
  "offered",
  "attended",
  "partly attended",
  "did not attend",
] as const;

/**
 * States in which somebody else has to decide first. They hold a place that was free when it was asked for; asked of a
 * full session, they keep their turn from then on (`queuedAt`) and hold none.
 */
export const pending = ["requested", "awaiting approval"] as const;

/** States after which a person may book the same session again. */
export const ended = ["cancelled", "declined", "expired", "moved"] as const;

/** States whose booking still has its session before it: what a called-off session or a leaver ends. */
export const toCome = ["requested", "awaiting approval", "confirmed", "waiting", "offered"] as const;

/** Every transition there is. Nothing moves a booking otherwise; docs/states.md is made from this table. */
export const transitions: Record<BookingState, readonly BookingState[]> = {
  requested: ["awaiting approval", "confirmed", "waiting", "declined", "expired", "cancelled"],
  "awaiting approval": ["confirmed", "waiting", "declined", "cancelled"],
  confirmed: ["cancelled", "moved", "attended", "partly attended", "did not attend"],
  waiting: ["offered", "expired", "cancelled", "moved"],
  offered: ["confirmed", "declined", "expired", "cancelled"],
  declined: [],
  expired: [],
  cancelled: [],
  moved: [],
  // A register may be put right afterwards.
  attended: ["partly attended", "did not attend"],
  "partly attended": ["attended", "did not attend"],
  "did not attend": ["attended", "partly attended"],
};

export type SessionPlaces = {
  status: "draft" | "published" | "closed" | "delivered" | "cancelled";
  opensAt: number | null;
  bookingClosesAt: number;
};

export type BookingRefusal =
  | "not open"
  | "not open yet"
  | "booking closed"
  | "already booked"
  | "full"
  | "agency not confirmed"
  | "account closed"
  | "prerequisites missing"
  | "no line manager";

/** How many newcomers could have a place now. Kept places and people who wait come first. */
export const placesLeft = (session: { capacity: number; taken: number; kept: number; waiting: number }) =>
  Math.max(0, session.capacity - session.taken - session.kept - session.waiting);

/**
 * The same, and of a hybrid session how many of them there can be in the room and online at most: those who wait are not
 * told apart here.
 */
export function leftByMode(session: {
  mode: "in person" | "online" | "hybrid";
  roomCapacity: number;
  onlineCapacity: number | null;
  capacity: number;
  taken: number;
  takenOnline: number;
  kept: number;
  waiting: number;
}): { placesLeft: number; leftInRoom: number; leftOnline: number } {
  const left = placesLeft(session);
  if (session.mode === "in person") return { placesLeft: left, leftInRoom: left, leftOnline: 0 };
  if (session.mode === "online") return { placesLeft: left, leftInRoom: 0, leftOnline: left };
  const free = (capacity: number, taken: number) => Math.min(left, Math.max(0, capacity - taken));
  return {
    placesLeft: left,
    leftInRoom: free(session.roomCapacity, session.taken - session.takenOnline),
    leftOnline: free(session.onlineCapacity ?? 0, session.takenOnline),
  };
}

/** Whether a session takes bookings at this instant, or why not. */
export function bookingWindow(
  session: SessionPlaces,
  now: number,
): "open" | "not open" | "not open yet" | "booking closed" {
  if (session.status !== "published") return "not open";
  if (session.opensAt !== null && now < session.opensAt) return "not open yet";
  return now < session.bookingClosesAt ? "open" : "booking closed";
}

export type Wish = {
  now: number;
  hasLiveBooking: boolean;
  agencyConfirmed: boolean;
  disabled: boolean;
  /** Whether a place is free for this person, kept places and those who wait considered. */
  hasPlace: boolean;
  /** What the person was told: someone promised a place is not put on a waiting list without being asked. */
  ifFull: "wait" | "refuse";
  /** A prerequisite is not on our record: "claimed" by the person, or not even that. */
  prerequisites: "met" | "claimed" | "missing";
  /** The course is for other kinds of work: a coordinator decides. */
  outsideAudience: boolean;
  /** Whose approval the course asks for and this wish does not bring along. */
  approval: "not needed" | "needed" | "nobody to ask";
};

/**
 * What becomes of a wish to book. Someone with a place is confirmed, asked about, or both in turn; without a place they
 * wait, and the questions are asked first, so that an offer can be taken at once when it comes.
 */
export function decideBooking(
  session: SessionPlaces,
  wish: Wish,
):
  | { ok: true; state: "requested" | "awaiting approval" | "confirmed" | "waiting"; queued: boolean }
  | { ok: false; reason: BookingRefusal } {
  if (wish.hasLiveBooking) return { ok: false, reason: "already booked" };
  if (wish.disabled) return { ok: false, reason: "account closed" };
  if (!wish.agencyConfirmed) return { ok: false, reason: "agency not confirmed" };
  const window = bookingWindow(session, wish.now);
  if (window !== "open") return { ok: false, reason: window };
  if (wish.prerequisites === "missing") return { ok: false, reason: "prerequisites missing" };
  if (wish.approval === "nobody to ask") return { ok: false, reason: "no line manager" };
  if (!wish.hasPlace && wish.ifFull === "refuse") return { ok: false, reason: "full" };
  const queued = !wish.hasPlace;
  if (wish.prerequisites === "claimed" || wish.outsideAudience)
    return { ok: true, state: "requested", queued };
  if (wish.approval === "needed") return { ok: true, state: "awaiting approval", queued };
  return { ok: true, state: queued ? "waiting" : "confirmed", queued };
}

/** Where a booking goes once nobody has to decide any more: it has its place, or its turn in the queue. */
export const settled = (booking: { queuedAt: number | null }): "confirmed" | "waiting" =>
  booking.queuedAt === null ? "confirmed" : "waiting";

/**
 * What a person's marks come to, one per meeting. Late still counts as having been there; leaving early does not
 * make a full attendance. Excused is not having been there: someone excused from every meeting did not attend, as the
 * state says only whether they came; that they were excused is in their marks, so nothing is charged and no rate counts
 * them (`missedBecause` and `attendanceRate`). It is not a cancellation: the place was theirs until the end.
 */
export function attendanceFrom(marks: AttendanceMark[]): "attended" | "partly attended" | "did not attend" {
  if (marks.every((mark) => mark === "absent" || mark === "excused")) return "did not attend";
  return marks.every((mark) => mark === "present" || mark === "late") ? "attended" : "partly attended";
}

/** A register opens an hour before its meeting, so that early arrivals can be marked. */
export const registerOpensAt = (meeting: { startsAt: number }) => meeting.startsAt - hours(1);
