// Who has not answered before the training, or just after it, and was not asked again yet.
import { type Db, prepared } from "db/client";
import {
  bookingChanges,
  bookings,
  courses,
  evaluationLetters,
  evaluationReceipts,
  meetings,
  people,
  registers,
  sessions,
} from "db/schema";
import { and, asc, eq, gt, inArray, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { StageAskedAgain } from "./ask-again-rules";

/** When the session had its last register finished; null while one is missing. */
const registerTakenAt = sql`(
  select case when count(${registers.meetingId}) = count(*) then max(${registers.takenAt}) end
  from ${meetings} left join ${registers} on ${registers.meetingId} = ${meetings.id}
  where ${meetings.sessionId} = ${sessions.id})`;

const confirmedAt = sql<number>`coalesce((select max(${bookingChanges.at}) from ${bookingChanges}
  where ${bookingChanges.bookingId} = ${bookings.id} and ${bookingChanges.toState} = 'confirmed'), ${bookings.createdAt})`;

const standing: Record<StageAskedAgain, SQL | undefined> = {
  T0: and(
    eq(bookings.state, "confirmed"),
    eq(bookings.walkIn, false),
    inArray(sessions.status, ["published", "closed"]),
  ),
  T2: inArray(bookings.state, ["attended", "partly attended"]),
};

const toAsk = (db: Db, stage: StageAskedAgain, more: SQL | undefined) =>
  db
    .select({
      bookingId: bookings.id,
      personId: people.id,
      personName: people.name,
      email: people.email,
      sessionId: sessions.id,
      courseTitle: courses.title,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      registerTakenAt: registerTakenAt.mapWith((value: number | null) => value),
      confirmedAt,
    })
    .from(sessions)
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .innerJoin(bookings, eq(bookings.sessionId, sessions.id))
    .innerJoin(people, eq(people.id, bookings.personId))
    .where(
      and(
        standing[stage],
        isNull(people.disabledAt),
        isNull(people.erasedAt),
        sql`not exists (select 1 from ${evaluationReceipts}
          where ${evaluationReceipts.bookingId} = ${bookings.id} and ${evaluationReceipts.stage} = ${stage})`,
        sql`not exists (select 1 from ${evaluationLetters}
          where ${evaluationLetters.bookingId} = ${bookings.id} and ${evaluationLetters.stage} = ${stage})`,
        more,
      ),
    )
    .orderBy(asc(sessions.startsAt), asc(bookings.id))
    .prepare();

const net = and(
  gt(sessions.startsAt, sql.placeholder("after")),
  lte(sessions.startsAt, sql.placeholder("before")),
);
/** Only few sessions have: what everybody there answered need not be looked up for the others. */
const registerLately = sql`${sessions.id} in (select ${meetings.sessionId} from ${registers}
  inner join ${meetings} on ${meetings.id} = ${registers.meetingId} where ${registers.takenAt} > ${sql.placeholder("registerAfter")})`;
const one = eq(bookings.id, sql.placeholder("bookingId"));

/** By stage: everyone who may have to be asked of sessions that start between `after` and `before`. */
export const unanswered = {
  T0: prepared((db) => toAsk(db, "T0", net)),
  T2: prepared((db) => toAsk(db, "T2", and(net, registerLately))),
};

/** By stage: one booking, if it may still have to be asked. */
export const unansweredOne = {
  T0: prepared((db) => toAsk(db, "T0", one)),
  T2: prepared((db) => toAsk(db, "T2", one)),
};
