// What people typed about somebody's bookings is taken out of their history; that it happened, and when, stays.
import { transact } from "db/client";
import { bookingApprovals, bookingChanges, bookings, prerequisiteClaims, promotions } from "db/schema";
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { type Context, holds } from "~/domain/context";
import { Forbidden } from "~/shared/problems";

/** The bookings room's part of erasing someone. @throws Forbidden */
export function forgetReasons(ctx: Context, personId: string): void {
  if (ctx.actor.kind !== "system" && !holds(ctx.actor, "admin")) throw new Forbidden("erasure");
  transact(ctx.db, () => {
    const theirs = ctx.db.select({ id: bookings.id }).from(bookings).where(eq(bookings.personId, personId));
    ctx.db
      .update(bookingChanges)
      .set({ reason: null })
      .where(and(inArray(bookingChanges.bookingId, theirs), isNotNull(bookingChanges.reason)))
      .run();
    ctx.db
      .update(promotions)
      .set({ overrideReason: null })
      .where(and(inArray(promotions.bookingId, theirs), isNotNull(promotions.overrideReason)))
      .run();
    ctx.db
      .update(bookingApprovals)
      .set({ approverEmail: null, note: null })
      .where(inArray(bookingApprovals.bookingId, theirs))
      .run();
    ctx.db
      .update(prerequisiteClaims)
      .set({ said: null })
      .where(inArray(prerequisiteClaims.bookingId, theirs))
      .run();
  });
}

/** Takes an erased line manager's address out of what they were asked. @param emails in small letters @throws Forbidden */
export function forgetApprover(ctx: Context, emails: readonly string[]): void {
  if (ctx.actor.kind !== "system" && !holds(ctx.actor, "admin")) throw new Forbidden("erasure");
  ctx.db
    .update(bookingApprovals)
    .set({ approverEmail: null })
    .where(inArray(sql`lower(${bookingApprovals.approverEmail})`, [...emails]))
    .run();
}
