// Bookings to come in words, alike on every page about somebody else's training. Safe in a browser.
import type { NextBooking } from "~/domain/bookings/bookings.server";

export type StateToCome = NextBooking["state"];

export const stateToComeInWords: Record<StateToCome, string> = {
  confirmed: "Booked",
  waiting: "On the waiting list",
  offered: "Offered a place",
  "awaiting approval": "Awaiting approval",
  requested: "A coordinator is looking at it",
};

export const isStateToCome = (text: string): text is StateToCome => Object.hasOwn(stateToComeInWords, text);
