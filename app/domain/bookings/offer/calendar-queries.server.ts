// The offer by day: every meeting of a stretch of time that the public may know of, with its places. Two queries.
import { prepared } from "db/client";
import { courseBoards, courses, meetings, sessions } from "db/schema";
import { and, asc, eq, exists, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import type { BoardMark } from "~/domain/catalogue/catalogue";
import { boardsOfCourses } from "~/domain/catalogue/catalogue.server";
import type { Context } from "~/domain/context";
import type { PlaceMode, SessionStatus } from "~/domain/sessions/sessions";
import { wasPublished } from "~/domain/sessions/sessions.server";
import { type CivilDate, civilDateAt, startOfDay } from "~/shared/civil-time";
import { describeUpcoming, type OfferedSession } from "./upcoming-sessions.server";

type Reader = Pick<Context, "db" | "clock">;

export type CalendarFilters = {
  board?: string;
  theme?: string;
  /** How someone wants to take part: a hybrid session suits either. */
  mode?: PlaceMode;
};

/** One meeting on its day. */
export type CalendarMeeting = {
  id: string;
  date: CivilDate;
  startTime: string;
  endTime: string;
  /** Which day of how many. */
  number: number;
  of: number;
  /** It has ended. */
  over: boolean;
  title: string;
  status: Exclude<SessionStatus, "draft">;
  session: Omit<OfferedSession, "dates">;
  boards: BoardMark[];
};

const ph = sql.placeholder;
const unless = (name: string, condition: SQL | undefined) => sql`(${ph(name)} is null or ${condition})`;

type Db = Parameters<Parameters<typeof prepared>[0]>[0];

// Without the plus signs it would look through every session by its status, in place of the days by their index.
const status = sql`+${sessions.status}`;

const shown = (db: Db) =>
  and(
    or(inArray(status, ["published", "closed", "delivered"]), and(eq(status, "cancelled"), wasPublished)),
    unless("theme", eq(courses.themeSlug, ph("theme"))),
    unless("mode", sql`${sessions.mode} in (${ph("mode")}, 'hybrid')`),
    unless(
      "board",
      exists(
        db
          .select({ one: sql`1` })
          .from(courseBoards)
          .where(and(eq(courseBoards.courseId, sessions.courseId), eq(courseBoards.boardCode, ph("board")))),
      ),
    ),
  );

const meetingsBetween = prepared((db) =>
  db
    .select({
      id: meetings.id,
      sessionId: meetings.sessionId,
      date: meetings.date,
      startTime: meetings.startTime,
      endTime: meetings.endTime,
      number: meetings.number,
      endsAt: meetings.endsAt,
      status: sessions.status,
    })
    .from(meetings)
    .innerJoin(sessions, eq(sessions.id, meetings.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .where(and(gte(meetings.startsAt, ph("from")), lt(meetings.startsAt, ph("to")), shown(db)))
    .orderBy(asc(meetings.startsAt), asc(meetings.id))
    .prepare(),
);

const given = ({ board, theme, mode }: CalendarFilters) => ({
  board: board ?? null,
  theme: theme ?? null,
  mode: mode ?? null,
});

/** @param until the first day that is no longer part of it */
export function listCalendar(
  ctx: Reader,
  { from, until }: { from: CivilDate; until: CivilDate },
  filters: CalendarFilters,
): CalendarMeeting[] {
  const found = meetingsBetween(ctx.db).all({
    from: startOfDay(from),
    to: startOfDay(until),
    ...given(filters),
  });
  const ids = [...new Set(found.map(({ sessionId }) => sessionId))];
  const described = new Map(describeUpcoming(ctx, ids).map((session) => [session.id, session]));
  const boards = boardsOfCourses(ctx);
  const now = ctx.clock.now();
  return found.flatMap(({ sessionId, endsAt, status, ...meeting }) => {
    const session = described.get(sessionId);
    if (!session || status === "draft") return [];
    const { courseId, courseTitle, dates, ...rest } = session;
    return [
      {
        ...meeting,
        of: dates.length,
        over: endsAt <= now,
        title: courseTitle,
        status,
        session: rest,
        boards: boards.get(courseId) ?? [],
      },
    ];
  });
}

const nextMeeting = prepared((db) =>
  db
    .select({ date: meetings.date })
    .from(meetings)
    .innerJoin(sessions, eq(sessions.id, meetings.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .where(and(gte(meetings.startsAt, ph("from")), inArray(status, ["published", "closed"]), shown(db)))
    .orderBy(asc(meetings.startsAt))
    .limit(1)
    .prepare(),
);

/** The first day from `from` on with something that takes place; null where nothing is planned. */
export const nextInCalendar = (ctx: Reader, from: CivilDate, filters: CalendarFilters): CivilDate | null =>
  nextMeeting(ctx.db).get({ from: startOfDay(from), ...given(filters) })?.date ?? null;

const ends = prepared((db) =>
  db
    .select({
      first: sql<number | null>`min(${sessions.startsAt})`,
      last: sql<number | null>`max(${sessions.endsAt})`,
    })
    .from(sessions)
    .where(inArray(sessions.status, ["published", "closed", "delivered"]))
    .prepare(),
);

/** The first and last day of everything that the calendar knows of, today among them. */
export function calendarEnds(ctx: Reader): { first: CivilDate; last: CivilDate } {
  const now = ctx.clock.now();
  const { first = null, last = null } = ends(ctx.db).get() ?? {};
  return {
    first: civilDateAt(Math.min(first ?? now, now)),
    last: civilDateAt(Math.max(last ?? now, now)),
  };
}
