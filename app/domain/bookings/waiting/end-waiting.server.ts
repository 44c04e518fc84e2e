// Waiting ends when booking closes, and so do requests that nobody looked at.

import { prepared, transact } from "db/client";
import { bookings, sessions } from "db/schema";
import { and, asc, eq, lte, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { changeState, readBookingRow, tell } from "../change-state.server";
import { onlyTheSystem } from "../only-the-system";
import { readPlaces } from "../places.server";

const stillHoping = prepared((db) =>
  db
    .select({ id: bookings.id })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .where(
      and(
        // Written out, not bound, so that SQLite sees that the index of those who wait will do.
        sql`${bookings.state} in ('waiting', 'requested')`,
        lte(sessions.bookingClosesAt, sql.placeholder("now")),
      ),
    )
    .orderBy(asc(bookings.queuedAt), asc(bookings.id))
    .prepare(),
);

/**
 * Tells those who still wait when booking closes that it will not come to anything, and ends requests that nobody looked
 * at. Runs as a job; again at once changes nothing.
 * @throws Forbidden for anyone but the system
 */
export function endWaiting(ctx: Context): number {
  onlyTheSystem(ctx, "the job that ends waiting");
  const due = stillHoping(ctx.db).all({ now: ctx.clock.now() });
  for (const { id } of due) {
    transact(ctx.db, () => {
      const booking = readBookingRow(ctx, id);
      const session = readPlaces(ctx, booking.sessionId);
      const hoping = booking.state === "waiting" || booking.state === "requested";
      if (!hoping || session.bookingClosesAt > ctx.clock.now()) return;
      tell(ctx, "waiting ended", changeState(ctx, booking, "expired", { cause: "booking closed" }), session, {
        wasRequested: booking.state === "requested",
      });
    });
  }
  return due.length;
}
