// What an evaluation is about, and what somebody may answer now.

import { type Db, prepared } from "db/client";
import {
  bookings,
  courseEvaluations,
  courses,
  evaluationReceipts,
  meetings,
  people,
  registers,
  respondents,
  sessions,
} from "db/schema";
import { and, asc, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { days } from "~/shared/clock";
import { NotFound } from "~/shared/problems";
import { type KeptApart, type Stage, stages } from "../evaluations";
import { mayAnswer, timesOf } from "../rules";

type Reader = Pick<Context, "db">;

/** The instant at which the outer query's session had its last register finished; null while one is missing. */
const registerTakenAt = sql<number | null>`(
  select case when count(${registers.meetingId}) = count(*) then max(${registers.takenAt}) end
  from ${meetings} left join ${registers} on ${registers.meetingId} = ${meetings.id}
  where ${meetings.sessionId} = ${bookings.sessionId})`;

const answered = sql<
  string | null
>`(select group_concat(${evaluationReceipts.stage}) from ${evaluationReceipts}
  where ${evaluationReceipts.bookingId} = ${bookings.id})`;
const stagesIn = (list: string): Stage[] => stages.filter((stage) => list.split(",").includes(stage));

const subjects = (db: Db, where: SQL | undefined) =>
  db
    .select({
      bookingId: bookings.id,
      personId: bookings.personId,
      sessionId: bookings.sessionId,
      courseId: sessions.courseId,
      courseTitle: courses.title,
      state: bookings.state,
      walkIn: bookings.walkIn,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      registerTakenAt: registerTakenAt.mapWith((value: number | null) => value),
      answered,
      onArrival: sql<boolean>`coalesce(${courseEvaluations.onArrival}, 0)`.mapWith(Boolean),
      sixMonths: sql<boolean>`coalesce(${courseEvaluations.sixMonths}, 0)`.mapWith(Boolean),
      managerMayBeAsked: respondents.managerMayBeAsked,
      erased: sql<boolean>`${people.erasedAt} is not null`.mapWith(Boolean),
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .innerJoin(people, eq(people.id, bookings.personId))
    .leftJoin(courseEvaluations, eq(courseEvaluations.courseId, sessions.courseId))
    .leftJoin(respondents, eq(respondents.bookingId, bookings.id))
    .where(where)
    .orderBy(asc(sessions.startsAt));

const ofBooking = prepared((db) => subjects(db, eq(bookings.id, sql.placeholder("bookingId"))).prepare());

type Row = ReturnType<ReturnType<typeof ofBooking>["all"]>[number];
const subjectFrom = (row: Row) => ({ ...row, answered: stagesIn(row.answered ?? "") });

/** A booking with all that its stages hang on. @throws NotFound */
export function readSubject(ctx: Reader, bookingId: string) {
  const row = ofBooking(ctx.db).get({ bookingId });
  if (!row) throw new NotFound("evaluation");
  return subjectFrom(row);
}

const ofPerson = prepared((db) =>
  subjects(
    db,
    and(
      eq(bookings.personId, sql.placeholder("personId")),
      inArray(bookings.state, ["confirmed", "attended", "partly attended"]),
      gt(sessions.endsAt, sql.placeholder("since")),
    ),
  ).prepare(),
);

export type OwedEvaluation = {
  bookingId: string;
  stage: Stage;
  courseTitle: string;
  /** Until when it counts, or once that is over until when it can be answered; null before the training. */
  closesAt: number | null;
  /** Why it would be in no pair any more. */
  keptApart: KeptApart | null;
};

/** Longer than the last stage of any booking stays open. */
const longestOpen = days(320);

/** The evaluations a person may answer now, soonest training first; what their line manager is asked is not among them. */
export function listOwed(ctx: Pick<Context, "db" | "clock">, personId: string): OwedEvaluation[] {
  const now = ctx.clock.now();
  return ofPerson(ctx.db)
    .all({ personId, since: now - longestOpen })
    .map(subjectFrom)
    .flatMap((subject) =>
      stages.flatMap((stage) => {
        const may = stage === "M" ? null : mayAnswer(stage, subject, now);
        const times = may?.open ? timesOf(stage, subject) : null;
        if (!may?.open || !times) return [];
        const { bookingId, courseTitle } = subject;
        const until = may.keptApart === null ? times.inTimeUntil : times.closesAt;
        // Whoever books is asked at once; a time by which would say less than the day of the training.
        const closesAt = stage === "T0" || !Number.isFinite(until) ? null : until;
        return [{ bookingId, stage, courseTitle, closesAt, keptApart: may.keptApart }];
      }),
    );
}
