// One account of a person takes over the bookings of another, with their marks, answers and history.
import { transact } from "db/client";
import { bookings } from "db/schema";
import { asc, eq } from "drizzle-orm";
import { type Context, holds } from "~/domain/context";
import { takeBackLetters } from "~/domain/notifications/notifications.server";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { withdrawApproval } from "../approvals/close-approval.server";
import { changeState, readBookingRow } from "../change-state.server";
import { tellOfDouble } from "../letters/tell-of-double.server";
import { offerFreePlaces } from "../waiting/offer-free-places.server";
import { listBookedTwice } from "./booked-twice-queries.server";

/** Ids: what moved, and what ended because the person had booked the same session twice. */
type BookingsTakenOver = { moved: string[]; ended: string[] };

/**
 * The bookings room's part of a merge. Of two bookings for one session the one further along stays, and the other ends;
 * the person still has a place, so only what a calendar holds twice is written about. A place that comes free goes to
 * whoever has waited longest.
 * @throws Forbidden
 */
export function takeOverBookings(
  ctx: Context,
  { fromId, intoId }: { fromId: string; intoId: string },
): Result<BookingsTakenOver, "on one register"> {
  return transact(ctx.db, () => {
    if (!holds(ctx.actor, "admin")) throw new Forbidden("merging accounts");
    const found = listBookedTwice(ctx, { fromId, intoId }).map(({ kept }) => kept);
    if (found.includes(null)) return refused("on one register");
    const twice = found
      .filter((pair) => pair !== null)
      .map(({ keep, end }) => {
        const booking = readBookingRow(ctx, end.id);
        withdrawApproval(ctx, booking);
        const invited = takeBackLetters(ctx, { bookingId: booking.id, sessionId: booking.sessionId });
        const ended = changeState(ctx, booking, "cancelled", { cause: "booked twice" });
        const wasConfirmed = booking.state === "confirmed";
        return { ended, wasConfirmed, kept: readBookingRow(ctx, keep.id), intoId, invited };
      });

    const theirs = eq(bookings.personId, fromId);
    const moved = ctx.db
      .select({ id: bookings.id })
      .from(bookings)
      .where(theirs)
      .orderBy(asc(bookings.id))
      .all();
    ctx.db.update(bookings).set({ personId: intoId }).where(theirs).run();
    // Only now, so that the letters of whoever is offered a place go to the account that stays.
    for (const { ended } of twice) offerFreePlaces(ctx, ended.sessionId);
    for (const double of twice) if (double.wasConfirmed) tellOfDouble(ctx, double);
    return done({ moved: moved.map(({ id }) => id), ended: twice.map(({ ended }) => ended.id) });
  });
}
