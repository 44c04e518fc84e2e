// The catalogue's search: courses on offer that fit the filters, with their next sessions.

import { courseBoards, courseOutcomes, courses, sessions, themes } from "db/schema";
import { and, asc, eq, exists, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import type { BoardMark } from "~/domain/catalogue/catalogue";
import { boardsOfCourses } from "~/domain/catalogue/catalogue.server";
import type { Context } from "~/domain/context";
import type { PlaceMode } from "~/domain/sessions/sessions";
import { addDays, type CivilDate, startOfDay } from "~/shared/civil-time";
import { groupBy } from "~/shared/group-by";
import { describeUpcoming, type OfferedSession } from "./upcoming-sessions.server";

type Reader = Pick<Context, "db" | "clock">;

export type OfferFilters = {
  q?: string;
  board?: string;
  theme?: string;
  /** How someone wants to take part: a hybrid session suits either. */
  mode?: PlaceMode;
  /** First and last civil dates on which a session may start. */
  from?: CivilDate;
  to?: CivilDate;
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
  const number = Number.isInteger(page.number) && page.number >= 1 && page.number <= pages ? page.number : 1;
  const shown = found.slice((number - 1) * page.size, number * page.size);
  const boards = boardsOfCourses(ctx);
  const matches = groupBy(
    ctx.db
      .select({ id: sessions.id, courseId: sessions.courseId })
      .from(sessions)
      .where(
        and(
          inArray(
            sessions.courseId,
            shown.map((course) => course.id),
          ),
          matching,
        ),
      )
      .orderBy(asc(sessions.startsAt), asc(sessions.id))
      .all(),
    (session) => session.courseId,
  );
  // Counting places is the dearest part: only for those that are listed.
  const listed = [...matches.values()].flatMap((all) => all.slice(0, listedPerCourse).map(({ id }) => id));
  const upcoming = groupBy(describeUpcoming(ctx, listed), (session) => session.courseId);
  return {
    total: found.length,
    page: number,
    courses: shown.map(({ id, nextStart: _next, ...course }) => ({
      ...course,
      boards: boards.get(id) ?? [],
      sessions: (upcoming.get(id) ?? []).map(
        ({ courseId: _same, courseTitle: _title, ...session }) => session,
      ),
      more: Math.max(0, (matches.get(id)?.length ?? 0) - listedPerCourse),
    })),
  };
}

/** The day after it has no name. */
const lastDay: CivilDate = "9999-12-31";

function sessionsMatching(filters: OfferFilters, now: number): SQL | undefined {
  return and(
    eq(sessions.status, "published"),
    gte(sessions.startsAt, Math.max(now, filters.from ? startOfDay(filters.from) : now)),
    filters.to && filters.to < lastDay
      ? lt(sessions.startsAt, startOfDay(addDays(filters.to, 1)))
      : undefined,
    filters.mode ? inArray(sessions.mode, [filters.mode, "hybrid"]) : undefined,
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
