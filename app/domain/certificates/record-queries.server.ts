// A person's record: every session with what became of it, and what each taught.
import { prepared } from "db/client";
import {
  bookings,
  certificates,
  competencies,
  courseCompetencies,
  courses,
  meetings,
  sessions,
} from "db/schema";
import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { groupBy } from "~/shared/group-by";
import type { TrainingDone } from "./certificates";

const outcomes = ["attended", "partly attended", "did not attend"] as const;

const sessionsOfPerson = prepared((db) =>
  db
    .select({
      bookingId: bookings.id,
      courseId: courses.id,
      courseTitle: sql<string>`coalesce(${certificates.courseTitle}, ${courses.title})`,
      completedOn: sql<string>`(select max(${meetings.date}) from ${meetings} where ${meetings.sessionId} = ${sessions.id})`,
      minutes: sql<number>`coalesce(${certificates.minutes}, ${courses.minutes})`,
      state: sql<(typeof outcomes)[number]>`${bookings.state}`,
      walkIn: bookings.walkIn,
      certificateNumber: certificates.number,
      expiresOn: certificates.expiresOn,
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .leftJoin(certificates, and(eq(certificates.bookingId, bookings.id), isNull(certificates.withdrawnAt)))
    .where(and(eq(bookings.personId, sql.placeholder("personId")), inArray(bookings.state, [...outcomes])))
    .orderBy(desc(sessions.endsAt), asc(bookings.id))
    .prepare(),
);

const taughtTo = prepared((db) =>
  db
    .selectDistinct({
      courseId: courseCompetencies.courseId,
      name: competencies.name,
      position: competencies.position,
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(courseCompetencies, eq(courseCompetencies.courseId, sessions.courseId))
    .innerJoin(competencies, eq(competencies.id, courseCompetencies.competencyId))
    .where(and(eq(bookings.personId, sql.placeholder("personId")), inArray(bookings.state, [...outcomes])))
    .orderBy(asc(competencies.position))
    .prepare(),
);

/** Sessions whose register was taken, newest first, walk-ins among them; only for the person themselves. */
export function listTrainingOf(ctx: Pick<Context, "db">, personId: string): TrainingDone[] {
  const taught = groupBy(taughtTo(ctx.db).all({ personId }), (row) => row.courseId);
  return sessionsOfPerson(ctx.db)
    .all({ personId })
    .map((row) => ({ ...row, competencies: (taught.get(row.courseId) ?? []).map(({ name }) => name) }));
}
