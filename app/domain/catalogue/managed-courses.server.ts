// The courses as coordinators look after them: found, sorted, with what is to come and who waits.
import { bookings, courseBoards, courses, sessions, themes } from "db/schema";
import { and, asc, desc, eq, exists, gt, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { boardsOfCourses } from "./boards-of-courses.server";
import type { BoardMark, CourseSort } from "./catalogue";
import { mayRunCatalogue } from "./policy";

type Reader = Pick<Context, "db" | "clock" | "actor">;

function mustRunCatalogue(ctx: Reader): void {
  if (!mayRunCatalogue(ctx.actor)) throw new Forbidden("the courses");
}

export type ManagedCourseFilter = {
  q?: string;
  board?: string;
  theme?: string;
  offered?: "yes" | "no";
  /** By title unless told otherwise; the most first by sessions and waiting. */
  sort?: CourseSort;
};

export type ManagedCourse = {
  slug: string;
  title: string;
  themeName: string;
  activityType: string;
  minutes: number;
  ledBy: string | null;
  offered: boolean;
  boards: BoardMark[];
  /** Published sessions that are not over. */
  toCome: number;
  /** Those that are still a draft. */
  drafts: number;
  /** People on the waiting lists of the sessions to come. */
  waiting: number;
};

/** The sessions of the outer query's course that are not over. */
const notOver = (now: number) => and(eq(sessions.courseId, courses.id), gt(sessions.endsAt, now));

/** Every course that fits, on offer or not. @throws Forbidden */
export function listManagedCourses(ctx: Reader, filter: ManagedCourseFilter): ManagedCourse[] {
  mustRunCatalogue(ctx);
  const now = ctx.clock.now();
  const open = and(notOver(now), inArray(sessions.status, ["published", "closed"]));
  const toCome = sql<number>`(select count(*) from ${sessions} where ${open})`;
  const drafts = sql<number>`(select count(*) from ${sessions} where ${and(notOver(now), eq(sessions.status, "draft"))})`;
  const waiting = sql<number>`(select count(*) from ${sessions} inner join ${bookings}
    on ${bookings.sessionId} = ${sessions.id} where ${and(open, eq(bookings.state, "waiting"))})`;
  const order = { title: [], sessions: [desc(toCome)], waiting: [desc(waiting)] };
  const found = ctx.db
    .select({
      id: courses.id,
      slug: courses.slug,
      title: courses.title,
      themeName: themes.name,
      activityType: courses.activityType,
      minutes: courses.minutes,
      ledBy: courses.ledBy,
      offered: courses.offered,
      toCome,
      drafts,
      waiting,
    })
    .from(courses)
    .innerJoin(themes, eq(themes.slug, courses.themeSlug))
    .where(fitting(ctx, filter))
    .orderBy(...order[filter.sort ?? "title"], asc(sql`lower(${courses.title})`))
    .all();
  const boards = boardsOfCourses(ctx);
  return found.map(({ id, ...course }) => ({ ...course, boards: boards.get(id) ?? [] }));
}

function fitting({ db }: Reader, { q = "", board, theme, offered }: ManagedCourseFilter): SQL | undefined {
  const words = q.split(/\s+/).filter(Boolean).slice(0, 8);
  return and(
    offered && eq(courses.offered, offered === "yes"),
    theme ? eq(courses.themeSlug, theme) : undefined,
    board
      ? exists(
          db
            .select({ one: sql`1` })
            .from(courseBoards)
            .where(and(eq(courseBoards.courseId, courses.id), eq(courseBoards.boardCode, board))),
        )
      : undefined,
    ...words.map((word) => {
      const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
      return or(
        ...[courses.title, courses.summary, courses.audience, courses.ledBy].map(
          (column) => sql`${column} like ${pattern} escape '\\'`,
        ),
      );
    }),
  );
}
