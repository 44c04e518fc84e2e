// A person gives up their place, or leaves the queue; the freed place goes to whoever has waited longest.
import { transact } from "db/client";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { changeState, readBookingRow, tell } from "./change-state.server";
import { offerFreePlaces } from "./offer-free-places.server";
import { readPlaces } from "./places.server";
import { mayChangeBooking } from "./policy";
import { transitions } from "./rules";

export type CancelRefusal = "already started" | "not live";

/**
 * Cancels a booking; again changes nothing.
 * @throws NotFound when the booking is not the actor's to cancel
 */
export function cancelBooking(
  ctx: Context,
  cancellation: { bookingId: string; reason?: string },
): Result<null, CancelRefusal> {
  return transact(ctx.db, () => {
    const booking = readBookingRow(ctx, cancellation.bookingId);
    if (!mayChangeBooking(ctx.actor, booking)) throw new NotFound("booking");
    if (booking.state === "cancelled") return done(null);
    if (!transitions[booking.state].includes("cancelled")) return refused("not live");
    const session = readPlaces(ctx, booking.sessionId);
    if (ctx.clock.now() >= session.startsAt) return refused("already started");

    const wasConfirmed = booking.state === "confirmed";
    const cancelled = changeState(ctx, booking, "cancelled", { reason: cancellation.reason });
    tell(ctx, "booking cancelled", cancelled, session, { wasConfirmed });
    offerFreePlaces(ctx, booking.sessionId);
    return done(null);
  });
}
