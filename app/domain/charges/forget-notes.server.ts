// What was written about a charge, in anyone's own words, is taken out; the charge and what became of it stay.
import { transact } from "db/client";
import { chargeChanges, charges } from "db/schema";
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { type Context, holds } from "~/domain/context";
import { Forbidden } from "~/shared/problems";

/** The charges room's part of erasing someone. @throws Forbidden */
export function forgetChargeNotes(ctx: Context, personId: string): void {
  if (ctx.actor.kind !== "system" && !holds(ctx.actor, "admin")) throw new Forbidden("erasure");
  transact(ctx.db, () => {
    const theirs = ctx.db.select({ id: charges.id }).from(charges).where(eq(charges.personId, personId));
    ctx.db
      .update(chargeChanges)
      .set({ note: null })
      .where(and(inArray(chargeChanges.chargeId, theirs), isNotNull(chargeChanges.note)))
      .run();
  });
}
