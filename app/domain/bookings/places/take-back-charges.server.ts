// Somebody who gave up a place late and has one on the same session again owes nothing for the first: it was not lost.
import { prepared } from "db/client";
import { bookings, charges } from "db/schema";
import { and, eq, sql } from "drizzle-orm";
import { withdrawCharge } from "~/domain/charges/charges.server";
import type { Context } from "~/domain/context";

const chargedBefore = prepared((db) =>
  db
    .selectDistinct({ bookingId: charges.bookingId })
    .from(bookings)
    .innerJoin(charges, eq(charges.bookingId, bookings.id))
    .where(
      and(
        eq(bookings.personId, sql.placeholder("personId")),
        eq(bookings.sessionId, sql.placeholder("sessionId")),
      ),
    )
    .prepare(),
);

/** Withdraws what is due of a person for giving up a place on a session; inside the transaction that gives them another. */
export function takeBackCharges(
  ctx: Context,
  { personId, sessionId }: { personId: string; sessionId: string },
) {
  for (const { bookingId } of chargedBefore(ctx.db).all({ personId, sessionId }))
    withdrawCharge(ctx, bookingId, ["late cancellation", "late move"]);
}
