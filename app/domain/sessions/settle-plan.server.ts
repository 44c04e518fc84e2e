// Looks up what a plan names, course, venue and room, and gives the columns that a session is written with.
import { prepared } from "db/client";
import { courses, rooms, venues } from "db/schema";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { done, type Result, refused } from "~/shared/result";
import { type ChangedPlan, type Judged, judgePlan, type PlacesRefusal, type TimesRefusal } from "./plan";

export type PlaceRefusal = "no such venue" | "no such room" | "room too small";
export type SettleRefusal = PlaceRefusal | PlacesRefusal | TimesRefusal;

/** A plan as it is written: what its mode has no use for is left out. */
export type SettledPlan = Required<Omit<ChangedPlan, "meetings">> & Judged;

const venueById = prepared((db) =>
  db
    .select({ archivedAt: venues.archivedAt })
    .from(venues)
    .where(eq(venues.id, sql.placeholder("id")))
    .prepare(),
);
const roomById = prepared((db) =>
  db
    .select({ venueId: rooms.venueId, capacity: rooms.capacity, archivedAt: rooms.archivedAt })
    .from(rooms)
    .where(eq(rooms.id, sql.placeholder("id")))
    .prepare(),
);

/** A course that was taken off the offer has no new sessions. */
export const isOffered = (ctx: Pick<Context, "db">, id: string) =>
  ctx.db
    .select({ id: courses.id })
    .from(courses)
    .where(and(eq(courses.id, id), eq(courses.offered, true)))
    .get() !== undefined;

/**
 * Settles a plan, or says why it cannot be. A venue or room that is archived is as good as none, save for the one that
 * the session has already.
 */
export function settlePlan(
  ctx: Pick<Context, "db">,
  plan: ChangedPlan,
  kept: { venueId: string | null; roomId: string | null } = { venueId: null, roomId: null },
): Result<SettledPlan, SettleRefusal> {
  const meets = plan.mode !== "online";
  const venueId = meets ? plan.venueId : null;
  const roomId = meets ? (plan.roomId ?? null) : null;
  if (meets) {
    const venue = venueId && venueById(ctx.db).get({ id: venueId });
    if (!venue || (venue.archivedAt !== null && venueId !== kept.venueId)) return refused("no such venue");
  }
  const room = roomId === null ? null : roomById(ctx.db).get({ id: roomId });
  if (
    room === undefined ||
    (room && (room.venueId !== venueId || (room.archivedAt && roomId !== kept.roomId)))
  )
    return refused("no such room");
  const judged = judgePlan(plan);
  if (!judged.ok) return refused(judged.reason);
  if (room && room.capacity < plan.capacity) return refused("room too small");
  const { meetings, startsAt, endsAt } = judged;
  const minimum = plan.minimum ?? null;
  return done({
    mode: plan.mode,
    venueId,
    roomId,
    joiningLink: plan.mode === "in person" ? null : plan.joiningLink,
    capacity: plan.capacity,
    onlineCapacity: plan.mode === "hybrid" ? (plan.onlineCapacity ?? null) : null,
    minimum,
    decideBy: minimum === null ? null : (plan.decideBy ?? null),
    opensAt: plan.opensAt ?? null,
    bookingClosesAt: plan.bookingClosesAt,
    meetings,
    startsAt,
    endsAt,
  });
}
