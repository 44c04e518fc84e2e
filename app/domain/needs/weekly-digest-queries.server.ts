// What the week's letter to an agency's lead is counted from: one query for each count, for all agencies at once.
import { prepared } from "db/client";
import {
  agencies,
  bookingApprovals,
  bookings,
  courses,
  meetings,
  people,
  roleGrants,
  sessions,
} from "db/schema";
import { and, asc, count, eq, gte, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";

const isHere = and(
  eq(people.agencyStanding, "confirmed"),
  isNull(people.disabledAt),
  isNull(people.erasedAt),
);

/** Those who lead an agency that is sure to be theirs. */
export const agencyLeads = prepared((db) =>
  db
    .select({
      personId: people.id,
      name: people.name,
      email: people.email,
      agencyId: people.agencyId,
      agencyName: agencies.name,
    })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .where(and(eq(roleGrants.role, "agency_lead"), isHere))
    .orderBy(asc(people.id))
    .prepare(),
);

/** Places on the sessions that start from one instant until before another, by agency and session. */
export const comingByAgency = prepared((db) =>
  db
    .select({
      agencyId: people.agencyId,
      sessionId: sessions.id,
      courseTitle: courses.title,
      date: meetings.date,
      booked: count(),
    })
    .from(sessions)
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .innerJoin(meetings, and(eq(meetings.sessionId, sessions.id), eq(meetings.number, 1)))
    .innerJoin(bookings, and(eq(bookings.sessionId, sessions.id), eq(bookings.state, "confirmed")))
    .innerJoin(people, eq(people.id, bookings.personId))
    .where(
      and(
        inArray(sessions.status, ["published", "closed"]),
        gte(sessions.startsAt, sql.placeholder("from")),
        lt(sessions.startsAt, sql.placeholder("until")),
        isHere,
      ),
    )
    .groupBy(people.agencyId, sessions.id)
    .orderBy(asc(sessions.startsAt), asc(sessions.id))
    .prepare(),
);

/** People with a booking in a state on sessions of a span, by agency; each once, however many bookings. */
const peopleWith = (state: "waiting" | "did not attend", span: SQL | undefined) =>
  prepared((db) =>
    db
      .select({ agencyId: people.agencyId, n: sql<number>`count(distinct ${people.id})` })
      .from(sessions)
      .innerJoin(bookings, and(eq(bookings.sessionId, sessions.id), eq(bookings.state, state)))
      .innerJoin(people, eq(people.id, bookings.personId))
      .where(and(span, isHere))
      .groupBy(people.agencyId)
      .prepare(),
  );

export const waitingByAgency = peopleWith(
  "waiting",
  and(eq(sessions.status, "published"), gte(sessions.startsAt, sql.placeholder("now"))),
);

export const missedByAgency = peopleWith(
  "did not attend",
  and(
    inArray(sessions.status, ["published", "closed", "delivered"]),
    gte(sessions.startsAt, sql.placeholder("from")),
    lt(sessions.startsAt, sql.placeholder("until")),
  ),
);

/** Approvals that nobody has answered, each with whose booking it is: nobody answers for themselves. */
export const approvalsToAnswer = prepared((db) =>
  db
    .select({ agencyId: people.agencyId, personId: people.id })
    .from(bookingApprovals)
    .innerJoin(bookings, eq(bookings.id, bookingApprovals.bookingId))
    .innerJoin(people, eq(people.id, bookings.personId))
    .where(and(sql`${bookingApprovals.answer} is null`, isHere))
    .prepare(),
);

export const agenciesOfPeople = prepared((db) =>
  db
    .select({ id: people.id, agencyId: people.agencyId })
    .from(people)
    .where(and(sql`${people.id} in (select value from json_each(${sql.placeholder("ids")}))`, isHere))
    .prepare(),
);
