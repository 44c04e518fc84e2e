// Pure rule: which of two bookings stays when one person has booked the same session from two accounts.
import type { BookingState } from "../bookings";

export type TwinBooking = {
  id: string;
  state: BookingState;
  createdAt: number;
  queuedAt: number | null;
  offerEndsAt: number | null;
  /** Marks on the session's registers. */
  marks: number;
  /** Whether the questions before the training were answered with it. */
  answered: boolean;
};

/** How far a booking has come. */
function progress(state: BookingState): number {
  if (state === "waiting") return 1;
  if (state === "requested" || state === "awaiting approval") return 2;
  return state === "offered" ? 3 : 4;
}

const onRegister = 4;

/**
 * The one further along stays; of two alike, the one with answers, then the offer that lasts longer, then the one that
 * came first. Null where both are on a register that has begun: one of them would have to be taken off it, and a register
 * is evidence.
 */
export function keepOne<Booking extends TwinBooking>(
  one: Booking,
  other: Booking,
  session: { startsAt: number },
  now: number,
): { keep: Booking; end: Booking } | null {
  const [keep, end] = [one, other].sort(
    (a, b) =>
      progress(b.state) - progress(a.state) ||
      b.marks - a.marks ||
      Number(b.answered) - Number(a.answered) ||
      (b.offerEndsAt ?? 0) - (a.offerEndsAt ?? 0) ||
      (a.queuedAt ?? a.createdAt) - (b.queuedAt ?? b.createdAt) ||
      (a.id < b.id ? -1 : 1),
  ) as [Booking, Booking];
  const untouched = end.state === "confirmed" && end.marks === 0 && now < session.startsAt;
  return progress(end.state) < onRegister || untouched ? { keep, end } : null;
}
