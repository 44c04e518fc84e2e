// How many places are reserved or kept already.
import { prepared } from "db/client";
import { heldPlaces } from "db/schema";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { PlaceMode } from "../bookings";
import type { Queue } from "../waiting/allocation";

const reservedByAgency = prepared((db) =>
  db
    .select({ places: sql<number>`coalesce(sum(${heldPlaces.places}), 0)` })
    .from(heldPlaces)
    .where(
      and(
        eq(heldPlaces.sessionId, sql.placeholder("sessionId")),
        eq(heldPlaces.agencyId, sql.placeholder("agencyId")),
        eq(heldPlaces.kind, "reserved"),
        isNull(heldPlaces.endedAt),
      ),
    )
    .prepare(),
);
/** Places of a session that an agency has reserved already, named or not. */
export const reservedFor = (
  ctx: Context,
  { sessionId, agencyId }: { sessionId: string; agencyId: string },
): number => reservedByAgency(ctx.db).get({ sessionId, agencyId })?.places ?? 0;

/** Places that are kept already, for whomever: the same place is not promised twice. */
export const keptIn = ({ kept }: Queue, mode: PlaceMode): number =>
  kept.reduce((sum, quota) => sum + (quota.mode === mode ? quota.places : 0), 0);
