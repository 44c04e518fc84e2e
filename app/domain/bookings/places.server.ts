// How many places a session has, holds and is waited for: read inside the transaction that acts on it.

import { prepared } from "db/client";
import { bookings, courses, people, sessions, venues } from "db/schema";
import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { ended, placeHolding } from "./rules";

/** Bookings of the outer query's session that hold a place. */
export const takenOf = (sessionId: typeof sessions.id) =>
  sql<number>`(select count(*) from ${bookings} where ${bookings.sessionId} = ${sessionId} and ${inArray(bookings.state, [...placeHolding])})`;
/** Those waiting who could take a place: nobody waits behind somebody who left, or whose agency is not sure of them. */
export const waitingOf = (sessionId: typeof sessions.id) =>
  sql<number>`(select count(*) from ${bookings} inner join ${people} on ${people.id} = ${bookings.personId}
    where ${bookings.sessionId} = ${sessionId} and ${eq(bookings.state, "waiting")}
      and ${eq(people.agencyStanding, "confirmed")} and ${people.disabledAt} is null)`;

const sessionPlaces = prepared((db) =>
  db
    .select({
      id: sessions.id,
      status: sessions.status,
      mode: sessions.mode,
      capacity: sessions.capacity,
      bookingClosesAt: sessions.bookingClosesAt,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      revision: sessions.revision,
      courseTitle: courses.title,
      venueName: venues.name,
      venueAddress: venues.address,
      venuePostcode: venues.postcode,
      venueAccess: venues.access,
      taken: takenOf(sessions.id),
      waiting: waitingOf(sessions.id),
    })
    .from(sessions)
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .leftJoin(venues, eq(venues.id, sessions.venueId))
    .where(eq(sessions.id, sql.placeholder("id")))
    .prepare(),
);

/** @throws NotFound */
export function readPlaces(ctx: Pick<Context, "db">, sessionId: string) {
  const row = sessionPlaces(ctx.db).get({ id: sessionId });
  if (!row) throw new NotFound("session");
  return row;
}

export type SessionWithPlaces = ReturnType<typeof readPlaces>;

/** A person's live booking for a session, both named by placeholders. */
const liveOne = and(
  eq(bookings.sessionId, sql.placeholder("sessionId")),
  eq(bookings.personId, sql.placeholder("personId")),
  notInArray(bookings.state, [...ended]),
);

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
      name: people.name,
      email: people.email,
      agencyConfirmed: sql<boolean>`${people.agencyStanding} = 'confirmed'`.mapWith(Boolean),
      liveBookingId: sql<string | null>`(select ${bookings.id} from ${bookings} where ${liveOne})`,
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
