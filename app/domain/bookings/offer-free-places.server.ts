// A freed place is offered to whoever has waited longest and may take it, for a limited time.

import { prepared, transact } from "db/client";
import { bookings, people } from "db/schema";
import { and, asc, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { changeState, tell } from "./change-state.server";
import { readPlaces } from "./places.server";
import { decideOffers } from "./rules";

// Whoever left, or whose agency is not sure of them, keeps their turn and is passed over: an offer would hold a place
// for a day that they cannot take.
const ableToTakeOne = prepared((db) =>
  db
    .select(getTableColumns(bookings))
    .from(bookings)
    .innerJoin(people, eq(people.id, bookings.personId))
    .where(
      and(
        eq(bookings.sessionId, sql.placeholder("sessionId")),
        eq(bookings.state, "waiting"),
        eq(people.agencyStanding, "confirmed"),
        isNull(people.disabledAt),
      ),
    )
    .orderBy(asc(bookings.queuedAt), asc(bookings.id))
    .prepare(),
);

/**
 * Offers every free place of a session to those who have waited longest, of the confirmed who are still here. Nothing
 * is offered after booking closes.
 * @returns how many were offered
 */
export function offerFreePlaces(ctx: Context, sessionId: string): number {
  return transact(ctx.db, () => {
    const session = readPlaces(ctx, sessionId);
    const { count, endsAt } = decideOffers(session, ctx.clock.now());
    if (count === 0) return 0;
    const able = ableToTakeOne(ctx.db).all({ sessionId });
    const first = able.slice(0, count);
    for (const waiting of first) {
      const reason = `first of ${able.length} waiting`;
      const offered = changeState(ctx, waiting, "offered", { offerEndsAt: endsAt, reason });
      tell(ctx, "booking offered", offered, session, { offerEndsAt: endsAt });
    }
    return first.length;
  });
}
