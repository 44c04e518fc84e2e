// What somebody is booked on and how much they have done, as their page tells it. Pure.
import type { MyBooking } from "~/domain/bookings/bookings.server";

const toCome = ["confirmed", "waiting", "offered"];

/** The link to join a session online is for whoever has the place, and stays out. */
export function trainingInShort(bookings: MyBooking[], now: number) {
  const ended = (...states: MyBooking["state"][]) => bookings.filter(({ state }) => states.includes(state));
  return {
    next: bookings
      .filter(({ state, endsAt }) => toCome.includes(state) && endsAt >= now)
      .map(({ id, courseTitle, state, meetings }) => ({
        id,
        courseTitle,
        state,
        date: meetings[0]?.date ?? null,
      })),
    attended: ended("attended", "partly attended").length,
    lastAttended: ended("attended", "partly attended").at(-1)?.meetings[0]?.date ?? null,
    missed: ended("did not attend").length,
  };
}
