// Sessions about which somebody has to decide whether they go ahead, and who decides.

import { prepared } from "db/client";
import { bookings, courses, meetings, people, roleGrants, sessions } from "db/schema";
import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";

/** People whose place is sure: offers and requests may come to nothing. */
export const confirmedOf = (sessionId: typeof sessions.id) =>
  sql<number>`(select count(*) from ${bookings} where ${bookings.sessionId} = ${sessionId} and ${eq(bookings.state, "confirmed")})`;

/** Those to come with too few people and no decision, whose day to decide is before `horizon`. */
export const undecided = prepared((db) =>
  db
    .select({
      sessionId: sessions.id,
      courseTitle: courses.title,
      date: meetings.date,
      booked: confirmedOf(sessions.id),
      // A session with a minimum has a day to decide, says the sessions room.
      minimum: sql<number>`${sessions.minimum}`,
      decideBy: sql<number>`${sessions.decideBy}`,
    })
    .from(sessions)
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .innerJoin(meetings, and(eq(meetings.sessionId, sessions.id), eq(meetings.number, 1)))
    .where(
      and(
        inArray(sessions.status, ["published", "closed"]),
        gt(sessions.startsAt, sql.placeholder("now")),
        isNotNull(sessions.minimum),
        isNull(sessions.goAheadAt),
        lte(sessions.decideBy, sql.placeholder("horizon")),
        sql`${confirmedOf(sessions.id)} < ${sessions.minimum}`,
      ),
    )
    .orderBy(asc(sessions.decideBy), asc(sessions.id))
    .prepare(),
);

export const coordinators = prepared((db) =>
  db
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .innerJoin(roleGrants, and(eq(roleGrants.personId, people.id), eq(roleGrants.role, "coordinator")))
    .where(isNull(people.disabledAt))
    .orderBy(asc(people.id))
    .prepare(),
);
