// A place is given up, or a turn in the queue; the freed place goes to whoever's turn it is.
import { transact } from "db/client";
import { changedTooLate, chargeFor } from "~/domain/charges/charges.server";
import type { Context } from "~/domain/context";
import { noticeGiven } from "~/domain/terms/terms.server";
import { NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { withdrawApproval } from "../approvals/close-approval.server";
import type { ActedAs } from "../bookings";
import { type BookingRow, changeState, readBooker, readBookingRow, tell } from "../change-state.server";
import { readPlaces } from "../places.server";
import { transitions } from "../rules";
import { offerFreePlaces } from "../waiting/offer-free-places.server";
import { actsAs } from "./acts-as.server";
import { termsOfBooking } from "./terms-of-booking.server";

export type CancelRefusal = "already started" | "not live";

export type Cancellation = {
  bookingId: string;
  reason?: string;
  /** Of a coordinator: the place is taken away for our own reasons, and nothing is charged. */
  ourDoing?: boolean;
};

/**
 * Cancels a booking; again changes nothing. Too little notice of a confirmed place is charged by the terms it was booked
 * under.
 * @throws NotFound when the booking is not the actor's to cancel
 */
export function cancelBooking(ctx: Context, cancellation: Cancellation): Result<null, CancelRefusal> {
  return transact(ctx.db, () => {
    const booking = readBookingRow(ctx, cancellation.bookingId);
    const { agencyId } = readBooker(ctx, booking.personId);
    const actedAs = actsAs(ctx, { personId: booking.personId, agencyId });
    if (!actedAs) throw new NotFound("booking");
    if (booking.state === "cancelled") return done(null);
    if (!transitions[booking.state].includes("cancelled")) return refused("not live");
    const session = readPlaces(ctx, booking.sessionId);
    const now = ctx.clock.now();
    if (now >= session.startsAt) return refused("already started");

    const wasConfirmed = booking.state === "confirmed";
    const theirs = wasConfirmed && owes(actedAs, cancellation);
    const notice = theirs ? noticeOf(ctx, booking, session.startsAt) : {};
    withdrawApproval(ctx, booking);
    const cancelled = changeState(ctx, booking, "cancelled", {
      ...notice,
      actedAs,
      reason: cancellation.reason,
    });
    if (theirs) chargeFor(ctx, { kind: "late cancellation", booking, at: now });
    tell(ctx, "booking cancelled", cancelled, session, { wasConfirmed });
    offerFreePlaces(ctx, booking.sessionId);
    return done(null);
  });
}

/** A coordinator cancels for somebody, or of their own accord; only the first is the person's doing. */
const owes = (actedAs: ActedAs, { ourDoing }: Cancellation) => !(actedAs === "coordinator" && ourDoing);

/** What the history says of the notice given. */
export function noticeOf(ctx: Context, booking: BookingRow, startsAt: number) {
  const { rules } = termsOfBooking(ctx, booking);
  const { given, percent } = noticeGiven(rules, { at: ctx.clock.now(), startsAt });
  // Nor is anyone late whom we gave no time: the session was changed under them.
  const ours = changedTooLate(ctx, booking.id, { rules, startsAt });
  // Without terms there is no notice to be late by.
  return { notice: given, late: booking.termsId !== null && percent !== null && !ours };
}
