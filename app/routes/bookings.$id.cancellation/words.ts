// What is being given up, in words, and what the form asks.
import { z } from "zod";
import type { BookingState } from "~/domain/bookings/bookings";
import type { CancelRefusal } from "~/domain/bookings/bookings.server";

export type GivenUp = "place" | "request" | "turn";

/** What cancelling a booking in this state gives up; null where there is nothing to cancel here: offers are declined. */
export function cancellationOf(state: BookingState): GivenUp | null {
  if (state === "confirmed") return "place";
  if (state === "waiting") return "turn";
  return state === "requested" || state === "awaiting approval" ? "request" : null;
}

const titles: Record<GivenUp, { own: string; theirs: string }> = {
  place: { own: "Cancel your booking", theirs: "Cancel this booking" },
  request: { own: "Take back your request", theirs: "Take back this request" },
  turn: { own: "Leave the waiting list", theirs: "Take them off the waiting list" },
};
export const titleOf = (what: GivenUp, own: boolean) => titles[what][own ? "own" : "theirs"];

export const whatIsLost: Record<GivenUp, string> = {
  place: "The place goes to the next person who waits for one. You can book again if there are places.",
  request: "Nobody has to decide about it any more. You can ask again if there are places.",
  turn: "The turn in the queue is lost. Joining again means joining at the end.",
};

/** Asked of coordinators only: what they do for their own reasons costs nobody anything. */
export const whoseDoing = [
  { value: "theirs", label: "The person, or their agency" },
  { value: "ours", label: "We do, for our own reasons: nothing is charged" },
];

export const cancellationForm = z.object({
  reason: z.string().trim().max(500, "Enter a reason of 500 characters or fewer").optional(),
  whose: z.enum(["theirs", "ours"], { error: "Select who cancels" }).optional(),
});

export const refusalInWords: Record<CancelRefusal, string> = {
  "already started": "The session has started, so the booking can no longer be cancelled here.",
  "not live": "This booking has already ended.",
};
