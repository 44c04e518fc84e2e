// The waiting list: a freed place is offered to whoever has waited longest, for a limited time.

import { prepared, transact } from "db/client";
import { bookings } from "db/schema";
import { and, asc, eq, lte, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { changeState, readBookingRow, tell } from "./change-state.server";
import { readPlaces } from "./places.server";
import { mayChangeBooking } from "./policy";
import { decideOffers } from "./rules";

const longestWaiting = prepared((db) =>
  db
    .select()
    .from(bookings)
    .where(and(eq(bookings.sessionId, sql.placeholder("sessionId")), eq(bookings.state, "waiting")))
    .orderBy(asc(bookings.queuedAt), asc(bookings.id))
    .limit(sql.placeholder("count"))
    .prepare(),
);

/** Offers every free place of a session to those who have waited longest. Nothing is offered after booking closes. */
export function offerFreePlaces(ctx: Context, sessionId: string): number {
  return transact(ctx.db, () => {
    const session = readPlaces(ctx, sessionId);
    const { count, endsAt } = decideOffers(session, ctx.clock.now());
    if (count === 0) return 0;
    for (const waiting of longestWaiting(ctx.db).all({ sessionId, count })) {
      const reason = `first of ${session.waiting} waiting`;
      const offered = changeState(ctx, waiting, "offered", { offerEndsAt: endsAt, reason });
      tell(ctx, "booking offered", offered, session, { offerEndsAt: endsAt });
    }
    return count;
  });
}

export type OfferRefusal = "no offer" | "offer over";

/** Takes the offered place. @throws NotFound when the booking is not the actor's */
export function acceptOffer(ctx: Context, bookingId: string): Result<null, OfferRefusal> {
  return transact(ctx.db, () => {
    const booking = readBookingRow(ctx, bookingId);
    if (!mayChangeBooking(ctx.actor, booking)) throw new NotFound("booking");
    if (booking.state === "confirmed") return done(null);
    if (booking.state !== "offered" || booking.offerEndsAt === null) return refused("no offer");
    const session = readPlaces(ctx, booking.sessionId);
    const now = ctx.clock.now();
    if (now >= booking.offerEndsAt || session.status !== "published") return refused("offer over");
    tell(ctx, "booking confirmed", changeState(ctx, booking, "confirmed"), session, {});
    return done(null);
  });
}

/** Turns the offer down; the place goes to the next in the queue at once. @throws NotFound */
export function declineOffer(ctx: Context, bookingId: string): Result<null, OfferRefusal> {
  return transact(ctx.db, () => {
    const booking = readBookingRow(ctx, bookingId);
    if (!mayChangeBooking(ctx.actor, booking)) throw new NotFound("booking");
    if (booking.state === "declined") return done(null);
    if (booking.state !== "offered") return refused("no offer");
    changeState(ctx, booking, "declined");
    offerFreePlaces(ctx, booking.sessionId);
    return done(null);
  });
}

const overdue = prepared((db) =>
  db
    .select()
    .from(bookings)
    .where(and(eq(bookings.state, "offered"), lte(bookings.offerEndsAt, sql.placeholder("now"))))
    .orderBy(asc(bookings.offerEndsAt))
    .prepare(),
);

/** Ends the offers whose time is up and offers their places on. Runs as a job; again at once changes nothing. */
export function expireOffers(ctx: Context): number {
  const due = overdue(ctx.db).all({ now: ctx.clock.now() });
  for (const { id } of due) {
    transact(ctx.db, () => {
      const booking = readBookingRow(ctx, id);
      if (booking.state !== "offered" || (booking.offerEndsAt ?? 0) > ctx.clock.now()) return;
      tell(
        ctx,
        "offer expired",
        changeState(ctx, booking, "expired"),
        readPlaces(ctx, booking.sessionId),
        {},
      );
      offerFreePlaces(ctx, booking.sessionId);
    });
  }
  return due.length;
}
