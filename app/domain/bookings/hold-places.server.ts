// Places kept until a day: an agency's quota, or places reserved for people who are named later.
import { prepared, transact } from "db/client";
import { bookings, heldPlaces } from "db/schema";
import { and, asc, eq, isNull, lte, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { workingDaysBefore } from "~/domain/calendars/calendars.server";
import { actorPersonId, type Context, holds } from "~/domain/context";
import { termsOfCourse } from "~/domain/terms/terms.server";
import { Forbidden, NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { leads } from "./acts-as.server";
import type { Queue } from "./allocation";
import type { PlaceMode } from "./bookings";
import { offerFreePlaces } from "./offer-free-places.server";
import { holdsPlace, modesOf, readPlaces } from "./places.server";
import { readAllocation, readQueue } from "./queue.server";
import { bookingWindow } from "./rules";

export type HoldRefusal =
  | "no such mode"
  | "no places"
  | "not open"
  | "not open yet"
  | "booking closed"
  | "full"
  | "released already"
  | "after the start";

export type Hold = {
  sessionId: string;
  kind: "quota" | "reserved";
  agencyId: string;
  mode: PlaceMode;
  places: number;
  /** When they go back to everyone; left out: as the terms say. */
  releasesAt?: number | undefined;
};

/**
 * Holds places. Reserved ones are taken from what is free now, never from people who wait; a quota only says for whom
 * places are kept, so coordinators set it before places are booked. An agency's lead reserves for their own agency.
 * @throws Forbidden, NotFound
 */
export function holdPlaces(ctx: Context, hold: Hold): Result<{ heldPlacesId: string }, HoldRefusal> {
  return transact(ctx.db, () => {
    const session = readPlaces(ctx, hold.sessionId);
    const coordinator = ctx.actor.kind === "system" || holds(ctx.actor, "coordinator");
    const allowed = coordinator || (hold.kind === "reserved" && leads(ctx, hold.agencyId));
    if (!allowed) throw new Forbidden("holding places");
    const now = ctx.clock.now();
    if (!modesOf(session).includes(hold.mode)) return refused("no such mode");
    if (!Number.isInteger(hold.places) || hold.places < 1) return refused("no places");
    const terms = termsOfCourse(ctx, session.courseId);
    const releasesAt = hold.releasesAt ?? workingDaysBefore(session.startsAt, terms.rules.releaseWorkingDays);
    if (releasesAt <= now) return refused("released already");
    if (releasesAt > session.startsAt) return refused("after the start");
    const window = bookingWindow(session, now);
    // A coordinator sets quotas while a session is still a draft.
    if (window !== "open" && !(coordinator && (session.status === "draft" || window === "not open yet")))
      return refused(window);
    const free =
      hold.kind === "quota"
        ? session.free[hold.mode] - keptIn(readQueue(ctx, session, terms), hold.mode)
        : readAllocation(ctx, session, terms).placesFor(hold.agencyId, hold.mode);
    if (free < hold.places) return refused("full");

    const heldPlacesId = ctx.ids.id();
    const { kind, agencyId, mode, places } = hold;
    ctx.db
      .insert(heldPlaces)
      .values({
        id: heldPlacesId,
        sessionId: session.id,
        kind,
        agencyId,
        mode,
        places,
        releasesAt,
        madeAt: now,
        madeBy: actorPersonId(ctx.actor),
      })
      .run();
    recordAudit(ctx, {
      action: "bookings.places held",
      subjectKind: "held places",
      subjectId: heldPlacesId,
      detail: { sessionId: session.id, agencyId, kind, places },
    });
    return done({ heldPlacesId });
  });
}

/** Places that are kept already, for whomever: the same place is not promised twice. */
const keptIn = ({ kept }: Queue, mode: PlaceMode): number =>
  kept.reduce((sum, quota) => sum + (quota.mode === mode ? quota.places : 0), 0);

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
