// One course as coordinators look after it: everything that is told of it, its sessions, and what rests on it.
import { prepared } from "db/client";
import {
  bookings,
  coursePrerequisites,
  courses,
  learningSourceKinds,
  meetings,
  sessions,
  venues,
} from "db/schema";
import { and, asc, desc, eq, gt, isNull, lte, ne, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import type { CourseDetails } from "./catalogue";
import { readParts } from "./course-parts.server";
import { mayRunCatalogue } from "./policy";

type Reader = Pick<Context, "db" | "clock" | "actor">;

const courseBySlug = prepared((db) =>
  db
    .select()
    .from(courses)
    .where(eq(courses.slug, sql.placeholder("slug")))
    .prepare(),
);

/** A course's details as its form has them, with its id and whether it is offered. @throws Forbidden, NotFound */
export function readCourseDetails(
  ctx: Reader,
  slug: string,
): { courseId: string; offered: boolean; details: CourseDetails } {
  if (!mayRunCatalogue(ctx.actor)) throw new Forbidden("the courses");
  const row = courseBySlug(ctx.db).get({ slug });
  if (!row) throw new NotFound("course");
  const { id, offered, title, summary, audience, activityType, themeSlug, ledBy, minutes, contentNote } = row;
  const own = { title, summary, audience, activityType, themeSlug, ledBy, minutes, contentNote };
  return { courseId: id, offered, details: { ...own, ...readParts(ctx, id) } };
}

const shownSession = {
  id: sessions.id,
  status: sessions.status,
  mode: sessions.mode,
  venueName: venues.name,
  date: meetings.date,
  startTime: meetings.startTime,
  endTime: meetings.endTime,
  capacity: sql<number>`${sessions.capacity} + coalesce(${sessions.onlineCapacity}, 0)`,
  booked: bookedIn("confirmed", "offered", "attended", "partly attended", "did not attend"),
  waiting: bookedIn("waiting"),
};

function bookedIn(...states: (typeof bookings.$inferSelect)["state"][]) {
  const among = sql.join(
    states.map((state) => sql`${state}`),
    sql`, `,
  );
  return sql<number>`(select count(*) from ${bookings} where ${bookings.sessionId} = ${sessions.id} and ${bookings.state} in (${among}))`;
}

const ofCourse = eq(sessions.courseId, sql.placeholder("courseId"));
const coming = prepared((db) =>
  db
    .select(shownSession)
    .from(sessions)
    .innerJoin(meetings, and(eq(meetings.sessionId, sessions.id), eq(meetings.number, 1)))
    .leftJoin(venues, eq(venues.id, sessions.venueId))
    .where(and(ofCourse, gt(sessions.endsAt, sql.placeholder("now")), ne(sessions.status, "cancelled")))
    .orderBy(asc(sessions.startsAt), asc(sessions.id))
    .prepare(),
);
const past = prepared((db) =>
  db
    .select(shownSession)
    .from(sessions)
    .innerJoin(meetings, and(eq(meetings.sessionId, sessions.id), eq(meetings.number, 1)))
    .leftJoin(venues, eq(venues.id, sessions.venueId))
    .where(and(ofCourse, lte(sessions.endsAt, sql.placeholder("now")), ne(sessions.status, "cancelled")))
    .orderBy(desc(sessions.startsAt), desc(sessions.id))
    .limit(sql.placeholder("most"))
    .prepare(),
);

export type SessionOfCourse = ReturnType<ReturnType<typeof coming>["all"]>[number];

/** The sessions that are not over, soonest first, and the newest that are; called-off ones are left out. @throws Forbidden */
export function listManagedSessions(
  ctx: Reader,
  courseId: string,
  mostPast = 10,
): { coming: SessionOfCourse[]; past: SessionOfCourse[] } {
  if (!mayRunCatalogue(ctx.actor)) throw new Forbidden("the courses");
  const asked = { courseId, now: ctx.clock.now() };
  return { coming: coming(ctx.db).all(asked), past: past(ctx.db).all({ ...asked, most: mostPast }) };
}

const askers = prepared((db) =>
  db
    .select({ slug: courses.slug, title: courses.title })
    .from(coursePrerequisites)
    .innerJoin(courses, eq(courses.id, coursePrerequisites.courseId))
    .where(
      and(
        eq(coursePrerequisites.requiredCourseId, sql.placeholder("courseId")),
        isNull(coursePrerequisites.endedAt),
      ),
    )
    .orderBy(asc(courses.title))
    .prepare(),
);

/** The courses that ask for this one first. */
export const listCoursesAskingFor = ({ db }: Pick<Context, "db">, courseId: string) =>
  askers(db).all({ courseId });

const sources = prepared((db) =>
  db
    .select({ code: learningSourceKinds.code, name: learningSourceKinds.name })
    .from(learningSourceKinds)
    .orderBy(asc(learningSourceKinds.name))
    .prepare(),
);

/** The kinds of review that learning may come from. */
export const listLearningSources = ({ db }: Pick<Context, "db">) => sources(db).all();

const types = prepared((db) =>
  db
    .selectDistinct({ type: courses.activityType })
    .from(courses)
    .orderBy(asc(courses.activityType))
    .prepare(),
);

/** The types of activity that courses have. */
export const listActivityTypes = ({ db }: Pick<Context, "db">) =>
  types(db)
    .all()
    .map(({ type }) => type);
