// Sessions to come with their dates and the places left in them: two queries however many there are.
import { prepared } from "db/client";
import { courses, meetings, sessions, venues } from "db/schema";
import { and, asc, eq, gte, inArray, type SQL, sql } from "drizzle-orm";
import type { BoardMark } from "~/domain/catalogue/catalogue";
import { boardsOfCourses } from "~/domain/catalogue/catalogue.server";
import type { Context } from "~/domain/context";
import type { CivilDate } from "~/shared/civil-time";
import { groupBy } from "~/shared/group-by";
import { takenOf, waitingOf } from "./places.server";
import { placesLeft } from "./rules";

type Reader = Pick<Context, "db" | "clock">;

export type OfferedSession = {
  id: string;
  mode: "in person" | "online";
  venueName: string | null;
  dates: { date: CivilDate; startTime: string; endTime: string }[];
  capacity: number;
  placesLeft: number;
  waiting: number;
  bookingClosed: boolean;
};

type UpcomingSession = OfferedSession & { courseId: string };

/** Sessions that fit a condition with their meetings and places, soonest first: two queries however many there are. */
export function listUpcoming(ctx: Reader, condition: SQL | undefined): UpcomingSession[] {
  const rows = ctx.db
    .select({
      id: sessions.id,
      courseId: sessions.courseId,
      mode: sessions.mode,
      venueName: venues.name,
      capacity: sessions.capacity,
      bookingClosesAt: sessions.bookingClosesAt,
      taken: takenOf(sessions.id),
      waiting: waitingOf(sessions.id),
    })
    .from(sessions)
    .leftJoin(venues, eq(venues.id, sessions.venueId))
    .where(condition)
    .orderBy(asc(sessions.startsAt), asc(sessions.id))
    .all();
  const dates = groupBy(
    ctx.db
      .select({
        sessionId: meetings.sessionId,
        date: meetings.date,
        startTime: meetings.startTime,
        endTime: meetings.endTime,
      })
      .from(meetings)
      .where(
        inArray(
          meetings.sessionId,
          rows.map((row) => row.id),
        ),
      )
      .orderBy(asc(meetings.number))
      .all(),
    (meeting) => meeting.sessionId,
  );
  const now = ctx.clock.now();
  return rows.map(({ bookingClosesAt, taken, ...row }) => ({
    ...row,
    dates: (dates.get(row.id) ?? []).map(({ sessionId: _same, ...date }) => date),
    placesLeft: placesLeft({ capacity: row.capacity, taken, waiting: row.waiting }),
    bookingClosed: now >= bookingClosesAt,
  }));
}

const courseOf = prepared((db) =>
  db
    .select({ id: courses.id, slug: courses.slug, title: courses.title })
    .from(courses)
    .where(eq(courses.offered, true))
    .prepare(),
);

/** The next sessions that still take bookings, whatever the course. */
export function listNextSessions(
  ctx: Reader,
  most: number,
): (OfferedSession & { courseTitle: string; boards: BoardMark[] })[] {
  const now = ctx.clock.now();
  const titles = new Map(
    courseOf(ctx.db)
      .all()
      .map((course) => [course.id, course.title]),
  );
  const boards = boardsOfCourses(ctx);
  return listUpcoming(
    ctx,
    and(
      eq(sessions.status, "published"),
      sql`${sessions.bookingClosesAt} > ${now}`,
      gte(sessions.startsAt, now),
    ),
  )
    .filter((session) => titles.has(session.courseId))
    .slice(0, most)
    .map(({ courseId, ...session }) => ({
      ...session,
      courseTitle: titles.get(courseId) ?? "",
      boards: boards.get(courseId) ?? [],
    }));
}

/** A course's sessions to come, soonest first. */
export function listSessionsOfCourse(ctx: Reader, courseId: string): OfferedSession[] {
  const now = ctx.clock.now();
  return listUpcoming(
    ctx,
    and(eq(sessions.courseId, courseId), eq(sessions.status, "published"), gte(sessions.startsAt, now)),
  ).map(({ courseId: _same, ...session }) => session);
}
