// What a charge for a place goes by, and what it would be: the one way both to say what it costs and to charge it.
import { prepared } from "db/client";
import { agencies, attendanceMarks, courses, meetings, people, sessions } from "db/schema";
import { eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { NoticeGiven } from "~/domain/terms/terms";
import { noticeGiven, readTerms } from "~/domain/terms/terms.server";
import { NotFound } from "~/shared/problems";
import { changedTooLate } from "./changed-late.server";
import type { Basis, ChargeKind } from "./charges";
import { amountDue, isForNotice } from "./rules";

/** A booking as the bookings room has it. `termsId` null: made before there were terms, so nothing is charged. */
export type ChargedBooking = { id: string; personId: string; sessionId: string; termsId: string | null };

/** `at`: when the person cancelled or moved; for a place that was not used, when that was recorded. */
export type ChargeAsked = { kind: ChargeKind; booking: ChargedBooking; at: number };

const factsOf = prepared((db) =>
  db
    .select({
      startsAt: sessions.startsAt,
      courseTitle: courses.title,
      minutes: courses.minutes,
      personName: people.name,
      email: people.email,
      erasedAt: people.erasedAt,
      agencyId: agencies.id,
      agencyName: agencies.name,
      sector: agencies.sector,
      meetings: sql<number>`(select count(*) from ${meetings} where ${meetings.sessionId} = ${sessions.id})`,
    })
    .from(sessions)
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .innerJoin(people, eq(people.id, sql.placeholder("personId")))
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .where(eq(sessions.id, sql.placeholder("sessionId")))
    .prepare(),
);

const missedOf = prepared((db) =>
  db
    .select({
      marks: sql<number>`count(*)`,
      missed: sql<number>`coalesce(sum(${attendanceMarks.mark} in ('absent', 'left early')), 0)`,
    })
    .from(attendanceMarks)
    .where(eq(attendanceMarks.bookingId, sql.placeholder("bookingId")))
    .prepare(),
);

export type PlaceFacts = NonNullable<ReturnType<ReturnType<typeof factsOf>["get"]>>;
export type Due = { pence: number; basis: Basis };

/**
 * What is due for a place, with what that goes by; `due` null where terms, exemption or notice say nothing is, or where
 * too little notice is our own doing.
 * @throws NotFound
 */
export function whatIsDue(
  ctx: Pick<Context, "db">,
  { kind, booking, at }: ChargeAsked,
): { facts: PlaceFacts; notice: NoticeGiven | null; due: Due | null } {
  const facts = factsOf(ctx.db).get({ sessionId: booking.sessionId, personId: booking.personId });
  if (!facts) throw new NotFound("booking");
  if (booking.termsId === null) return { facts, notice: null, due: null };
  const terms = readTerms(ctx, booking.termsId);
  const register = missedOf(ctx.db).get({ bookingId: booking.id });
  const notice = noticeGiven(terms.rules, { at, startsAt: facts.startsAt });
  const ours = isForNotice(kind) && changedTooLate(ctx, booking.id, { ...terms, startsAt: facts.startsAt });
  const place = { ...facts, missed: register?.marks ? register.missed : null };
  return { facts, notice, due: ours ? null : amountDue(terms, kind, place, notice) };
}
