// Which bookings have a certificate that is not as their facts say.
import { type Db, prepared } from "db/client";
import {
  auditEntries,
  bookings,
  certificates,
  courses,
  evaluationReceipts,
  people,
  sessions,
} from "db/schema";
import { and, asc, eq, gte, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";

/** Deeds after which a certificate may be due. */
const deeds = [
  "bookings.attended",
  "bookings.partly attended",
  "bookings.did not attend",
  "evaluations.answered",
];

/** Bookings whose certificate is not as their facts say: the same question as `decideCertificate` answers. */
const disagrees = (db: Db): SQL => {
  const inForce = sql`exists ${db
    .select({ one: sql`1` })
    .from(certificates)
    .where(and(eq(certificates.bookingId, bookings.id), isNull(certificates.withdrawnAt)))}`;
  const answered = sql`exists ${db
    .select({ one: sql`1` })
    .from(evaluationReceipts)
    .where(and(eq(evaluationReceipts.bookingId, bookings.id), eq(evaluationReceipts.stage, "T2")))}`;
  return sql`case ${bookings.state}
    when 'attended' then not ${inForce} and ${people.erasedAt} is null
      and (${courses.certificateNeeds} = 'attendance' or ${answered})
    when 'partly attended' then ${inForce}
    when 'did not attend' then ${inForce} end`;
};

const wrong = (db: Db, more?: SQL) =>
  db
    .select({ id: bookings.id })
    .from(bookings)
    .innerJoin(people, eq(people.id, bookings.personId))
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .where(and(more, disagrees(db)))
    .orderBy(asc(bookings.id))
    .limit(sql.placeholder("most"))
    .prepare();

const dueSince = prepared((db) =>
  wrong(
    db,
    inArray(
      bookings.id,
      db
        .select({ id: auditEntries.subjectId })
        .from(auditEntries)
        .where(and(inArray(auditEntries.action, deeds), gte(auditEntries.at, sql.placeholder("since")))),
    ),
  ),
);
const dueInAll = prepared((db) => wrong(db));

/** At most so many ids: among the bookings that the audit trail names since an instant, or among all (null). */
export const listDue = (ctx: Pick<Context, "db">, { since, most }: { since: number | null; most: number }) =>
  (since === null ? dueInAll(ctx.db).all({ most }) : dueSince(ctx.db).all({ most, since })).map(
    ({ id }) => id,
  );
