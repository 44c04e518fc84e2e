// A person answers an offer: takes the held place, or lets it go to the next in the queue.

import { transact } from "db/client";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import type { ActedAs } from "../bookings";
import { changeState, readBooker, readBookingRow, tell } from "../change-state.server";
import { type NoLongerAble, noLongerAble } from "../places/able-to-come.server";
import { actsAs } from "../places/acts-as.server";
import { readPlaces } from "../places.server";
import { offerFreePlaces } from "./offer-free-places.server";

export type OfferRefusal = "no offer" | "offer over" | NoLongerAble;

function mustAct(ctx: Context, personId: string): ActedAs {
  const { agencyId } = readBooker(ctx, personId);
  const actedAs = actsAs(ctx, { personId, agencyId });
  if (!actedAs) throw new NotFound("booking");
  return actedAs;
}

/** Takes the offered place. @throws NotFound when the booking is not the actor's */
export function acceptOffer(ctx: Context, bookingId: string): Result<null, OfferRefusal> {
  return transact(ctx.db, () => {
    const booking = readBookingRow(ctx, bookingId);
    const actedAs = mustAct(ctx, booking.personId);
    if (booking.state === "confirmed") return done(null);
    if (booking.state !== "offered" || booking.offerEndsAt === null) return refused("no offer");
    const session = readPlaces(ctx, booking.sessionId);
    const now = ctx.clock.now();
    // Booking may have been closed earlier than it was when the offer was made.
    const over = now >= Math.min(booking.offerEndsAt, session.bookingClosesAt);
    if (over || session.status !== "published") return refused("offer over");
    const hindrance = noLongerAble(ctx, booking.personId);
    if (hindrance) return refused(hindrance);
    tell(ctx, "booking confirmed", changeState(ctx, booking, "confirmed", { actedAs }), session, {});
    return done(null);
  });
}

/** Turns the offer down; the place goes to the next in the queue at once. @throws NotFound */
export function declineOffer(ctx: Context, bookingId: string): Result<null, OfferRefusal> {
  return transact(ctx.db, () => {
    const booking = readBookingRow(ctx, bookingId);
    const actedAs = mustAct(ctx, booking.personId);
    if (booking.state === "declined") return done(null);
    if (booking.state !== "offered") return refused("no offer");
    changeState(ctx, booking, "declined", { actedAs });
    offerFreePlaces(ctx, booking.sessionId);
    return done(null);
  });
}
