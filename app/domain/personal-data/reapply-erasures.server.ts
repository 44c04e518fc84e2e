// After a restore: whoever was erased since the copy was made is erased in it too, before anyone can use it.
import { transact } from "db/client";
import { erasures, people } from "db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { giveUpPlaces } from "~/domain/bookings/bookings.server";
import type { Context } from "~/domain/context";
import { unassignTrainer } from "~/domain/sessions/sessions.server";
import { Forbidden } from "~/shared/problems";
import { readErasureStanding } from "./erasure-queries.server";
import { type Tombstone, takeOut } from "./take-out.server";

/**
 * Erases again, whatever stood in the way then: what the copy still has of theirs to come, they had given up since.
 * The tombstone of someone who is not in the copy is kept for the next restore.
 * @returns how many people were erased again. @throws Forbidden for anyone but the system
 */
export function reapplyErasures(ctx: Context, tombstones: readonly Tombstone[]): number {
  if (ctx.actor.kind !== "system") throw new Forbidden("erasing after a restore");
  return transact(ctx.db, () => {
    let again = 0;
    for (const tombstone of tombstones) {
      const { personId } = tombstone;
      const named = ctx.db
        .select({ id: people.id })
        .from(people)
        .where(and(eq(people.id, personId), isNull(people.erasedAt)))
        .get();
      if (!named) {
        ctx.db.insert(erasures).values(tombstone).onConflictDoNothing().run();
        continue;
      }
      giveUpPlaces(ctx, personId);
      for (const { sessionId } of readErasureStanding(ctx, personId).teaches)
        unassignTrainer(ctx, { sessionId, personId });
      takeOut(ctx, tombstone);
      again += 1;
    }
    return again;
  });
}
