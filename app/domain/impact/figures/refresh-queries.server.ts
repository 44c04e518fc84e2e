// Which sessions' figures may have to be worked out, and how far those sessions have come.
import { prepared } from "db/client";
import {
  auditEntries,
  bookings,
  courseEvaluations,
  meetings,
  registers,
  respondents,
  responses,
  sessionFigureStates,
  sessions,
} from "db/schema";
import { and, eq, gte, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { hours } from "~/shared/clock";
import { listed } from "./collect-queries.server";
import { fingerprintOf, type Progress } from "./refresh-rules";

type Reader = Pick<Context, "db">;

/** Deeds after which a session's figures may no longer hold. */
const deeds = [
  "bookings.attended",
  "bookings.partly attended",
  "bookings.did not attend",
  "evaluations.answered",
  "bookings.register finished",
];

const since = sql.placeholder("since");

const named = prepared((db) => {
  const recent = and(inArray(auditEntries.action, deeds), gte(auditEntries.at, since));
  const subjects = db.select({ id: auditEntries.subjectId }).from(auditEntries).where(recent);
  return db
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.status, "delivered"),
        or(
          inArray(sessions.id, subjects),
          inArray(
            sessions.id,
            db.select({ id: bookings.sessionId }).from(bookings).where(inArray(bookings.id, subjects)),
          ),
          inArray(
            sessions.id,
            db
              .select({ id: meetings.sessionId })
              .from(registers)
              .innerJoin(meetings, eq(meetings.id, registers.meetingId))
              .where(gte(registers.takenAt, sql.placeholder("closing"))),
          ),
        ),
      ),
    )
    .orderBy(sessions.id)
    .prepare();
});

const unfinished = prepared((db) =>
  db
    .select({ id: sessions.id })
    .from(sessions)
    .leftJoin(sessionFigureStates, eq(sessionFigureStates.sessionId, sessions.id))
    .where(
      and(
        eq(sessions.status, "delivered"),
        or(
          isNull(sessionFigureStates.sessionId),
          ne(sessionFigureStates.closedStage, sql`'T4'`),
          sql`${sessionFigureStates.fingerprint} not like ${`${fingerprintOf("")}%`}`,
        ),
      ),
    )
    .orderBy(sessions.id)
    .prepare(),
);

/** Longer than answers at the end stay in time: a register finished since then may have them close. */
const endOfT2 = hours(49);

/** Delivered sessions that the audit trail names since an instant, or whose T2 closes; of all (null) those not yet done with. */
export const listCandidates = ({ db }: Reader, from: number | null): string[] =>
  (from === null ? unfinished(db).all() : named(db).all({ since: from, closing: from - endOfT2 })).map(
    ({ id }) => id,
  );

const standing = prepared((db) =>
  db
    .select({
      id: sessions.id,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      registerTakenAt: sql<number | null>`(
        select max(${registers.takenAt}) from ${meetings}
        join ${registers} on ${registers.meetingId} = ${meetings.id}
        where ${meetings.sessionId} = ${sessions.id})`,
      onArrival: sql<number>`coalesce(${courseEvaluations.onArrival}, 0)`.mapWith(Boolean),
      sixMonths: sql<number>`coalesce(${courseEvaluations.sixMonths}, 0)`.mapWith(Boolean),
      responses: sql<number>`(
        select count(*) from ${respondents}
        join ${responses} on ${responses.respondentId} = ${respondents.id}
        where ${respondents.sessionId} = ${sessions.id})`,
      places: sql<string>`(
        select count(case when ${bookings.state} = 'attended' then 1 end) || '/' ||
          count(case when ${bookings.state} = 'partly attended' then 1 end) || '/' ||
          count(case when ${bookings.walkIn} then 1 end) || '/' || count(*) || '/' ||
          coalesce(max(${bookings.updatedAt}), 0)
        from ${bookings} where ${bookings.sessionId} = ${sessions.id}
          and ${bookings.state} in ('attended', 'partly attended', 'did not attend'))`,
      known: {
        sessionId: sessionFigureStates.sessionId,
        responses: sessionFigureStates.responses,
        fingerprint: sessionFigureStates.fingerprint,
        closedStage: sessionFigureStates.closedStage,
      },
    })
    .from(sessions)
    .leftJoin(courseEvaluations, eq(courseEvaluations.courseId, sessions.courseId))
    .leftJoin(sessionFigureStates, eq(sessionFigureStates.sessionId, sessions.id))
    .where(sql`${sessions.id} in ${listed("sessions")}`)
    .prepare(),
);

/** How far each session has come, and had come when its figures were worked out. */
export function readStanding({ db }: Reader, ids: readonly string[]) {
  return standing(db)
    .all({ sessions: JSON.stringify(ids) })
    .map(({ responses: count, places, known, ...session }) => ({
      session,
      now: { responses: count, fingerprint: fingerprintOf(`${places}/${Number(session.onArrival)}`) },
      known: known satisfies Progress | null,
    }));
}
