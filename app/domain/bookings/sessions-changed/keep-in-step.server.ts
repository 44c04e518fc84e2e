// What runs out before a session runs out in step with it when the session moves: kept places, offers, approvals.
import { bookingApprovals, bookings, heldPlaces } from "db/schema";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { Session } from "~/domain/sessions/sessions";
import { addDays, civilDateAt, daysBetween, startOfDay } from "~/shared/civil-time";

/**
 * Places go back to everyone as many days before the session as they would have; no offer outlives booking, and nobody is
 * asked to approve after the start. The audit entry is that of the session's change; again changes nothing.
 */
export function keepInStep(ctx: Context, before: Session, after: Session): void {
  const days = daysBetween(before.meetings[0]?.date ?? "", after.meetings[0]?.date ?? "");
  const standing = and(eq(heldPlaces.sessionId, after.id), isNull(heldPlaces.endedAt));
  for (const { id, releasesAt } of ctx.db.select().from(heldPlaces).where(standing).all()) {
    // Counted from the midnight after: the last millisecond of a day stays one, across a clock change too.
    const day = civilDateAt(releasesAt + 1);
    const moved = startOfDay(addDays(day, days)) + releasesAt - startOfDay(day);
    const until = Math.min(moved, after.startsAt);
    ctx.db.update(heldPlaces).set({ releasesAt: until }).where(eq(heldPlaces.id, id)).run();
  }
  const offerEndsAt = sql`min(${bookings.offerEndsAt}, ${after.bookingClosesAt})`;
  const ofSession = eq(bookings.sessionId, after.id);
  const offered = and(ofSession, eq(bookings.state, "offered"));
  ctx.db.update(bookings).set({ offerEndsAt }).where(offered).run();
  const asked = ctx.db.select({ id: bookings.id }).from(bookings).where(ofSession);
  ctx.db
    .update(bookingApprovals)
    .set({ answerBy: sql`min(${bookingApprovals.answerBy}, ${after.startsAt})` })
    .where(and(isNull(bookingApprovals.answer), inArray(bookingApprovals.bookingId, asked)))
    .run();
}
