// What was written about charges goes once it has been kept long enough; the charges and what became of them stay.
import { transact } from "db/client";
import { chargeChanges } from "db/schema";
import { and, inArray, isNotNull } from "drizzle-orm";
import { type Context, holds } from "~/domain/context";
import { Forbidden } from "~/shared/problems";

/** @param ids of lines of charges' histories @returns how many said something. @throws Forbidden */
export function clearChargeNotes(ctx: Context, ids: string[]): number {
  if (ctx.actor.kind !== "system" && !holds(ctx.actor, "admin")) throw new Forbidden("notes about charges");
  return transact(
    ctx.db,
    () =>
      ctx.db
        .update(chargeChanges)
        .set({ note: null })
        .where(and(inArray(chargeChanges.id, ids.map(Number)), isNotNull(chargeChanges.note)))
        .run().changes,
  );
}
