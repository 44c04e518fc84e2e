// What others may ask of the evaluations room.

import { prepared } from "db/client";
import {
  bookings,
  courses,
  instrumentItems,
  instruments,
  items,
  meetings,
  registers,
  responses,
  sessions,
} from "db/schema";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { type Instrument, type Stage, stages } from "./evaluations";
import { type EvaluationSubject, endEvaluationCloses, mayAnswer } from "./rules";

type Reader = Pick<Context, "db">;

const newestInstrument = prepared((db) =>
  db
    .select()
    .from(instruments)
    .where(eq(instruments.stage, sql.placeholder("stage")))
    .orderBy(desc(instruments.version))
    .limit(1)
    .prepare(),
);
const itemsOf = prepared((db) =>
  db
    .select({
      id: items.id,
      slug: items.slug,
      wording: items.wording,
      kind: items.kind,
      lowest: items.lowest,
      highest: items.highest,
      lowestLabel: items.lowestLabel,
      middleLabel: items.middleLabel,
      highestLabel: items.highestLabel,
    })
    .from(instrumentItems)
    .innerJoin(items, eq(items.id, instrumentItems.itemId))
    .where(eq(instrumentItems.instrumentId, sql.placeholder("instrumentId")))
    .orderBy(asc(instrumentItems.position))
    .prepare(),
);

/** The newest question set of a stage. @throws NotFound when none has been set up */
export function readInstrument(ctx: Reader, stage: Stage): Instrument {
  const instrument = newestInstrument(ctx.db).get({ stage });
  if (!instrument) throw new NotFound("question set");
  const { version: _version, ...rest } = instrument;
  return { ...rest, items: itemsOf(ctx.db).all({ instrumentId: instrument.id }) };
}

/** The instant at which the outer query's session had its last register finished; null while one is missing. */
const registerTakenAt = sql<number | null>`(
  select case when count(${registers.meetingId}) = count(*) then max(${registers.takenAt}) end
  from ${meetings} left join ${registers} on ${registers.meetingId} = ${meetings.id}
  where ${meetings.sessionId} = ${bookings.sessionId})`;

const subjectColumns = {
  bookingId: bookings.id,
  personId: bookings.personId,
  sessionId: bookings.sessionId,
  state: bookings.state,
  courseTitle: courses.title,
  startsAt: sessions.startsAt,
  registerTakenAt: registerTakenAt.mapWith((value: number | null) => value),
  answeredStages: sql<
    string | null
  >`(select group_concat(${responses.stage}) from ${responses} where ${responses.bookingId} = ${bookings.id})`,
};

const subjectOf = prepared((db) =>
  db
    .select(subjectColumns)
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .where(eq(bookings.id, sql.placeholder("bookingId")))
    .prepare(),
);

/** What an evaluation of a booking is about and whether it may still be answered. @throws NotFound */
export function readSubject(ctx: Reader, bookingId: string, stage: Stage) {
  const row = subjectOf(ctx.db).get({ bookingId });
  if (!row) throw new NotFound("evaluation");
  const { answeredStages, ...subject } = row;
  return { ...subject, answered: answered(answeredStages, stage) };
}

const answered = (list: string | null, stage: Stage) => (list ?? "").split(",").includes(stage);

const subjectsOfPerson = prepared((db) =>
  db
    .select(subjectColumns)
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .where(
      and(
        eq(bookings.personId, sql.placeholder("personId")),
        inArray(bookings.state, ["confirmed", "attended", "partly attended"]),
        // Nothing is owed about a session that ended over a month ago.
        sql`${sessions.endsAt} > ${sql.placeholder("since")}`,
      ),
    )
    .orderBy(asc(sessions.startsAt))
    .prepare(),
);

export type OwedEvaluation = {
  bookingId: string;
  stage: Stage;
  courseTitle: string;
  closesAt: number | null;
};

/** The evaluations a person may answer now, soonest training first. */
export function listOwed(ctx: Pick<Context, "db" | "clock">, personId: string): OwedEvaluation[] {
  const now = ctx.clock.now();
  const month = 31 * 24 * 3_600_000;
  return subjectsOfPerson(ctx.db)
    .all({ personId, since: now - month })
    .flatMap(({ answeredStages, ...row }) =>
      stages
        .filter((stage) => {
          const subject: EvaluationSubject = { ...row, answered: answered(answeredStages, stage) };
          return mayAnswer(stage, subject, now) === null;
        })
        .map((stage) => ({
          bookingId: row.bookingId,
          stage,
          courseTitle: row.courseTitle,
          closesAt:
            stage === "T2" && row.registerTakenAt !== null ? endEvaluationCloses(row.registerTakenAt) : null,
        })),
    );
}
