// When people do things: not in their sleep.
import { days, hours } from "~/shared/clock";
import { chanceFrom } from "./chance";
import type { PlannedSession } from "./programme";

/**
 * When each of `count` people books, in order: most soon after a session is put on; for one that is still to come
 * also more and more until a few hours ago.
 */
export function bookingTimes(session: PlannedSession, count: number, now: number): number[] {
  const first = session.opensAt + hours(1);
  const lately = session.situation
    ? now - (session.situation === "called off" ? days(3) : hours(5))
    : now - chanceFrom(session.key).between(hours(5), hours(40));
  const last = session.coming ? Math.min(session.closesAt - hours(2), lately) : session.closesAt - hours(2);
  return Array.from({ length: count }, (_, index) => {
    const share = ((index + 1) / count) ** (session.coming ? 0.7 : 1.5);
    return byDay(first + (last - first) * share, first, last) + index;
  });
}

/** The same day between 7 in the morning and 8 at night (9 in summer), within bounds. Calendars would be too slow here. */
export function byDay(at: number, from: number, to: number): number {
  const midnight = at - (at % days(1));
  const awake = midnight + hours(7) + ((at - midnight) * 13) / 24;
  return Math.round(Math.min(to, Math.max(from, awake)));
}
