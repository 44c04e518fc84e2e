// All places that someone still has are given up at once, before their account is erased.
import { prepared, transact } from "db/client";
import { bookings, sessions } from "db/schema";
import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { type Context, holds } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { withdrawApproval } from "../approvals/close-approval.server";
import { changeState, tell } from "../change-state.server";
import { readPlaces } from "../places.server";
import { toCome as toComeStates } from "../rules";
import { offerFreePlaces } from "../waiting/offer-free-places.server";

const toCome = prepared((db) =>
  db
    .select({ booking: bookings })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .where(
      and(
        eq(bookings.personId, sql.placeholder("personId")),
        inArray(bookings.state, [...toComeStates]),
        gt(sessions.startsAt, sql.placeholder("now")),
      ),
    )
    .orderBy(asc(sessions.startsAt), asc(bookings.id))
    .prepare(),
);

/**
 * Cancels every booking of a session that has not started; the person is told, and each place goes to whoever has waited
 * longest. Again changes nothing.
 * @returns how many there were. @throws Forbidden
 */
export function giveUpPlaces(ctx: Context, personId: string): number {
  const allowed = ctx.actor.kind === "system" || holds(ctx.actor, "admin", "coordinator");
  if (!allowed) throw new Forbidden("someone else's bookings");
  return transact(ctx.db, () => {
    const given = toCome(ctx.db).all({ personId, now: ctx.clock.now() });
    for (const { booking } of given) {
      withdrawApproval(ctx, booking);
      const cancelled = changeState(ctx, booking, "cancelled", { cause: "left" });
      const wasConfirmed = booking.state === "confirmed";
      tell(ctx, "booking cancelled", cancelled, readPlaces(ctx, booking.sessionId), { wasConfirmed });
      offerFreePlaces(ctx, booking.sessionId);
    }
    return given.length;
  });
}
