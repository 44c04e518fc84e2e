// Who attended the whole of a session and has no certificate, because they did not answer its questions in time.
import { prepared } from "db/client";
import {
  agencies,
  bookings,
  certificates,
  courses,
  evaluationReceipts,
  meetings,
  people,
  registers,
  sessions,
} from "db/schema";
import { and, asc, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { endEvaluationCloses } from "~/domain/evaluations/evaluations.server";
import { days } from "~/shared/clock";
import { Forbidden } from "~/shared/problems";
import { mayReview } from "./policy";

// By session, as delivered sessions of half a year are few beside all bookings there ever were.
const leftWithout = prepared((db) =>
  db
    .select({
      bookingId: bookings.id,
      personName: people.name,
      agencyName: agencies.name,
      courseTitle: courses.title,
      completedOn: sql<string>`(select max(${meetings.date}) from ${meetings} where ${meetings.sessionId} = ${sessions.id})`,
      registerTakenAt: sql<number>`(select max(${registers.takenAt}) from ${meetings}
        inner join ${registers} on ${registers.meetingId} = ${meetings.id} where ${meetings.sessionId} = ${sessions.id})`,
    })
    .from(sessions)
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .innerJoin(bookings, and(eq(bookings.sessionId, sessions.id), eq(bookings.state, "attended")))
    .innerJoin(people, eq(people.id, bookings.personId))
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .leftJoin(certificates, and(eq(certificates.bookingId, bookings.id), isNull(certificates.withdrawnAt)))
    .leftJoin(
      evaluationReceipts,
      and(eq(evaluationReceipts.bookingId, bookings.id), eq(evaluationReceipts.stage, "T2")),
    )
    .where(
      and(
        eq(sessions.status, "delivered"),
        gt(sessions.startsAt, sql.placeholder("since")),
        eq(courses.certificateNeeds, "attendance and evaluation"),
        isNull(certificates.id),
        isNull(evaluationReceipts.bookingId),
        isNull(people.erasedAt),
      ),
    )
    .orderBy(desc(sessions.endsAt), asc(people.name))
    .prepare(),
);

export type LeftWithout = Omit<ReturnType<ReturnType<typeof leftWithout>["all"]>[number], "registerTakenAt">;

const stillAsked = days(183);

/** Of the last half year, newest session first; those who can still answer in time are left out. @throws Forbidden */
export function listLeftWithout(ctx: Context): LeftWithout[] {
  if (!mayReview(ctx.actor)) throw new Forbidden("certificates held back");
  const now = ctx.clock.now();
  return leftWithout(ctx.db)
    .all({ since: now - stillAsked })
    .flatMap(({ registerTakenAt, ...row }) => (endEvaluationCloses(registerTakenAt) <= now ? [row] : []));
}
