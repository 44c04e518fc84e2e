// What others may ask about certificates: a person's own, what a number is worth, and what runs out.
import { prepared } from "db/client";
import {
  bookings,
  certificates,
  courses,
  evaluationReceipts,
  meetings,
  partnership,
  people,
  sessions,
} from "db/schema";
import { and, asc, between, desc, eq, getTableColumns, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Context } from "~/domain/context";
import { listOwed } from "~/domain/evaluations/evaluations.server";
import { type CivilDate, civilDateAt } from "~/shared/civil-time";
import { days } from "~/shared/clock";
import { NotFound } from "~/shared/problems";
import type { Certificate, CertificateStanding, HeldBack } from "./certificates";
import { isOwn } from "./policy";
import { heldBackBecause, standingOn } from "./rules";

type Reader = Pick<Context, "db">;

const { id: _id, personId: _personId, ...shown } = getTableColumns(certificates);

const byNumber = prepared((db) =>
  db
    .select({ ...shown, personId: certificates.personId, personName: people.name, erasedAt: people.erasedAt })
    .from(certificates)
    .innerJoin(people, eq(people.id, certificates.personId))
    .where(eq(certificates.number, sql.placeholder("number")))
    .prepare(),
);

/** One certificate, for the person whose it is. @throws NotFound for anyone else */
export function readOwnCertificate(
  ctx: Context,
  number: string,
): Certificate & { personName: string; standing: CertificateStanding } {
  const row = byNumber(ctx.db).get({ number });
  if (!row || !isOwn(ctx.actor, row.personId)) throw new NotFound("certificate");
  const { personId: _own, erasedAt: _erased, ...certificate } = row;
  return { ...certificate, standing: standingOn(row, civilDateAt(ctx.clock.now())) };
}

export type Verified = Pick<
  Certificate,
  "number" | "courseTitle" | "minutes" | "completedOn" | "expiresOn"
> & {
  standing: CertificateStanding;
  /** Null where the person was erased. */
  personName: string | null;
  /** Withdrawn, and another was given for the same training since. */
  replaced: boolean;
  partnershipName: string;
};

const newerOne = prepared((db) =>
  db
    .select({ number: certificates.number })
    .from(certificates)
    .where(and(eq(certificates.bookingId, sql.placeholder("bookingId")), isNull(certificates.withdrawnAt)))
    .prepare(),
);
const issuer = prepared((db) => db.select({ name: partnership.name }).from(partnership).prepare());

/** What a number is worth today, for whoever has it; null for one that was never given. */
export function verifyCertificate(ctx: Pick<Context, "db" | "clock">, number: string): Verified | null {
  const row = byNumber(ctx.db).get({ number });
  if (!row) return null;
  const { courseTitle, minutes, completedOn, expiresOn, bookingId, erasedAt } = row;
  return {
    ...{ number, courseTitle, minutes, completedOn, expiresOn },
    standing: standingOn(row, civilDateAt(ctx.clock.now())),
    personName: erasedAt === null ? row.personName : null,
    replaced: row.withdrawnAt !== null && newerOne(ctx.db).get({ bookingId }) !== undefined,
    partnershipName: issuer(ctx.db).get()?.name ?? "",
  };
}

const cameWithoutOne = prepared((db) =>
  db
    .select({
      bookingId: bookings.id,
      state: bookings.state,
      courseTitle: courses.title,
      needs: courses.certificateNeeds,
      completedOn: sql<string>`(select max(${meetings.date}) from ${meetings} where ${meetings.sessionId} = ${sessions.id})`,
      answered: sql<boolean>`exists (select 1 from ${evaluationReceipts}
        where ${evaluationReceipts.bookingId} = ${bookings.id} and ${evaluationReceipts.stage} = 'T2')`.mapWith(
        Boolean,
      ),
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .leftJoin(certificates, and(eq(certificates.bookingId, bookings.id), isNull(certificates.withdrawnAt)))
    .where(
      and(
        eq(bookings.personId, sql.placeholder("personId")),
        inArray(bookings.state, ["attended", "partly attended"]),
        gt(sessions.endsAt, sql.placeholder("since")),
        isNull(certificates.id),
      ),
    )
    .orderBy(desc(sessions.endsAt))
    .prepare(),
);

const stillAsked = days(183);

/**
 * Training of the last half year for which a person has no certificate, and why; newest first.
 * @param owed the evaluations that they can still answer, where the caller has them already
 */
export function listHeldBack(
  ctx: Pick<Context, "db" | "clock">,
  personId: string,
  owed = listOwed(ctx, personId),
): HeldBack[] {
  return cameWithoutOne(ctx.db)
    .all({ personId, since: ctx.clock.now() - stillAsked })
    .map(({ bookingId, courseTitle, completedOn, ...facts }) => {
      const open = owed.find((evaluation) => evaluation.bookingId === bookingId && evaluation.stage === "T2");
      const because = heldBackBecause(facts, open?.closesAt ?? null);
      const closesAt = because === "evaluation" ? (open?.closesAt ?? null) : null;
      return { bookingId, courseTitle, completedOn, because, closesAt };
    });
}

const later = alias(certificates, "later");
/** Only the last of several for one course runs out: the others are renewed already. */
export const notRenewed = sql`not exists (select 1 from ${certificates} as ${sql.identifier("later")}
  where ${and(
    eq(later.personId, certificates.personId),
    eq(later.courseId, certificates.courseId),
    isNull(later.withdrawnAt),
    or(isNull(later.expiresOn), gt(later.expiresOn, certificates.expiresOn)),
  )})`;

const expiring = prepared((db) =>
  db
    .select({
      certificateId: certificates.id,
      number: certificates.number,
      personId: certificates.personId,
      personName: people.name,
      email: people.email,
      courseId: certificates.courseId,
      courseTitle: certificates.courseTitle,
      courseSlug: courses.slug,
      expiresOn: sql<string>`${certificates.expiresOn}`,
    })
    .from(certificates)
    .innerJoin(people, eq(people.id, certificates.personId))
    .innerJoin(courses, eq(courses.id, certificates.courseId))
    .where(
      and(
        between(certificates.expiresOn, sql.placeholder("from"), sql.placeholder("to")),
        isNull(certificates.withdrawnAt),
        isNull(people.disabledAt),
        notRenewed,
      ),
    )
    .orderBy(asc(certificates.expiresOn), asc(certificates.id))
    .prepare(),
);

/** Certificates whose last day falls on these days or between them, of people who are still here and have no newer one. */
export const listRenewalsDue = (ctx: Reader, days: { from: CivilDate; to: CivilDate }) =>
  expiring(ctx.db).all(days);

const renewalsOfPerson = prepared((db) =>
  db
    .select({
      number: certificates.number,
      courseTitle: certificates.courseTitle,
      courseSlug: courses.slug,
      expiresOn: sql<string>`${certificates.expiresOn}`,
    })
    .from(certificates)
    .innerJoin(courses, eq(courses.id, certificates.courseId))
    .where(
      and(
        eq(certificates.personId, sql.placeholder("personId")),
        between(certificates.expiresOn, sql.placeholder("from"), sql.placeholder("to")),
        isNull(certificates.withdrawnAt),
        notRenewed,
      ),
    )
    .orderBy(asc(certificates.expiresOn))
    .prepare(),
);

/** The same for one person. */
export const listRenewalsOf = (ctx: Reader, personId: string, days: { from: CivilDate; to: CivilDate }) =>
  renewalsOfPerson(ctx.db).all({ personId, ...days });
