// What a booking's state is called on its page, for the person whose it is.
import type { BookingState } from "~/domain/bookings/bookings";

const headings: Record<BookingState, string> = {
  requested: "A coordinator is looking at your request",
  "awaiting approval": "Your booking is waiting for approval",
  confirmed: "Your place is confirmed",
  waiting: "You are on the waiting list",
  offered: "A place is being held for you",
  declined: "You turned down the offer",
  expired: "The offer has ended",
  cancelled: "Booking cancelled",
  moved: "Your booking has moved to another date",
  attended: "You attended this session",
  "partly attended": "You attended part of this session",
  "did not attend": "You did not attend this session",
};

/** `from`: the state before, as far as it is known. */
export function headingOf(state: BookingState, from: BookingState | null): string {
  if (state === "declined" && from === "requested") return "Your request was declined";
  if (state === "declined" && from === "awaiting approval") return "Your booking was not approved";
  if (state === "expired" && from === "waiting") return "Waiting has ended";
  if (state === "expired" && from !== null && from !== "offered") return "Your request has ended";
  return headings[state];
}
