// What the worker does about certificates: every way in which a register or an answer can change comes to the same here.
import { type Db, prepared, transact } from "db/client";
import { auditEntries, bookings, certificates, courses, people, responses, sessions } from "db/schema";
import { and, asc, eq, gte, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { lastTurns, recordTurn } from "~/domain/notifications/notifications.server";
import { civilDateAt } from "~/shared/civil-time";
import { minutes } from "~/shared/clock";
import { Forbidden } from "~/shared/problems";
import { giveCertificates } from "./give-certificates.server";

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
    .from(responses)
    .where(and(eq(responses.bookingId, bookings.id), eq(responses.stage, "T2")))}`;
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

const wrongSince = prepared((db) =>
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
const wrongInAll = prepared((db) => wrong(db));

const lately = "certificates";
const inAll = "certificates, all of them";
/** Entries of transactions that were still open when the turn before looked. */
const overlap = minutes(10);
const rest = minutes(1);

/**
 * Gives, and withdraws, what is due. Each turn looks only at bookings that the audit trail names since the last one; once a
 * day at all of them, for what changed in other ways, such as what a course asks for. Each is a transaction of its own.
 * @param most at one turn; the next goes on where this one stopped
 * @returns how many certificates changed. @throws Forbidden for anyone but the system
 */
export function giveDueCertificates(ctx: Context, most = 100): number {
  if (ctx.actor.kind !== "system") throw new Forbidden("certificates that are due");
  const now = ctx.clock.now();
  const turns = lastTurns(ctx);
  // A turn in the future is a clock that was wrong: it tells nothing.
  const turnOf = (task: string) => turns.find((turn) => turn.task === task && turn.at <= now)?.at ?? null;
  const last = turnOf(lately);
  const lastInAll = turnOf(inAll);
  const all = last === null || lastInAll === null || civilDateAt(lastInAll) !== civilDateAt(now);
  const due = all
    ? wrongInAll(ctx.db).all({ most })
    : wrongSince(ctx.db).all({ most, since: last - overlap });
  for (const { id } of due) giveCertificates(ctx, id);
  if (due.length < most && (all || now - last >= rest)) {
    transact(ctx.db, () => {
      recordTurn(ctx, lately);
      if (all) recordTurn(ctx, inAll);
    });
  }
  return due.length;
}
