// Why someone cancelled, in their own words, is taken out of their bookings' history; that they cancelled stays.
import { transact } from "db/client";
import { bookingChanges, bookings } from "db/schema";
import { and, eq, inArray, isNotNull, ne } from "drizzle-orm";
import { type Context, holds } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { bookedTwice } from "./booked-twice";

/** The bookings room's part of erasing someone. @throws Forbidden */
export function forgetReasons(ctx: Context, personId: string): void {
  if (ctx.actor.kind !== "system" && !holds(ctx.actor, "admin")) throw new Forbidden("erasure");
  transact(ctx.db, () => {
    const theirs = ctx.db.select({ id: bookings.id }).from(bookings).where(eq(bookings.personId, personId));
    ctx.db
      .update(bookingChanges)
      .set({ reason: null })
      .where(
        and(
          inArray(bookingChanges.bookingId, theirs),
          // Other reasons are the service's own words.
          eq(bookingChanges.toState, "cancelled"),
          isNotNull(bookingChanges.reason),
          ne(bookingChanges.reason, bookedTwice),
        ),
      )
      .run();
  });
}
