// The places of a session that are kept: for whom, until when, and how many of them are used.
import { prepared } from "db/client";
import { agencies, bookings, heldPlaces, people } from "db/schema";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import type { PlaceMode } from "../bookings";
import { holdsPlace } from "../places.server";
import { mayRunQueue } from "../policy";

export type HeldPlaces = {
  id: string;
  /** A quota only an agency's people may book; reserved for people named later. */
  kind: "quota" | "reserved";
  agencyId: string;
  agencyName: string;
  mode: PlaceMode;
  places: number;
  /** Booked by the agency's people, or named. */
  used: number;
  releasesAt: number;
  madeAt: number;
  byName: string | null;
};

const ofSession = prepared((db) =>
  db
    .select({
      id: heldPlaces.id,
      kind: heldPlaces.kind,
      agencyId: heldPlaces.agencyId,
      agencyName: agencies.name,
      mode: heldPlaces.mode,
      places: heldPlaces.places,
      used: sql<number>`min(${heldPlaces.places}, case ${heldPlaces.kind} when 'reserved' then (
          select count(*) from ${bookings} where ${bookings.heldPlacesId} = ${heldPlaces.id} and ${holdsPlace})
        else (
          select count(*) from ${bookings} inner join ${people} on ${people.id} = ${bookings.personId}
          where ${bookings.sessionId} = ${heldPlaces.sessionId} and ${people.agencyId} = ${heldPlaces.agencyId}
            and ${bookings.mode} = ${heldPlaces.mode} and ${holdsPlace}) end)`,
      releasesAt: heldPlaces.releasesAt,
      madeAt: heldPlaces.madeAt,
      byName: sql<
        string | null
      >`(select by_person.name from people as by_person where by_person.id = ${heldPlaces.madeBy})`,
    })
    .from(heldPlaces)
    .innerJoin(agencies, eq(agencies.id, heldPlaces.agencyId))
    .where(and(eq(heldPlaces.sessionId, sql.placeholder("sessionId")), isNull(heldPlaces.endedAt)))
    .orderBy(asc(heldPlaces.releasesAt), asc(heldPlaces.id))
    .prepare(),
);

/** Those still kept, the soonest to go back first. @throws Forbidden */
export function listHeldPlaces(ctx: Pick<Context, "db" | "actor">, sessionId: string): HeldPlaces[] {
  if (!mayRunQueue(ctx.actor)) throw new Forbidden("held places");
  return ofSession(ctx.db).all({ sessionId });
}
