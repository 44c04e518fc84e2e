// A practitioner books a place, or joins the waiting list of a full session.

import { prepared, transact } from "db/client";
import { bookings } from "db/schema";
import { sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { type BookingRow, recordChange, tell } from "./change-state.server";
import { readPersonWishing, readPlaces } from "./places.server";
import { mayChangeBooking } from "./policy";
import { type BookingRefusal, decideBooking } from "./rules";

const insertBooking = prepared((db) =>
  db
    .insert(bookings)
    .values({
      id: sql.placeholder("id"),
      reference: sql.placeholder("reference"),
      sessionId: sql.placeholder("sessionId"),
      personId: sql.placeholder("personId"),
      state: sql.placeholder("state"),
      createdAt: sql.placeholder("createdAt"),
      updatedAt: sql.placeholder("createdAt"),
      queuedAt: sql.placeholder("queuedAt"),
      revision: 0,
    })
    .prepare(),
);

export type Booked = { bookingId: string; state: "confirmed" | "waiting" };

/**
 * Books `personId` onto a session. Places are counted inside the transaction, so they can never be oversold.
 * Booking again is refused as "already booked" and changes nothing.
 * @throws Forbidden, NotFound
 */
export function bookPlace(
  ctx: Context,
  wish: { sessionId: string; personId: string; ifFull: "wait" | "refuse" },
): Result<Booked, BookingRefusal> {
  return transact(ctx.db, () => {
    const session = readPlaces(ctx, wish.sessionId);
    if (!mayChangeBooking(ctx.actor, wish)) throw new Forbidden("booking for someone else");

    const now = ctx.clock.now();
    const person = readPersonWishing(ctx, wish);
    const hasLiveBooking = person.liveBookingId !== null;
    const { agencyConfirmed } = person;
    const decision = decideBooking(session, { now, hasLiveBooking, agencyConfirmed, ifFull: wish.ifFull });
    if (!decision.ok) return refused(decision.reason);

    const booking: BookingRow = {
      id: ctx.ids.id(),
      reference: ctx.ids.reference(),
      sessionId: wish.sessionId,
      personId: wish.personId,
      state: decision.state,
      createdAt: now,
      updatedAt: now,
      queuedAt: decision.state === "waiting" ? now : null,
      offerEndsAt: null,
      revision: 0,
    };
    insertBooking(ctx.db).run(booking);
    recordChange(ctx, booking, { from: null, to: decision.state });
    if (decision.state === "confirmed") tell(ctx, "booking confirmed", booking, session, {}, person);
    else tell(ctx, "booking waiting", booking, session, { position: session.waiting + 1 }, person);
    return done({ bookingId: booking.id, state: decision.state });
  });
}
