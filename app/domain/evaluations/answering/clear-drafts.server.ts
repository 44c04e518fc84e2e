// Forms that were begun and never sent end once they have been kept long enough.
import { transact } from "db/client";
import { evaluationDrafts } from "db/schema";
import { and, eq } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { onlyWhoEndsRecords } from "../records/records-policy";

/** Ends forms that were begun and never sent. @param keys "<booking>~<stage>" @returns how many. @throws Forbidden */
export function clearDrafts(ctx: Context, keys: readonly string[]): number {
  onlyWhoEndsRecords(ctx);
  return transact(ctx.db, () => {
    let ended = 0;
    for (const key of keys) {
      const at = key.lastIndexOf("~");
      const [bookingId, stage] = [key.slice(0, at), key.slice(at + 1)];
      ended += ctx.db
        .delete(evaluationDrafts)
        .where(
          and(
            eq(evaluationDrafts.bookingId, bookingId),
            eq(evaluationDrafts.stage, stage as (typeof evaluationDrafts.$inferSelect)["stage"]),
          ),
        )
        .run().changes;
    }
    return ended;
  });
}
