// How sessions went whose registers are all finished, in counts of people; the rates follow from them.

import { prepared } from "db/client";
import {
  attendanceMarks,
  bookings,
  courses,
  meetings,
  people,
  sessions,
  trainerAssignments,
} from "db/schema";
import { and, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { mayRunProgramme, maySeeTeaching, readSession } from "~/domain/sessions/sessions.server";
import { Forbidden, NotFound } from "~/shared/problems";
import { type AttendanceCounts, type AttendanceRate, attendanceRate, noAttendance } from "./attendance-rate";

type Reader = Pick<Context, "db" | "actor">;

const total = (condition: SQL) => sql<number>`coalesce(sum(${condition}), 0)`;
const booked = sql`${bookings.walkIn} = 0`;
/** Every meeting of the session has an excused mark. */
const excused = sql`(select count(*) from ${attendanceMarks}
    where ${attendanceMarks.bookingId} = ${bookings.id} and ${attendanceMarks.mark} = 'excused')
  = (select count(*) from ${meetings} where ${meetings.sessionId} = ${bookings.sessionId})`;
const missed = sql`${booked} and ${bookings.state} = 'did not attend'`;

const counts = {
  attended: total(sql`${booked} and ${bookings.state} = 'attended'`),
  partly: total(sql`${booked} and ${bookings.state} = 'partly attended'`),
  absent: total(sql`case when ${missed} then not (${excused}) else 0 end`),
  excused: total(sql`case when ${missed} then ${excused} else 0 end`),
  walkIns: total(sql`not (${booked}) and ${bookings.state} in ('attended', 'partly attended')`),
};

const countsOfSession = prepared((db) =>
  db
    .select(counts)
    .from(bookings)
    .where(eq(bookings.sessionId, sql.placeholder("sessionId")))
    .prepare(),
);

/** How a session went; null until its last register is finished. @throws NotFound for those who do not deliver it */
export function readAttendance(
  ctx: Reader,
  sessionId: string,
): { counts: AttendanceCounts; rate: AttendanceRate } | null {
  const session = readSession(ctx, sessionId);
  if (!maySeeTeaching(ctx.actor, session)) throw new NotFound("session");
  if (session.status !== "delivered") return null;
  const found = countsOfSession(ctx.db).get({ sessionId });
  return found ? { counts: found, rate: attendanceRate(found) } : null;
}

const inSpan = and(
  eq(sessions.status, "delivered"),
  gte(sessions.startsAt, sql.placeholder("from")),
  lt(sessions.startsAt, sql.placeholder("to")),
);

const delivered = prepared((db) =>
  db
    .select({
      sessionId: sessions.id,
      courseTitle: courses.title,
      startsAt: sessions.startsAt,
      trainerNames: sql<string | null>`(
        select group_concat(${people.name}, ', ') from ${trainerAssignments}
        inner join ${people} on ${people.id} = ${trainerAssignments.personId}
        where ${trainerAssignments.sessionId} = ${sessions.id})`,
      ...counts,
    })
    .from(sessions)
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .leftJoin(bookings, eq(bookings.sessionId, sessions.id))
    .where(inSpan)
    .groupBy(sessions.id)
    .orderBy(desc(sessions.startsAt), desc(sessions.id))
    .limit(sql.placeholder("limit"))
    .offset(sql.placeholder("offset"))
    .prepare(),
);

const deliveredTogether = prepared((db) =>
  db
    .select({ sessions: sql<number>`count(distinct ${sessions.id})`, ...counts })
    .from(sessions)
    .leftJoin(bookings, eq(bookings.sessionId, sessions.id))
    .where(inSpan)
    .prepare(),
);

export type SessionAttendance = {
  sessionId: string;
  courseTitle: string;
  startsAt: number;
  trainerNames: string | null;
  counts: AttendanceCounts;
  rate: AttendanceRate;
};

/**
 * Sessions with every register finished that started within a span (ms, `to` excluded), newest first, a page at a time;
 * and the rate of them all together. Pages count from 1; one that is not there is the first. @throws Forbidden
 */
export function listAttendance(
  ctx: Reader,
  span: { from: number; to: number },
  page: { number: number; size: number },
): { total: number; page: number; sessions: SessionAttendance[]; together: AttendanceRate } {
  if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the registers");
  const all = deliveredTogether(ctx.db).get(span);
  const size = all?.sessions ?? 0;
  const last = Math.max(1, Math.ceil(size / page.size));
  const number = Number.isInteger(page.number) && page.number >= 1 && page.number <= last ? page.number : 1;
  const rows = delivered(ctx.db).all({ ...span, limit: page.size, offset: (number - 1) * page.size });
  return {
    total: size,
    page: number,
    sessions: rows.map(({ attended, partly, absent, excused: away, walkIns, ...session }) => {
      const found = { attended, partly, absent, excused: away, walkIns };
      return { ...session, counts: found, rate: attendanceRate(found) };
    }),
    together: attendanceRate(all ?? noAttendance),
  };
}
