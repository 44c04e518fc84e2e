// How held places end, whoever ends them.
import { prepared } from "db/client";
import { bookings, heldPlaces } from "db/schema";
import { and, eq, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { holdsPlace } from "../places.server";
import { offerFreePlaces } from "../waiting/offer-free-places.server";

type HeldRow = typeof heldPlaces.$inferSelect;

const heldById = prepared((db) =>
  db
    .select()
    .from(heldPlaces)
    .where(eq(heldPlaces.id, sql.placeholder("id")))
    .prepare(),
);
const namedFrom = prepared((db) =>
  db
    .select({ n: sql<number>`count(*)` })
    .from(bookings)
    .where(and(eq(bookings.heldPlacesId, sql.placeholder("id")), holdsPlace))
    .prepare(),
);

/** One hold. @throws NotFound */
export function readHeldPlaces(ctx: Pick<Context, "db">, id: string): HeldRow {
  const row = heldById(ctx.db).get({ id });
  if (!row) throw new NotFound("held places");
  return row;
}

/** Ends a hold inside the caller's transaction; what it still kept goes to those whose turn it is. */
export function release(ctx: Context, held: HeldRow, because: "given back" | "day reached"): void {
  ctx.db.update(heldPlaces).set({ endedAt: ctx.clock.now() }).where(eq(heldPlaces.id, held.id)).run();
  const named = held.kind === "reserved" ? (namedFrom(ctx.db).get({ id: held.id })?.n ?? 0) : 0;
  recordAudit(ctx, {
    action: "bookings.places released",
    subjectKind: "held places",
    subjectId: held.id,
    detail: { sessionId: held.sessionId, kind: held.kind, places: Math.max(0, held.places - named), because },
  });
  offerFreePlaces(ctx, held.sessionId);
}
