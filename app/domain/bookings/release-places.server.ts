// Held places go back to everyone: given back, or on their day.
import { prepared, transact } from "db/client";
import { bookings, heldPlaces } from "db/schema";
import { and, asc, eq, isNull, lte, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { type Context, holds } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { done, type Result } from "~/shared/result";
import { leads } from "./acts-as.server";
import { offerFreePlaces } from "./offer-free-places.server";
import { holdsPlace } from "./places.server";

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

function release(ctx: Context, held: HeldRow, because: "given back" | "day reached"): void {
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

/** Gives held places back before their day; again changes nothing. @throws NotFound for whoever may not */
export function giveBackPlaces(ctx: Context, heldPlacesId: string): Result<null, never> {
  return transact(ctx.db, () => {
    const held = readHeldPlaces(ctx, heldPlacesId);
    const allowed =
      holds(ctx.actor, "coordinator") || (held.kind === "reserved" && leads(ctx, held.agencyId));
    if (!allowed) throw new NotFound("held places");
    if (held.endedAt === null) release(ctx, held, "given back");
    return done(null);
  });
}

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
