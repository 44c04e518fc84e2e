// One account of a person takes over the charges of another.
import { transact } from "db/client";
import { charges } from "db/schema";
import { eq } from "drizzle-orm";
import { type Context, holds } from "~/domain/context";
import { Forbidden } from "~/shared/problems";

/** The charges room's part of a merge; the agency charged stays. @returns how many moved. @throws Forbidden */
export function takeOverCharges(
  ctx: Context,
  { fromId, intoId }: { fromId: string; intoId: string },
): number {
  return transact(ctx.db, () => {
    if (!holds(ctx.actor, "admin")) throw new Forbidden("merging accounts");
    return ctx.db.update(charges).set({ personId: intoId }).where(eq(charges.personId, fromId)).run().changes;
  });
}
