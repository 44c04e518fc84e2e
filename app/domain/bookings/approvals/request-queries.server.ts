// What a coordinator looks at: who says that they have done what a course asks for, or does other work than it is for,
// with what our own record shows.
import { prepared } from "db/client";
import {
  agencies,
  bookings,
  competencies,
  courseAudiences,
  courseCompetencies,
  coursePrerequisites,
  courses,
  externalLearning,
  externalLearningCompetencies,
  people,
  prerequisiteClaims,
  roleGroups,
  sessions,
} from "db/schema";
import { and, asc, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Prerequisite } from "~/domain/catalogue/catalogue";
import type { Context } from "~/domain/context";
import { groupBy } from "~/shared/group-by";
import { Forbidden } from "~/shared/problems";
import type { BookingState } from "../bookings";
import { mayRunQueue } from "../policy";

const mostShown = 50;

export type ClaimToLookAt = Pick<Prerequisite, "kind" | "name" | "withinMonths"> & {
  /** What they wrote about it. */
  said: string | null;
  /** When our record last shows it, however long ago: attended here, or learnt elsewhere and accepted. */
  attendedAt: number | null;
  learntOn: string | null;
};

export type RequestToLookAt = {
  bookingId: string;
  personId: string;
  personName: string;
  agencyName: string;
  kindOfWork: string | null;
  sessionId: string;
  courseTitle: string;
  startsAt: number;
  bookingClosesAt: number;
  askedAt: number;
  placeHeld: boolean;
  claims: ClaimToLookAt[];
  /** The kinds of work that the course is for, where theirs is none of them. */
  outsideAudience: string[];
  /** Their other bookings on the same course, the latest first. */
  before: { state: BookingState; startsAt: number }[];
};

const toLookAt = prepared((db) =>
  db
    .select({
      bookingId: bookings.id,
      personId: people.id,
      personName: people.name,
      agencyName: agencies.name,
      roleGroupId: people.roleGroupId,
      kindOfWork: roleGroups.name,
      sessionId: sessions.id,
      courseId: courses.id,
      courseTitle: courses.title,
      startsAt: sessions.startsAt,
      bookingClosesAt: sessions.bookingClosesAt,
      askedAt: bookings.createdAt,
      placeHeld: sql<boolean>`${bookings.queuedAt} is null`.mapWith(Boolean),
    })
    .from(bookings)
    .innerJoin(people, eq(people.id, bookings.personId))
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .leftJoin(roleGroups, eq(roleGroups.id, people.roleGroupId))
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    // Both conditions, as the index has the first of them.
    .where(sql`${bookings.state} in ('waiting', 'requested') and ${bookings.state} = 'requested'`)
    .orderBy(asc(bookings.createdAt), asc(bookings.id))
    .limit(mostShown)
    .prepare(),
);

const theseBookings = sql`(select value from json_each(${sql.placeholder("ids")}))`;
const required = alias(courses, "required");

const claimsOf = prepared((db) =>
  db
    .select({
      bookingId: prerequisiteClaims.bookingId,
      kind: coursePrerequisites.kind,
      name: sql<string>`coalesce(${required.title}, ${competencies.name}, ${coursePrerequisites.eLearning}, '')`,
      withinMonths: coursePrerequisites.withinMonths,
      said: prerequisiteClaims.said,
      attendedAt: attendedAt,
      learntOn: learntOn,
    })
    .from(prerequisiteClaims)
    .innerJoin(coursePrerequisites, eq(coursePrerequisites.id, prerequisiteClaims.prerequisiteId))
    .innerJoin(bookings, eq(bookings.id, prerequisiteClaims.bookingId))
    .leftJoin(required, eq(required.id, coursePrerequisites.requiredCourseId))
    .leftJoin(competencies, eq(competencies.id, coursePrerequisites.competencyId))
    .where(inArray(prerequisiteClaims.bookingId, theseBookings))
    .orderBy(asc(coursePrerequisites.position))
    .prepare(),
);

/** When the person of the outer booking last attended what its prerequisite asks for. */
const attendedAt = sql<number | null>`(select max(held.ends_at) from ${bookings} as own
  inner join ${sessions} as held on held.id = own.session_id
  where own.person_id = ${bookings.personId} and own.state = 'attended'
    and (held.course_id = ${coursePrerequisites.requiredCourseId}
      or held.course_id in (select taught.course_id from ${courseCompetencies} as taught
        where taught.competency_id = ${coursePrerequisites.competencyId})))`;

const learntOn = sql<string | null>`(select max(learnt.completed_on) from ${externalLearning} as learnt
  where learnt.person_id = ${bookings.personId} and learnt.state = 'accepted'
    and (learnt.course_id = ${coursePrerequisites.requiredCourseId}
      or exists (select 1 from ${externalLearningCompetencies} as part
        where part.external_learning_id = learnt.id and part.competency_id = ${coursePrerequisites.competencyId})))`;

const audiences = prepared((db) =>
  db
    .select({
      courseId: courseAudiences.courseId,
      roleGroupId: courseAudiences.roleGroupId,
      name: roleGroups.name,
    })
    .from(courseAudiences)
    .innerJoin(roleGroups, eq(roleGroups.id, courseAudiences.roleGroupId))
    .where(
      inArray(courseAudiences.courseId, sql`(select value from json_each(${sql.placeholder("courseIds")}))`),
    )
    .orderBy(asc(roleGroups.position))
    .prepare(),
);

const wished = alias(bookings, "wished");
const wishedSession = alias(sessions, "wished_session");
const othersOnCourse = prepared((db) =>
  db
    .select({ bookingId: wished.id, state: bookings.state, startsAt: sessions.startsAt })
    .from(wished)
    .innerJoin(wishedSession, eq(wishedSession.id, wished.sessionId))
    .innerJoin(bookings, and(eq(bookings.personId, wished.personId), ne(bookings.id, wished.id)))
    .innerJoin(
      sessions,
      and(eq(sessions.id, bookings.sessionId), eq(sessions.courseId, wishedSession.courseId)),
    )
    .where(inArray(wished.id, theseBookings))
    .orderBy(desc(sessions.startsAt), desc(bookings.id))
    .prepare(),
);

/** Requests, the longest waiting first, 50 at most: four queries however many there are. @throws Forbidden */
export function listRequests(ctx: Pick<Context, "db" | "actor">): RequestToLookAt[] {
  if (!mayRunQueue(ctx.actor)) throw new Forbidden("requests");
  const rows = toLookAt(ctx.db).all();
  if (rows.length === 0) return [];
  const ids = JSON.stringify(rows.map(({ bookingId }) => bookingId));
  const courseIds = JSON.stringify(rows.map(({ courseId }) => courseId));
  const claims = groupBy(claimsOf(ctx.db).all({ ids }), ({ bookingId }) => bookingId);
  const audienceOf = groupBy(audiences(ctx.db).all({ courseIds }), ({ courseId }) => courseId);
  const before = groupBy(othersOnCourse(ctx.db).all({ ids }), ({ bookingId }) => bookingId);
  return rows.map(({ courseId, roleGroupId, ...row }) => {
    const audience = audienceOf.get(courseId) ?? [];
    const inside = audience.some((kind) => kind.roleGroupId === roleGroupId);
    return {
      ...row,
      claims: (claims.get(row.bookingId) ?? []).map(({ bookingId: _same, ...claim }) => claim),
      outsideAudience: inside ? [] : audience.map(({ name }) => name),
      before: (before.get(row.bookingId) ?? []).map(({ state, startsAt }) => ({ state, startsAt })),
    };
  });
}
