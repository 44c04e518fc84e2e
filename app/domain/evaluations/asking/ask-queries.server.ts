// Whom a letter may have to ask now, and what it says: of everyone who came, those who have not answered and are still here.
import { type Db, prepared } from "db/client";
import {
  bookings,
  commitments,
  courseEvaluations,
  courses,
  evaluationLetters,
  evaluationReceipts,
  instruments,
  meetings,
  people,
  registers,
  respondents,
  sessions,
} from "db/schema";
import {
  and,
  asc,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  notExists,
  type SQL,
  sql,
} from "drizzle-orm";
import type { LetterStage } from "./evaluation-letters";

const one = { one: sql`1` };

const answered = (db: Db, stage: LetterStage) =>
  db
    .select(one)
    .from(evaluationReceipts)
    .where(and(eq(evaluationReceipts.bookingId, bookings.id), eq(evaluationReceipts.stage, stage)));

const lettersOf = (stage: LetterStage, what: SQL) =>
  sql`(select ${what} from ${evaluationLetters} where ${evaluationLetters.bookingId} = ${bookings.id}
    and ${evaluationLetters.stage} = ${stage})`;

/** When the session had its last register finished; null while one is missing. */
const registerTakenAt = sql`(
  select case when count(${registers.meetingId}) = count(*) then max(${registers.takenAt}) end
  from ${meetings} left join ${registers} on ${registers.meetingId} = ${meetings.id}
  where ${meetings.sessionId} = ${sessions.id})`;

/** What each stage asks besides: the manager is asked if the learner agreed, six months later is asked of some courses. */
const besides: Record<LetterStage, SQL | undefined> = {
  T3: undefined,
  M: and(eq(respondents.managerMayBeAsked, true), isNotNull(people.lineManagerEmail)),
  T4: sql`exists (select 1 from ${courseEvaluations} where ${courseEvaluations.courseId} = ${sessions.courseId}
    and ${courseEvaluations.sixMonths} = 1)`,
};

const toAsk = (db: Db, stage: LetterStage, more: SQL | undefined) =>
  db
    .select({
      bookingId: bookings.id,
      personId: people.id,
      personName: people.name,
      email: people.email,
      lineManagerEmail: people.lineManagerEmail,
      sessionId: sessions.id,
      courseTitle: courses.title,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      registerTakenAt: registerTakenAt.mapWith((value: number | null) => value),
      followUpIn: sql`${exists(answered(db, "T3"))}`.mapWith(Boolean),
      letters: lettersOf(stage, sql`count(*)`).mapWith(Number),
      lastLetterAt: lettersOf(stage, sql`max(${evaluationLetters.sentAt})`).mapWith(
        (value: number | null) => value,
      ),
      commitments:
        sql`(select count(*) from ${commitments} where ${commitments.respondentId} = ${respondents.id})`.mapWith(
          Number,
        ),
    })
    .from(sessions)
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .innerJoin(
      bookings,
      and(eq(bookings.sessionId, sessions.id), inArray(bookings.state, ["attended", "partly attended"])),
    )
    .innerJoin(people, eq(people.id, bookings.personId))
    .leftJoin(respondents, eq(respondents.bookingId, bookings.id))
    .where(
      and(
        isNull(people.disabledAt),
        isNull(people.erasedAt),
        notExists(answered(db, stage)),
        besides[stage],
        more,
      ),
    )
    .orderBy(asc(sessions.endsAt), asc(bookings.id));

const net = and(
  gt(sessions.endsAt, sql.placeholder("after")),
  lt(sessions.endsAt, sql.placeholder("before")),
);

const neverOrBefore = (stage: LetterStage) =>
  sql`(${lettersOf(stage, sql`max(${evaluationLetters.sentAt})`)} is null
    or (${lettersOf(stage, sql`max(${evaluationLetters.sentAt})`)} < ${sql.placeholder("lastBefore")}
      and ${lettersOf(stage, sql`count(*)`)} < ${sql.placeholder("mostLetters")}))`;

/** By stage: everyone it may be asked of who is in the net of `netFor`. */
export const candidates: Record<LetterStage, ReturnType<typeof candidatesFor>> = {
  T3: candidatesFor("T3"),
  M: candidatesFor("M"),
  T4: candidatesFor("T4"),
};
function candidatesFor(stage: LetterStage) {
  return prepared((db) => toAsk(db, stage, and(net, neverOrBefore(stage))).prepare());
}

/** By stage: one booking, if it may be asked. */
export const candidate: Record<LetterStage, ReturnType<typeof candidateFor>> = {
  T3: candidateFor("T3"),
  M: candidateFor("M"),
  T4: candidateFor("T4"),
};
function candidateFor(stage: LetterStage) {
  return prepared((db) => toAsk(db, stage, eq(bookings.id, sql.placeholder("bookingId"))).prepare());
}

export type Candidate = NonNullable<ReturnType<ReturnType<(typeof candidate)["T3"]>["get"]>>;

/** The stages that there are questions for: the core set has been published. */
export const stagesWithQuestions = prepared((db) =>
  db
    .selectDistinct({ stage: instruments.stage })
    .from(instruments)
    .where(and(isNull(instruments.courseId), isNotNull(instruments.publishedAt)))
    .prepare(),
);

/** Whoever has this address (in small letters), and whether they have left. */
export const accountAt = prepared((db) =>
  db
    .select({
      id: people.id,
      name: people.name,
      left: sql`${people.disabledAt} is not null`.mapWith(Boolean),
    })
    .from(people)
    .where(eq(sql`lower(${people.email})`, sql.placeholder("address")))
    .prepare(),
);
