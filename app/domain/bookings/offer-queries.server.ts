// What is on offer: courses with their next sessions and the places left in them.

import { prepared } from "db/client";
import { courseBoards, courseOutcomes, courses, meetings, sessions, themes, venues } from "db/schema";
import { and, asc, eq, exists, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import type { BoardMark } from "~/domain/catalogue/catalogue";
import { boardsOfCourses } from "~/domain/catalogue/catalogue.server";
import type { Context } from "~/domain/context";
import { addDays, type CivilDate, startOfDay } from "~/shared/civil-time";
import { groupBy } from "~/shared/group-by";
import { takenOf, waitingOf } from "./places.server";
import { placesLeft } from "./rules";

type Reader = Pick<Context, "db" | "clock">;

export type OfferFilters = {
  q?: string;
  board?: string;
  theme?: string;
  mode?: "in person" | "online";
  /** First and last civil dates on which a session may start. */
  from?: CivilDate;
  to?: CivilDate;
};

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

export type OfferedCourse = {
  slug: string;
  title: string;
  summary: string;
  activityType: string;
  minutes: number;
  themeName: string;
  boards: BoardMark[];
  sessions: OfferedSession[];
  /** How many more sessions match than are listed. */
  more: number;
};

const listedPerCourse = 3;

/**
 * Courses on offer that fit the filters, the soonest session first and courses without dates last.
 * A filter on mode or dates keeps only courses with such a session. A page out of range is the first page.
 */
export function searchOffer(
  ctx: Reader,
  filters: OfferFilters,
  page: { number: number; size: number },
): { total: number; page: number; courses: OfferedCourse[] } {
  const now = ctx.clock.now();
  const bySession = filters.mode !== undefined || filters.from !== undefined || filters.to !== undefined;
  const matching = sessionsMatching(filters, now);
  const nextStart = sql<
    number | null
  >`(select min(${sessions.startsAt}) from ${sessions} where ${and(eq(sessions.courseId, courses.id), matching)})`;

  const found = ctx.db
    .select({
      id: courses.id,
      slug: courses.slug,
      title: courses.title,
      summary: courses.summary,
      activityType: courses.activityType,
      minutes: courses.minutes,
      themeName: themes.name,
      nextStart,
    })
    .from(courses)
    .innerJoin(themes, eq(themes.slug, courses.themeSlug))
    .where(
      and(
        eq(courses.offered, true),
        filters.theme ? eq(courses.themeSlug, filters.theme) : undefined,
        filters.board ? servesBoard(ctx, filters.board) : undefined,
        filters.q ? mentions(ctx, filters.q) : undefined,
        bySession ? sql`${nextStart} is not null` : undefined,
      ),
    )
    .orderBy(sql`${nextStart} is null`, asc(nextStart), asc(courses.title))
    .all();

  const pages = Math.max(1, Math.ceil(found.length / page.size));
  const number = page.number >= 1 && page.number <= pages ? page.number : 1;
  const shown = found.slice((number - 1) * page.size, number * page.size);
  const boards = boardsOfCourses(ctx);
  const upcoming = groupBy(
    listUpcoming(
      ctx,
      and(
        inArray(
          sessions.courseId,
          shown.map((course) => course.id),
        ),
        matching,
      ),
    ),
    (session) => session.courseId,
  );
  return {
    total: found.length,
    page: number,
    courses: shown.map(({ id, nextStart: _next, ...course }) => {
      const all = upcoming.get(id) ?? [];
      return {
        ...course,
        boards: boards.get(id) ?? [],
        sessions: all.slice(0, listedPerCourse).map(({ courseId: _same, ...session }) => session),
        more: Math.max(0, all.length - listedPerCourse),
      };
    }),
  };
}

function sessionsMatching(filters: OfferFilters, now: number): SQL | undefined {
  return and(
    eq(sessions.status, "published"),
    gte(sessions.startsAt, Math.max(now, filters.from ? startOfDay(filters.from) : now)),
    filters.to ? lt(sessions.startsAt, startOfDay(addDays(filters.to, 1))) : undefined,
    filters.mode ? eq(sessions.mode, filters.mode) : undefined,
  );
}

const servesBoard = (ctx: Reader, code: string) =>
  exists(
    ctx.db
      .select({ one: sql`1` })
      .from(courseBoards)
      .where(and(eq(courseBoards.courseId, courses.id), eq(courseBoards.boardCode, code))),
  );

/** Every word must be found somewhere in the title, summary, audience, theme or outcomes. */
function mentions(ctx: Reader, q: string): SQL | undefined {
  const words = q.split(/\s+/).filter(Boolean).slice(0, 8);
  return and(
    ...words.map((word) => {
      const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
      const says = (
        column:
          | SQL
          | typeof courses.title
          | typeof courses.summary
          | typeof courses.audience
          | typeof themes.name,
      ) => sql`${column} like ${pattern} escape '\\'`;
      return or(
        says(courses.title),
        says(courses.summary),
        says(courses.audience),
        says(themes.name),
        exists(
          ctx.db
            .select({ one: sql`1` })
            .from(courseOutcomes)
            .where(
              and(
                eq(courseOutcomes.courseId, courses.id),
                sql`${courseOutcomes.text} like ${pattern} escape '\\'`,
              ),
            ),
        ),
      );
    }),
  );
}

type UpcomingSession = OfferedSession & { courseId: string };

/** Sessions that fit a condition with their meetings and places, soonest first: two queries however many there are. */
function listUpcoming(ctx: Reader, condition: SQL | undefined): UpcomingSession[] {
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
