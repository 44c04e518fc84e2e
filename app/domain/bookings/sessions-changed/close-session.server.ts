// A coordinator closes booking of a session before its time.
import { prepared, transact } from "db/client";
import { bookings } from "db/schema";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { type CloseRefusal, closeBooking } from "~/domain/sessions/sessions.server";
import type { Result } from "~/shared/result";
import { changeState, tell } from "../change-state.server";
import { readPlaces } from "../places.server";

const offersOf = prepared((db) =>
  db
    .select()
    .from(bookings)
    .where(and(eq(bookings.sessionId, sql.placeholder("sessionId")), eq(bookings.state, "offered")))
    .orderBy(asc(bookings.offerEndsAt), asc(bookings.id))
    .prepare(),
);

/**
 * Closes booking. Offers that are open end with it, for nobody can take them any more, and whoever has one hears so at once
 * rather than by a button that refuses. Others keep their turn until booking is over. Again changes nothing.
 * @throws Forbidden, NotFound
 */
export function closeForBooking(ctx: Context, sessionId: string): Result<null, CloseRefusal> {
  return transact(ctx.db, () => {
    const closed = closeBooking(ctx, sessionId);
    if (!closed.ok) return closed;
    const session = readPlaces(ctx, sessionId);
    for (const booking of offersOf(ctx.db).all({ sessionId })) {
      const ended = changeState(ctx, booking, "expired", { cause: "booking closed" });
      tell(ctx, "offer expired", ended, session, { bookingClosed: true });
    }
    return closed;
  });
}
