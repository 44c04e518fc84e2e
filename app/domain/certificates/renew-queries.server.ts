// Whose certificate runs out soon, and who has neither a newer one nor a booking that would give one.
import { type Db, prepared } from "db/client";
import { bookings, certificates, courses, people, sessions } from "db/schema";
import { and, asc, between, eq, isNull, type SQL, sql } from "drizzle-orm";
import { notRenewed } from "./queries.server";

const bookedAgain = sql`exists (select 1 from ${bookings} inner join ${sessions} on ${sessions.id} = ${bookings.sessionId}
  where ${bookings.personId} = ${certificates.personId} and ${sessions.courseId} = ${certificates.courseId}
    and ${sessions.endsAt} > ${sql.placeholder("now")} and ${sessions.status} <> 'cancelled'
    and ${bookings.state} in ('requested', 'awaiting approval', 'confirmed', 'waiting', 'offered'))`;

const toRenew = (db: Db, more: SQL | undefined) =>
  db
    .select({
      certificateId: certificates.id,
      personId: people.id,
      personName: people.name,
      email: people.email,
      courseTitle: courses.title,
      courseSlug: courses.slug,
      expiresOn: sql<string>`${certificates.expiresOn}`,
    })
    .from(certificates)
    .innerJoin(people, eq(people.id, certificates.personId))
    .innerJoin(courses, and(eq(courses.id, certificates.courseId), eq(courses.offered, true)))
    .where(
      and(
        between(certificates.expiresOn, sql.placeholder("from"), sql.placeholder("to")),
        isNull(certificates.withdrawnAt),
        isNull(people.disabledAt),
        isNull(people.erasedAt),
        notRenewed,
        sql`not ${bookedAgain}`,
        more,
      ),
    )
    .orderBy(asc(certificates.expiresOn), asc(certificates.id))
    .prepare();

/** Those whose last day is one of these, or lies between them. */
export const listToRenew = prepared((db) => toRenew(db, undefined));
/** One certificate, if it is still to be renewed. */
export const oneToRenew = prepared((db) => toRenew(db, eq(certificates.id, sql.placeholder("id"))));
