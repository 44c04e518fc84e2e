// Held places go back to everyone on their day.
import { prepared, transact } from "db/client";
import { heldPlaces } from "db/schema";
import { and, asc, isNull, lte, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { readHeldPlaces, release } from "./release-places.server";

const due = prepared((db) =>
  db
    .select({ id: heldPlaces.id })
    .from(heldPlaces)
    .where(and(isNull(heldPlaces.endedAt), lte(heldPlaces.releasesAt, sql.placeholder("now"))))
    .orderBy(asc(heldPlaces.releasesAt))
    .prepare(),
);

/** Releases what is due. Runs as a job; again at once changes nothing. @throws Forbidden for anyone but the system */
export function releaseHeldPlaces(ctx: Context): number {
  if (ctx.actor.kind !== "system") throw new Forbidden("the job that releases places");
  const now = ctx.clock.now();
  const ids = due(ctx.db).all({ now });
  for (const { id } of ids) {
    transact(ctx.db, () => {
      const held = readHeldPlaces(ctx, id);
      if (held.endedAt === null && held.releasesAt <= now) release(ctx, held, "day reached");
    });
  }
  return ids.length;
}
