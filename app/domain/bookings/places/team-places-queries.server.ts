// Places that an agency has reserved, with who is named for them; and a place that a colleague may take over.
import { type Db, prepared } from "db/client";
import { agencies, bookings, courses, heldPlaces, people, sessions } from "db/schema";
import { and, asc, eq, gt, ne, type SQL, sql } from "drizzle-orm";
import { agencyLedBy, listOwnAgency, searchPeople } from "~/domain/accounts/accounts.server";
import { type Context, holds } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import type { BookingState } from "../bookings";
import { readBooker, readBookingRow } from "../change-state.server";
import { holdsPlace, readPersonWishing, readPlaces } from "../places.server";
import { leads } from "./acts-as.server";
import { readEligibility } from "./eligibility.server";
import { hindrance, type NameRefusal } from "./pass-on.server";

type Reader = Pick<Context, "db" | "clock" | "actor">;

const mayNameFor = (ctx: Reader, agencyId: string) => holds(ctx.actor, "coordinator") || leads(ctx, agencyId);

const reserved = (db: Db, condition: SQL | undefined) =>
  db
    .select({
      id: heldPlaces.id,
      sessionId: sessions.id,
      sessionStatus: sessions.status,
      courseTitle: courses.title,
      startsAt: sessions.startsAt,
      agencyId: agencies.id,
      agencyName: agencies.name,
      mode: heldPlaces.mode,
      hybrid: sql<boolean>`${sessions.mode} = 'hybrid'`.mapWith(Boolean),
      places: heldPlaces.places,
      named: sql<number>`(select count(*) from ${bookings} where ${bookings.heldPlacesId} = ${heldPlaces.id} and ${holdsPlace})`,
      releasesAt: heldPlaces.releasesAt,
      endedAt: heldPlaces.endedAt,
    })
    .from(heldPlaces)
    .innerJoin(sessions, eq(sessions.id, heldPlaces.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .innerJoin(agencies, eq(agencies.id, heldPlaces.agencyId))
    .where(and(eq(heldPlaces.kind, "reserved"), condition));

const ofAgency = prepared((db) =>
  reserved(
    db,
    and(
      eq(heldPlaces.agencyId, sql.placeholder("agencyId")),
      gt(sessions.startsAt, sql.placeholder("now")),
      ne(sessions.status, "cancelled"),
    ),
  )
    .orderBy(asc(heldPlaces.releasesAt), asc(heldPlaces.id))
    .prepare(),
);
const one = prepared((db) => reserved(db, eq(heldPlaces.id, sql.placeholder("id"))).prepare());

const namedFor = prepared((db) =>
  db
    .select({
      bookingId: bookings.id,
      state: sql<BookingState>`${bookings.state}`,
      personId: people.id,
      personName: people.name,
    })
    .from(bookings)
    .innerJoin(people, eq(people.id, bookings.personId))
    .where(and(eq(bookings.heldPlacesId, sql.placeholder("id")), holdsPlace))
    .orderBy(asc(sql`lower(${people.name})`), asc(bookings.id))
    .prepare(),
);

export type ReservedPlaces = ReturnType<ReturnType<typeof one>["all"]>[number];

/** Places that the agency of the lead asking has reserved on sessions to come, the soonest released first. */
export function listReservedPlaces(ctx: Reader): ReservedPlaces[] {
  const led = agencyLedBy(ctx);
  return led ? ofAgency(ctx.db).all({ agencyId: led.id, now: ctx.clock.now() }) : [];
}

/** Reserved places with the names so far, for the agency's lead and coordinators. @throws NotFound for anyone else */
export function readReservedPlaces(ctx: Reader, id: string) {
  const held = one(ctx.db).get({ id });
  if (!held || !mayNameFor(ctx, held.agencyId)) throw new NotFound("held places");
  return { ...held, begun: ctx.clock.now() >= held.startsAt, names: namedFor(ctx.db).all({ id }) };
}

/** A place that a colleague may take over, for the agency's lead and coordinators. @throws NotFound for anyone else */
export function readPlaceToPassOn(ctx: Reader, bookingId: string) {
  const booking = readBookingRow(ctx, bookingId);
  const { name: personName, agencyId } = readBooker(ctx, booking.personId);
  if (!mayNameFor(ctx, agencyId)) throw new NotFound("booking");
  const { id: sessionId, courseTitle, startsAt } = readPlaces(ctx, booking.sessionId);
  const begun = ctx.clock.now() >= startsAt;
  const { state, personId } = booking;
  return { bookingId, state, personId, personName, agencyId, sessionId, courseTitle, startsAt, begun };
}

/** The confirmed people of an agency, by part of a name or address; for its lead and coordinators. @throws NotFound */
export function findColleagues(
  ctx: Reader,
  { agencyId, q }: { agencyId: string; q: string },
  page: { number: number; size: number },
): { total: number; page: number; people: { id: string; name: string; email: string }[] } {
  const filter = { q, agencyId, standing: "confirmed" as const };
  const found = leads(ctx, agencyId)
    ? listOwnAgency(ctx, { q }, page)
    : holds(ctx.actor, "coordinator")
      ? searchPeople(ctx, filter, page)
      : null;
  if (!found) throw new NotFound("agency");
  const { total, page: number, people: colleagues } = found;
  return { total, page: number, people: colleagues.map(({ id, name, email }) => ({ id, name, email })) };
}

export type NamingWeighed = {
  person: { id: string; name: string };
  /** Why they cannot have the place; null: they can. */
  hindrance: NameRefusal | null;
  /** What the course asks for and our record does not show. */
  unmet: ReturnType<typeof readEligibility>["unmet"];
  /** They wait for a place on this session already, and would leave the queue. */
  waits: boolean;
};

/** What would stand in the way of naming somebody. @throws NotFound for whoever is not of the agency */
export function weighNaming(
  ctx: Reader,
  naming: { sessionId: string; agencyId: string; personId: string },
): NamingWeighed {
  const session = readPlaces(ctx, naming.sessionId);
  const person = readPersonWishing(ctx, naming);
  if (!mayNameFor(ctx, naming.agencyId) || person.agencyId !== naming.agencyId) throw new NotFound("person");
  return {
    person: { id: person.id, name: person.name },
    hindrance: hindrance(ctx, session, person, naming.agencyId),
    unmet: readEligibility(ctx, session, person).unmet,
    waits: person.liveState === "waiting",
  };
}
