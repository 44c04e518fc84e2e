// What stands in the way of erasing someone: sessions that others count on, and the last key to the service.
import { type Db, prepared } from "db/client";
import { agencies, bookings, courses, people, roleGrants, sessions, trainerAssignments } from "db/schema";
import { and, asc, eq, exists, gt, inArray, isNull, ne, notInArray, type SQL, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import type { ErasureStanding } from "./erasure-rules";
import { mayEndRecords } from "./keeping-policy";

const ahead = and(
  notInArray(sessions.status, ["cancelled", "delivered"]),
  gt(sessions.endsAt, sql.placeholder("now")),
);
const booked = and(inArray(bookings.state, ["confirmed", "offered", "waiting"]), ahead);

/** For a query over people that is given `now`: those who are booked on, or teach, a session to come. */
export const isExpected = (db: Db): SQL =>
  sql`(${exists(
    db
      .select({ one: sql`1` })
      .from(bookings)
      .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
      .where(and(eq(bookings.personId, people.id), booked)),
  )} or ${exists(
    db
      .select({ one: sql`1` })
      .from(trainerAssignments)
      .innerJoin(sessions, eq(sessions.id, trainerAssignments.sessionId))
      .where(and(eq(trainerAssignments.personId, people.id), ahead)),
  )})`;

const onePerson = prepared((db) =>
  db
    .select({
      personId: people.id,
      name: people.name,
      email: people.email,
      agencyName: agencies.name,
      erasedAt: people.erasedAt,
      mergedIntoId: people.mergedIntoId,
      disabledAt: people.disabledAt,
      administrator: sql<number>`exists (select 1 from ${roleGrants}
        where ${roleGrants.personId} = ${people.id} and ${roleGrants.role} = 'admin')`,
    })
    .from(people)
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .where(eq(people.id, sql.placeholder("personId")))
    .prepare(),
);

const otherAdministrator = prepared((db) =>
  db
    .select({ id: people.id })
    .from(people)
    .innerJoin(roleGrants, and(eq(roleGrants.personId, people.id), eq(roleGrants.role, "admin")))
    .where(and(isNull(people.disabledAt), ne(people.id, sql.placeholder("personId"))))
    .limit(1)
    .prepare(),
);

const accountsMergedInto = prepared((db) =>
  db
    .select({ personId: people.id, email: people.email })
    .from(people)
    .where(and(eq(people.mergedIntoId, sql.placeholder("personId")), isNull(people.erasedAt)))
    .orderBy(asc(people.id))
    .prepare(),
);

const bookingsAhead = prepared((db) =>
  db
    .select({
      id: bookings.id,
      courseTitle: courses.title,
      startsAt: sessions.startsAt,
      state: bookings.state,
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .where(and(eq(bookings.personId, sql.placeholder("personId")), booked))
    .orderBy(asc(sessions.startsAt), asc(bookings.id))
    .prepare(),
);

const teachingAhead = prepared((db) =>
  db
    .select({ sessionId: sessions.id, courseTitle: courses.title, startsAt: sessions.startsAt })
    .from(trainerAssignments)
    .innerJoin(sessions, eq(sessions.id, trainerAssignments.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .where(and(eq(trainerAssignments.personId, sql.placeholder("personId")), ahead))
    .orderBy(asc(sessions.startsAt), asc(sessions.id))
    .prepare(),
);

/** Whom an erasure would be about, and what speaks against it. @throws Forbidden, NotFound */
export function readErasureStanding(
  ctx: Pick<Context, "db" | "clock" | "actor">,
  personId: string,
): ErasureStanding {
  if (!mayEndRecords(ctx.actor)) throw new Forbidden("erasure");
  const row = onePerson(ctx.db).get({ personId });
  if (!row) throw new NotFound("person");
  const { administrator, disabledAt, ...person } = row;
  const asked = { personId, now: ctx.clock.now() };
  return {
    ...person,
    mergedAccounts: accountsMergedInto(ctx.db).all(asked),
    lastAdministrator:
      Boolean(administrator) && disabledAt === null && !otherAdministrator(ctx.db).get({ personId }),
    teaches: teachingAhead(ctx.db).all(asked),
    bookings: bookingsAhead(ctx.db)
      .all(asked)
      .map((booking) => ({ ...booking, begun: booking.startsAt <= asked.now })),
  };
}
