// Sessions to come with their dates and the places left in them: two queries however many there are.
import { prepared } from "db/client";
import { courses, meetings, sessions, venues } from "db/schema";
import { and, asc, eq, gt, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { BoardMark } from "~/domain/catalogue/catalogue";
import { boardsOfCourses } from "~/domain/catalogue/catalogue.server";
import type { Context } from "~/domain/context";
import type { SessionMode } from "~/domain/sessions/sessions";
import type { CivilDate } from "~/shared/civil-time";
import { groupBy } from "~/shared/group-by";
import { capacityOf, keptOf, takenOf, takenOnlineOf, waitingOf } from "../places.server";
import { leftByMode } from "../rules";

type Reader = Pick<Context, "db" | "clock">;

export type OfferedSession = {
  id: string;
  mode: SessionMode;
  venueName: string | null;
  dates: { date: CivilDate; startTime: string; endTime: string }[];
  capacity: number;
  placesLeft: number;
  /** Of a hybrid session: where they are. */
  leftInRoom: number;
  leftOnline: number;
  waiting: number;
  /** When booking opens, where that is still to come. */
  opensAt: number | null;
  bookingClosed: boolean;
};

type UpcomingSession = OfferedSession & { courseId: string; courseTitle: string };

const ids = sql`(select value from json_each(${sql.placeholder("ids")}))`;

const described = prepared((db) =>
  db
    .select({
      id: sessions.id,
      courseId: sessions.courseId,
      courseTitle: courses.title,
      mode: sessions.mode,
      venueName: venues.name,
      capacity: capacityOf,
      roomCapacity: sessions.capacity,
      onlineCapacity: sessions.onlineCapacity,
      opensAt: sessions.opensAt,
      bookingClosesAt: sessions.bookingClosesAt,
      taken: takenOf(sessions.id),
      takenOnline: takenOnlineOf(sessions.id),
      kept: keptOf(sessions.id),
      waiting: waitingOf(sessions.id),
    })
    .from(sessions)
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .leftJoin(venues, eq(venues.id, sessions.venueId))
    .where(inArray(sessions.id, ids))
    .orderBy(asc(sessions.startsAt), asc(sessions.id))
    .prepare(),
);

const meetingsOfAll = prepared((db) =>
  db
    .select({
      sessionId: meetings.sessionId,
      date: meetings.date,
      startTime: meetings.startTime,
      endTime: meetings.endTime,
    })
    .from(meetings)
    .where(inArray(meetings.sessionId, ids))
    .orderBy(asc(meetings.number))
    .prepare(),
);

/** Sessions with their meetings and places, soonest first. */
export function describeUpcoming(ctx: Reader, sessionIds: readonly string[]): UpcomingSession[] {
  const asked = { ids: JSON.stringify(sessionIds) };
  const dates = groupBy(meetingsOfAll(ctx.db).all(asked), (meeting) => meeting.sessionId);
  const now = ctx.clock.now();
  return described(ctx.db)
    .all(asked)
    .map(({ bookingClosesAt, taken, takenOnline, kept, roomCapacity, onlineCapacity, opensAt, ...row }) => ({
      ...row,
      dates: (dates.get(row.id) ?? []).map(({ sessionId: _same, ...date }) => date),
      ...leftByMode({ ...row, roomCapacity, onlineCapacity, taken, takenOnline, kept }),
      opensAt: opensAt !== null && now < opensAt ? opensAt : null,
      bookingClosed: now >= bookingClosesAt,
    }));
}

const next = prepared((db) =>
  db
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .where(
      and(
        eq(sessions.status, "published"),
        gte(sessions.startsAt, sql.placeholder("now")),
        gt(sessions.bookingClosesAt, sql.placeholder("now")),
        or(isNull(sessions.opensAt), lte(sessions.opensAt, sql.placeholder("now"))),
        eq(courses.offered, true),
      ),
    )
    .orderBy(asc(sessions.startsAt), asc(sessions.id))
    .limit(sql.placeholder("most"))
    .prepare(),
);

/** The next sessions that take bookings now, whatever the course. */
export function listNextSessions(
  ctx: Reader,
  most: number,
): (OfferedSession & { courseTitle: string; boards: BoardMark[] })[] {
  const boards = boardsOfCourses(ctx);
  const found = next(ctx.db).all({ now: ctx.clock.now(), most });
  return describeUpcoming(
    ctx,
    found.map(({ id }) => id),
  ).map(({ courseId, ...session }) => ({ ...session, boards: boards.get(courseId) ?? [] }));
}

const ofCourse = prepared((db) =>
  db
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.courseId, sql.placeholder("courseId")),
        eq(sessions.status, "published"),
        gte(sessions.startsAt, sql.placeholder("now")),
      ),
    )
    .prepare(),
);

/** A course's sessions to come, soonest first. */
export function listSessionsOfCourse(ctx: Reader, courseId: string): OfferedSession[] {
  const found = ofCourse(ctx.db).all({ courseId, now: ctx.clock.now() });
  return describeUpcoming(
    ctx,
    found.map(({ id }) => id),
  ).map(({ courseId: _same, courseTitle: _title, ...session }) => session);
}
