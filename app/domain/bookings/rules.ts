// Pure rules of places, queues and registers.
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

/** States after which a person may book the same session again. */
export const ended = ["cancelled", "declined", "expired"] as const;

/** Every transition there is. Nothing moves a booking otherwise; docs/states.md is made from this table. */
export const transitions: Record<BookingState, readonly BookingState[]> = {
  confirmed: ["cancelled", "attended", "partly attended", "did not attend"],
  waiting: ["offered", "cancelled"],
  offered: ["confirmed", "declined", "expired", "cancelled"],
  declined: [],
  expired: [],
  cancelled: [],
  // A register may be put right afterwards.
  attended: ["partly attended", "did not attend"],
  "partly attended": ["attended", "did not attend"],
  "did not attend": ["attended", "partly attended"],
};

export type SessionPlaces = {
  status: "draft" | "published" | "closed" | "delivered" | "cancelled";
  bookingClosesAt: number;
  capacity: number;
  /** Bookings in a place-holding state. */
  taken: number;
  waiting: number;
};

export type BookingRefusal =
  | "not open"
  | "booking closed"
  | "already booked"
  | "full"
  | "agency not confirmed";

/** Places a newcomer could have now. People who wait come first, so while anyone waits there are none. */
export const placesLeft = (session: Pick<SessionPlaces, "capacity" | "taken" | "waiting">) =>
  session.waiting > 0 ? 0 : Math.max(0, session.capacity - session.taken);

/**
 * What becomes of a wish to book. `ifFull` is what the person was told: someone promised a place is not put on a
 * waiting list without being asked.
 */
export function decideBooking(
  session: SessionPlaces,
  wish: { now: number; hasLiveBooking: boolean; agencyConfirmed: boolean; ifFull: "wait" | "refuse" },
): { ok: true; state: "confirmed" | "waiting" } | { ok: false; reason: BookingRefusal } {
  if (wish.hasLiveBooking) return { ok: false, reason: "already booked" };
  if (!wish.agencyConfirmed) return { ok: false, reason: "agency not confirmed" };
  if (session.status !== "published") return { ok: false, reason: "not open" };
  if (wish.now >= session.bookingClosesAt) return { ok: false, reason: "booking closed" };
  if (placesLeft(session) > 0) return { ok: true, state: "confirmed" };
  return wish.ifFull === "wait" ? { ok: true, state: "waiting" } : { ok: false, reason: "full" };
}

const offerLasts = hours(24);

/** How many of the waiting may be offered a place now, and until when; none once booking has closed. */
export function decideOffers(session: SessionPlaces, now: number): { count: number; endsAt: number } {
  const endsAt = Math.min(now + offerLasts, session.bookingClosesAt);
  const free = Math.max(0, session.capacity - session.taken);
  const open = session.status === "published" && now < session.bookingClosesAt;
  return { count: open ? Math.min(free, session.waiting) : 0, endsAt };
}

/**
 * What a person's marks come to, one per meeting. Late still counts as having been there; leaving early does not
 * make a full attendance.
 */
export function attendanceFrom(marks: AttendanceMark[]): "attended" | "partly attended" | "did not attend" {
  if (marks.every((mark) => mark === "absent")) return "did not attend";
  return marks.every((mark) => mark === "present" || mark === "late") ? "attended" : "partly attended";
}

/** A register opens an hour before its meeting, so that early arrivals can be marked. */
export const registerOpensAt = (meeting: { startsAt: number }) => meeting.startsAt - hours(1);
