// The places where sessions meet: venues, added, put right and archived by coordinators.

import { transact } from "db/client";
import { venues } from "db/schema";
import { and, eq, ne, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayRunProgramme } from "./policy";
import type { Venue } from "./sessions";

export type VenueRefusal = "name taken";

function nameTaken(ctx: Context, name: string, besides: string): boolean {
  const sameName = and(eq(sql`lower(${venues.name})`, name.toLowerCase()), ne(venues.id, besides));
  return ctx.db.select({ id: venues.id }).from(venues).where(sameName).get() !== undefined;
}

/** @throws NotFound */
function readVenueRow(ctx: Context, id: string): typeof venues.$inferSelect {
  const row = ctx.db.select().from(venues).where(eq(venues.id, id)).get();
  if (!row) throw new NotFound("venue");
  return row;
}

/** @throws Forbidden */
export function addVenue(ctx: Context, venue: Venue): Result<{ venueId: string }, VenueRefusal> {
  return transact(ctx.db, () => {
    if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
    if (nameTaken(ctx, venue.name, "")) return refused("name taken");
    const venueId = ctx.ids.id();
    ctx.db
      .insert(venues)
      .values({ ...venue, id: venueId })
      .run();
    recordAudit(ctx, { action: "sessions.venue added", subjectKind: "venue", subjectId: venueId });
    return done({ venueId });
  });
}

/** Puts a venue's facts right; the same facts again change nothing. @throws Forbidden, NotFound */
export function changeVenue(ctx: Context, id: string, venue: Venue): Result<null, VenueRefusal> {
  return transact(ctx.db, () => {
    if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
    const before = readVenueRow(ctx, id);
    if (nameTaken(ctx, venue.name, id)) return refused("name taken");
    const fields = (["name", "address", "postcode", "access"] as const).filter(
      (field) => before[field] !== venue[field],
    );
    if (fields.length === 0) return done(null);
    const { name, address, postcode, access } = venue;
    ctx.db.update(venues).set({ name, address, postcode, access }).where(eq(venues.id, id)).run();
    recordAudit(ctx, {
      action: "sessions.venue changed",
      subjectKind: "venue",
      subjectId: id,
      detail: { fields },
    });
    return done(null);
  });
}

/** An archived venue cannot be chosen any more; its sessions keep it. Again changes nothing. @throws Forbidden, NotFound */
export function archiveVenue(ctx: Context, id: string, archived: boolean): void {
  transact(ctx.db, () => {
    if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
    if ((readVenueRow(ctx, id).archivedAt !== null) === archived) return;
    ctx.db
      .update(venues)
      .set({ archivedAt: archived ? ctx.clock.now() : null })
      .where(eq(venues.id, id))
      .run();
    const action = archived ? "sessions.venue archived" : "sessions.venue restored";
    recordAudit(ctx, { action, subjectKind: "venue", subjectId: id });
  });
}
