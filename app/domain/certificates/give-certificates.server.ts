// A booking's certificate follows its facts: given once they are all there, withdrawn when the register says otherwise.
import { prepared, transact } from "db/client";
import { bookings, certificates, courses, meetings, people, responses, sessions } from "db/schema";
import { and, eq, isNull, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { type Context, holds } from "~/domain/context";
import { postMessage } from "~/domain/notifications/notifications.server";
import { days } from "~/shared/clock";
import { Forbidden, NotFound } from "~/shared/problems";
import { newNumber } from "./number.server";
import { type CertificateDecision, decideCertificate, expiryOf } from "./rules";

const factsOf = prepared((db) =>
  db
    .select({
      bookingId: bookings.id,
      personId: bookings.personId,
      state: bookings.state,
      courseId: courses.id,
      courseTitle: courses.title,
      minutes: courses.minutes,
      needs: courses.certificateNeeds,
      months: courses.certificateMonths,
      endsAt: sessions.endsAt,
      completedOn: sql<string>`(select max(${meetings.date}) from ${meetings} where ${meetings.sessionId} = ${sessions.id})`,
      answered: sql<boolean>`exists (select 1 from ${responses}
        where ${responses.bookingId} = ${bookings.id} and ${responses.stage} = 'T2')`.mapWith(Boolean),
      hadOne: sql<boolean>`exists (select 1 from ${certificates}
        where ${certificates.bookingId} = ${bookings.id})`.mapWith(Boolean),
      personName: people.name,
      email: people.email,
      erasedAt: people.erasedAt,
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .innerJoin(people, eq(people.id, bookings.personId))
    .where(eq(bookings.id, sql.placeholder("bookingId")))
    .prepare(),
);
const inForceOf = prepared((db) =>
  db
    .select()
    .from(certificates)
    .where(and(eq(certificates.bookingId, sql.placeholder("bookingId")), isNull(certificates.withdrawnAt)))
    .prepare(),
);

type Facts = NonNullable<ReturnType<ReturnType<typeof factsOf>["get"]>>;
type Row = typeof certificates.$inferSelect;

/**
 * Gives, withholds or withdraws a booking's certificate as its facts say, whoever asks; again changes nothing. After a
 * withdrawal the next one has a new number: the old one stays withdrawn for whoever was shown it.
 * @throws NotFound
 */
export function giveCertificates(ctx: Context, bookingId: string): CertificateDecision {
  return transact(ctx.db, () => settle(ctx, bookingId, { despite: false }));
}

/** Gives one although the end evaluation was not answered; full attendance it still takes. @throws Forbidden, NotFound */
export function giveWithoutEvaluation(ctx: Context, bookingId: string): CertificateDecision {
  if (!holds(ctx.actor, "coordinator")) throw new Forbidden("giving a certificate");
  return transact(ctx.db, () => settle(ctx, bookingId, { despite: true }));
}

function settle(ctx: Context, bookingId: string, { despite }: { despite: boolean }): CertificateDecision {
  const facts = factsOf(ctx.db).get({ bookingId });
  if (!facts) throw new NotFound("booking");
  const held = inForceOf(ctx.db).get({ bookingId });
  const decision = decideCertificate(
    { ...facts, inForce: held !== undefined, erased: facts.erasedAt !== null },
    { despite },
  );
  if (decision === "give") give(ctx, facts);
  if (decision === "withdraw" && held) withdraw(ctx, facts, held);
  return decision;
}

function give(ctx: Context, facts: Facts): void {
  const { bookingId, personId, courseId, courseTitle, minutes, completedOn } = facts;
  const row: Row = {
    id: ctx.ids.id(),
    number: newNumber(ctx),
    ...{ bookingId, personId, courseId, courseTitle, minutes, completedOn },
    expiresOn: expiryOf(completedOn, facts.months),
    givenAt: ctx.clock.now(),
    withdrawnAt: null,
  };
  ctx.db.insert(certificates).values(row).run();
  const unanswered = facts.needs === "attendance and evaluation" && !facts.answered;
  recordAudit(ctx, {
    action: "certificates.given",
    subjectKind: "certificate",
    subjectId: row.id,
    aboutPersonId: personId,
    detail: { bookingId, courseId, expiresOn: row.expiresOn, ...(unanswered && { without: "evaluation" }) },
  });
  tell(ctx, facts, row, "given");
}

function withdraw(ctx: Context, facts: Facts, held: Row): void {
  ctx.db.update(certificates).set({ withdrawnAt: ctx.clock.now() }).where(eq(certificates.id, held.id)).run();
  recordAudit(ctx, {
    action: "certificates.withdrawn",
    subjectKind: "certificate",
    subjectId: held.id,
    aboutPersonId: facts.personId,
    detail: { bookingId: facts.bookingId, because: facts.state },
  });
  tell(ctx, facts, held, "withdrawn");
}

/** Records that come in late, such as those of another system, are nobody's news. */
const stillNews = days(90);

function tell(ctx: Context, facts: Facts, row: Row, change: "given" | "withdrawn"): void {
  if (facts.erasedAt !== null || ctx.clock.now() > facts.endsAt + stillNews) return;
  const { courseTitle, completedOn, expiresOn, number } = row;
  postMessage(ctx, {
    kind: "certificate",
    key: `certificate/${row.id}/${change}`,
    to: { personId: facts.personId, email: facts.email },
    facts: {
      personName: facts.personName,
      replaces: change === "given" && facts.hadOne,
      ...{ change, courseTitle, completedOn, expiresOn, number },
    },
  });
}
