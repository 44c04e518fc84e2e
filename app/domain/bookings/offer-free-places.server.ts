// A freed place is offered to whoever has waited longest, for a limited time.

import { prepared, transact } from "db/client";
import { bookings } from "db/schema";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { changeState, tell } from "./change-state.server";
import { readPlaces } from "./places.server";
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
