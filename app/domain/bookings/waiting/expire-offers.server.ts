// Offers that nobody answers end by themselves; their places go to the next in the queue.

import { prepared, transact } from "db/client";
import { bookings } from "db/schema";
import { and, asc, eq, lte, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { changeState, readBookingRow, tell } from "../change-state.server";
import { onlyTheSystem } from "../only-the-system";
import { readPlaces } from "../places.server";
import { offerFreePlaces } from "./offer-free-places.server";

const overdue = prepared((db) =>
  db
    .select()
    .from(bookings)
    .where(and(eq(bookings.state, "offered"), lte(bookings.offerEndsAt, sql.placeholder("now"))))
    .orderBy(asc(bookings.offerEndsAt))
    .prepare(),
);

/**
 * Ends the offers whose time is up and offers their places on. Runs as a job; again at once changes nothing.
 * @throws Forbidden for anyone but the system
 */
export function expireOffers(ctx: Context): number {
  onlyTheSystem(ctx, "the job that ends offers");
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
