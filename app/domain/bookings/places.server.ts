// How many places a session has, holds and is waited for: read inside the transaction that acts on it.

import { prepared } from "db/client";
import {
  bookings,
  courseAudiences,
  coursePrerequisites,
  courses,
  heldPlaces,
  people,
  rooms,
  sessions,
  venues,
} from "db/schema";
import { and, eq, inArray, isNull, notInArray, or, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { whereColumns } from "~/domain/sessions/sessions.server";
import { NotFound } from "~/shared/problems";
import type { BookingState, PlaceMode } from "./bookings";
import { ended, pending, placeHolding } from "./rules";

/**
 * A booking that holds a place. Walk-ins are beyond the session's places and hold none. Written out, not bound: SQLite
 * compiles a statement anew at every run where a bound value could decide whether a partial index will do.
 */
export const holdsPlace = and(
  eq(bookings.walkIn, false),
  or(
    inArray(bookings.state, [...placeHolding]),
    and(inArray(bookings.state, [...pending]), isNull(bookings.queuedAt)),
  ),
)?.inlineParams();

const standing = isNull(heldPlaces.endedAt);

/** Places that bookings of the outer query's session hold, and those reserved for people not yet named. */
export const takenOf = (sessionId: typeof sessions.id) =>
  sql<number>`(select count(*) from ${bookings} where ${bookings.sessionId} = ${sessionId} and ${holdsPlace})
    + ${reservedOf(sessionId)}`;

const reservedOf = (sessionId: typeof sessions.id) =>
  sql`coalesce((select sum(max(0, ${heldPlaces.places} - (
      select count(*) from ${bookings} where ${bookings.heldPlacesId} = ${heldPlaces.id} and ${holdsPlace})))
    from ${heldPlaces} where ${heldPlaces.sessionId} = ${sessionId} and ${heldPlaces.kind} = 'reserved' and ${standing}), 0)`;

/** Places of the agency's quotas of the same mode that are used up before the outer query's. */
const earlierQuotas = sql`coalesce((select sum(earlier.places) from ${heldPlaces} as earlier
      where earlier.session_id = ${heldPlaces.sessionId} and earlier.kind = 'quota' and earlier.ended_at is null
        and earlier.agency_id = ${heldPlaces.agencyId} and earlier.mode = ${heldPlaces.mode}
        and earlier.id < ${heldPlaces.id}), 0)`;

/**
 * What is left of a quota, the row of the outer query: its agency uses it by booking and by reserving, one quota after the
 * other where it has several. That query must join another table, or the columns here lose their tables' names and mean
 * something else.
 */
export const quotaLeft = sql<number>`max(0, min(${heldPlaces.places}, ${heldPlaces.places} + ${earlierQuotas} - (
      select count(*) from ${bookings} inner join ${people} on ${people.id} = ${bookings.personId}
      where ${bookings.sessionId} = ${heldPlaces.sessionId} and ${people.agencyId} = ${heldPlaces.agencyId}
        and ${bookings.mode} = ${heldPlaces.mode} and ${holdsPlace}) - coalesce((
      select sum(max(0, unnamed.places - (
        select count(*) from ${bookings} where ${bookings.heldPlacesId} = unnamed.id and ${holdsPlace})))
      from ${heldPlaces} as unnamed where unnamed.session_id = ${heldPlaces.sessionId} and unnamed.kind = 'reserved'
        and unnamed.agency_id = ${heldPlaces.agencyId} and unnamed.mode = ${heldPlaces.mode}
        and unnamed.ended_at is null), 0)))`;

/** Quota places of the outer query's session that their agencies have not used yet. */
export const keptOf = (sessionId: typeof sessions.id) =>
  sql<number>`coalesce((select sum(${quotaLeft})
    from ${heldPlaces} where ${heldPlaces.sessionId} = ${sessionId} and ${heldPlaces.kind} = 'quota' and ${standing}), 0)`;

/** Places in all: of a hybrid session, those in the room and online. */
export const capacityOf = sql<number>`${sessions.capacity} + coalesce(${sessions.onlineCapacity}, 0)`;

/** Those waiting who could take a place: nobody waits behind somebody who left, or whose agency is not sure of them. */
export const waitingOf = (sessionId: typeof sessions.id) =>
  sql<number>`(select count(*) from ${bookings} inner join ${people} on ${people.id} = ${bookings.personId}
    where ${bookings.sessionId} = ${sessionId} and ${bookings.state} = 'waiting'
      and ${people.agencyStanding} = 'confirmed' and ${people.disabledAt} is null)`;

export const takenOnlineOf = (sessionId: typeof sessions.id) =>
  sql<number>`(select count(*) from ${bookings} where ${bookings.sessionId} = ${sessionId} and ${bookings.mode} = 'online' and ${holdsPlace})
    + coalesce((select sum(max(0, ${heldPlaces.places} - (
      select count(*) from ${bookings} where ${bookings.heldPlacesId} = ${heldPlaces.id} and ${holdsPlace})))
    from ${heldPlaces} where ${heldPlaces.sessionId} = ${sessionId} and ${heldPlaces.kind} = 'reserved'
      and ${heldPlaces.mode} = 'online' and ${standing}), 0)`;

const sessionPlaces = prepared((db) =>
  db
    .select({
      id: sessions.id,
      courseId: sessions.courseId,
      status: sessions.status,
      mode: sessions.mode,
      roomCapacity: sessions.capacity,
      onlineCapacity: sessions.onlineCapacity,
      capacity: capacityOf,
      opensAt: sessions.opensAt,
      bookingClosesAt: sessions.bookingClosesAt,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      revision: sessions.revision,
      ...whereColumns,
      courseSlug: courses.slug,
      approval: courses.approval,
      asksForMore:
        sql<boolean>`exists (select 1 from ${coursePrerequisites} where ${coursePrerequisites.courseId} = ${courses.id} and ${coursePrerequisites.endedAt} is null)
        or exists (select 1 from ${courseAudiences} where ${courseAudiences.courseId} = ${courses.id})`.mapWith(
          Boolean,
        ),
      taken: takenOf(sessions.id),
      takenOnline: takenOnlineOf(sessions.id),
      kept: keptOf(sessions.id),
      waiting: waitingOf(sessions.id),
    })
    .from(sessions)
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .leftJoin(venues, eq(venues.id, sessions.venueId))
    .leftJoin(rooms, eq(rooms.id, sessions.roomId))
    .where(eq(sessions.id, sql.placeholder("id")))
    .prepare(),
);

/** @throws NotFound */
export function readPlaces(ctx: Pick<Context, "db">, sessionId: string) {
  const row = sessionPlaces(ctx.db).get({ id: sessionId });
  if (!row) throw new NotFound("session");
  return { ...row, free: freePlaces(row) };
}

export type SessionWithPlaces = ReturnType<typeof readPlaces>;

/** Places nobody holds, per mode; kept ones among them. Under 0 where a capacity was lowered by hand. */
function freePlaces(session: {
  mode: "in person" | "online" | "hybrid";
  roomCapacity: number;
  onlineCapacity: number | null;
  capacity: number;
  taken: number;
  takenOnline: number;
}): Record<PlaceMode, number> {
  const free = session.capacity - session.taken;
  if (session.mode === "in person") return { "in person": free, online: 0 };
  if (session.mode === "online") return { "in person": 0, online: free };
  return {
    "in person": session.roomCapacity - (session.taken - session.takenOnline),
    online: (session.onlineCapacity ?? 0) - session.takenOnline,
  };
}

/** The modes a place can have on a session. */
export const modesOf = (session: { mode: "in person" | "online" | "hybrid" }): PlaceMode[] =>
  session.mode === "hybrid" ? ["in person", "online"] : [session.mode];

/** A person's live booking for a session, both named by placeholders. */
const liveOne = and(
  eq(bookings.sessionId, sql.placeholder("sessionId")),
  eq(bookings.personId, sql.placeholder("personId")),
  notInArray(bookings.state, [...ended]),
)?.inlineParams();

const liveBooking = prepared((db) => db.select({ id: bookings.id }).from(bookings).where(liveOne).prepare());

/** The id of a person's live booking for a session, if there is one. */
export const findLiveBooking = (
  ctx: Pick<Context, "db">,
  sessionId: string,
  personId: string,
): string | null => liveBooking(ctx.db).get({ sessionId, personId })?.id ?? null;

const personWishing = prepared((db) =>
  db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      agencyId: people.agencyId,
      agencyConfirmed: sql<boolean>`${people.agencyStanding} = 'confirmed'`.mapWith(Boolean),
      disabled: sql<boolean>`${people.disabledAt} is not null`.mapWith(Boolean),
      roleGroupId: people.roleGroupId,
      lineManagerEmail: people.lineManagerEmail,
      liveBookingId: sql<string | null>`(select ${bookings.id} from ${bookings} where ${liveOne})`,
      liveState: sql<BookingState | null>`(select ${bookings.state} from ${bookings} where ${liveOne})`,
    })
    .from(people)
    .where(eq(people.id, sql.placeholder("personId")))
    .prepare(),
);

/** Whom a booking is for, and the live booking they have for the session already. @throws NotFound */
export function readPersonWishing(ctx: Pick<Context, "db">, wish: { sessionId: string; personId: string }) {
  const row = personWishing(ctx.db).get({ sessionId: wish.sessionId, personId: wish.personId });
  if (!row) throw new NotFound("person");
  return row;
}

export type PersonWishing = ReturnType<typeof readPersonWishing>;
