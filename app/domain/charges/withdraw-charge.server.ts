// A register was put right, or a cancellation undone: what was charged for it is not due after all.
import { prepared, transact } from "db/client";
import { charges } from "db/schema";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { changeCharge, readChargeRow, tellAnswer } from "./change-charge.server";
import type { ChargeKind } from "./charges";

const standing = prepared((db) =>
  db
    .select({ id: charges.id, kind: charges.kind })
    .from(charges)
    .where(
      and(eq(charges.bookingId, sql.placeholder("bookingId")), inArray(charges.state, ["due", "appealed"])),
    )
    .prepare(),
);

/**
 * Withdraws what is due, or appealed against, of these kinds for a booking, and tells the person. What a coordinator
 * waived stays waived. For the bookings room, inside its transaction: it has decided who may. Again changes nothing.
 * @returns how many were withdrawn
 */
export function withdrawCharge(ctx: Context, bookingId: string, kinds: readonly ChargeKind[]): number {
  return transact(ctx.db, () => {
    const wrong = standing(ctx.db)
      .all({ bookingId })
      .filter(({ kind }) => kinds.includes(kind));
    for (const { id } of wrong) {
      const charge = readChargeRow(ctx, id);
      changeCharge(ctx, charge, "withdrawn");
      tellAnswer(ctx, charge, { outcome: "withdrawn", note: null });
    }
    return wrong.length;
  });
}
