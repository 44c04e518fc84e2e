// Which records each retention rule is about, and from when each is kept: the one query that previews and runs share.
import type { Db } from "db/client";
import {
  addressStops,
  authSessions,
  bookings,
  calendarFeeds,
  chargeChanges,
  charges,
  comments,
  commitments,
  courseEvaluations,
  dataComplaints,
  deliveryReports,
  evaluationDrafts,
  externalLearning,
  meetings,
  outbox,
  people,
  registers,
  reminders,
  respondents,
  responses,
  roleGrants,
  selfAssessmentAnswers,
  selfAssessments,
  sessionNotes,
  sessions,
  signInLinks,
  trainers,
} from "db/schema";
import { and, eq, exists, gt, isNotNull, isNull, ne, not, notExists, or, type SQL, sql } from "drizzle-orm";
import { alias, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { authSessionLimits } from "~/domain/accounts/accounts.server";
import { days } from "~/shared/clock";
import { isExpected } from "./erasure-queries.server";
import type { RetentionCode } from "./retention-rules";

/** The records that a rule is about and has not ended yet, each with the instant that its months count from. */
type Records = { table: SQLiteTable; id: SQL; since: SQL; where: SQL | undefined };

const one = { one: sql`1` };
/** Someone who is signed in without a role may stay so the longest. */
const longest = authSessionLimits(new Set());

const saysSomething = or(ne(outbox.facts, {}), isNotNull(outbox.subject), isNotNull(outbox.lastProblem));

/** Each of its answers has a newer one in its place: an answer left blank leaves what was said before standing. */
function isSuperseded(db: Db): SQL {
  const newer = alias(selfAssessments, "newer");
  const newerAnswers = alias(selfAssessmentAnswers, "newer_answers");
  const replaced = (column: "lastTrained" | "confidence") =>
    or(
      isNull(selfAssessmentAnswers[column]),
      exists(
        db
          .select(one)
          .from(newer)
          .innerJoin(newerAnswers, eq(newerAnswers.selfAssessmentId, newer.id))
          .where(
            and(
              eq(newer.personId, selfAssessments.personId),
              gt(newer.takenAt, selfAssessments.takenAt),
              eq(newerAnswers.competencyId, selfAssessmentAnswers.competencyId),
              isNotNull(newerAnswers[column]),
            ),
          ),
      ),
    ) as SQL;
  return notExists(
    db
      .select(one)
      .from(selfAssessmentAnswers)
      .where(
        and(
          eq(selfAssessmentAnswers.selfAssessmentId, selfAssessments.id),
          not(and(replaced("lastTrained"), replaced("confidence")) as SQL),
        ),
      ),
  );
}

const neverJoined = (db: Db): SQL =>
  and(
    ne(people.agencyStanding, "confirmed"),
    notExists(db.select(one).from(bookings).where(eq(bookings.personId, people.id))),
    notExists(db.select(one).from(roleGrants).where(eq(roleGrants.personId, people.id))),
    notExists(db.select(one).from(trainers).where(eq(trainers.personId, people.id))),
  ) as SQL;

/**
 * When the last stage of a respondent's session closes, as `lastStageCloses` has it, to the day: 26 weeks after the end,
 * or ten months where the course asks again after six; later if a register was.
 */
const lastStageClosed = sql`(
  select max(
    case when exists (select 1 from ${courseEvaluations} where ${courseEvaluations.courseId} = ${sessions.courseId}
        and ${courseEvaluations.sixMonths} = 1)
      then unixepoch(${sessions.endsAt} / 1000, 'unixepoch', '+10 months', '+1 day') * 1000
      else ${sessions.endsAt} + ${days(26 * 7 + 1)} end,
    coalesce((select max(${registers.takenAt}) from ${meetings}
      inner join ${registers} on ${registers.meetingId} = ${meetings.id}
      where ${meetings.sessionId} = ${sessions.id}) + ${days(2)}, 0))
  from ${sessions} where ${sessions.id} = ${respondents.sessionId})`;

// An account that was merged ends with the one that took it over: both are the same person's.
const standing = and(isNull(people.erasedAt), isNull(people.mergedIntoId));

export const recordsOf: Record<RetentionCode, (db: Db) => Records> = {
  letters: () => ({
    table: outbox,
    id: sql`${outbox.id}`,
    since: sql`coalesce(${outbox.sentAt}, ${outbox.createdAt})`,
    where: and(sql`${outbox.state} in ('sent', 'failed', 'dropped')`, saysSomething),
  }),
  "delivery reports": () => ({
    table: deliveryReports,
    id: sql`${deliveryReports.id}`,
    since: sql`${deliveryReports.receivedAt}`,
    where: undefined,
  }),
  "address stops": () => ({
    table: addressStops,
    id: sql`${addressStops.email}`,
    since: sql`${addressStops.since}`,
    where: undefined,
  }),
  reminders: () => ({
    table: reminders,
    id: sql`${reminders.id}`,
    since: sql`max(${reminders.changedAt}, ${reminders.dueAt})`,
    where: ne(reminders.state, "planned"),
  }),
  "session notes": () => ({
    table: sessionNotes,
    id: sql`${sessionNotes.id}`,
    since: sql`${sessionNotes.sentAt}`,
    where: ne(sessionNotes.body, ""),
  }),
  "sign-in links": () => ({
    table: signInLinks,
    id: sql`${signInLinks.id}`,
    since: sql`min(coalesce(${signInLinks.endedAt}, ${signInLinks.expiresAt}), ${signInLinks.expiresAt})`,
    where: undefined,
  }),
  "sign-ins": () => ({
    table: authSessions,
    id: sql`${authSessions.id}`,
    since: sql`min(${authSessions.lastSeenAt} + ${longest.idle}, ${authSessions.startedAt} + ${longest.longest})`,
    where: undefined,
  }),
  "calendar addresses": () => ({
    table: calendarFeeds,
    id: sql`${calendarFeeds.id}`,
    since: sql`${calendarFeeds.endedAt}`,
    where: isNotNull(calendarFeeds.endedAt),
  }),
  "self-assessments": (db) => ({
    table: selfAssessments,
    id: sql`${selfAssessments.id}`,
    since: sql`${selfAssessments.takenAt}`,
    where: isSuperseded(db),
  }),
  "learning sent back": () => ({
    table: externalLearning,
    id: sql`${externalLearning.id}`,
    since: sql`${externalLearning.reviewedAt}`,
    where: eq(externalLearning.state, "refused"),
  }),
  "charge notes": (db) => ({
    table: chargeChanges,
    id: sql`${chargeChanges.id}`,
    since: sql`${chargeChanges.at}`,
    where: and(
      isNotNull(chargeChanges.note),
      notExists(
        db
          .select(one)
          .from(charges)
          .where(and(eq(charges.id, chargeChanges.chargeId), eq(charges.state, "appealed"))),
      ),
    ),
  }),
  "evaluation drafts": () => ({
    table: evaluationDrafts,
    id: sql`${evaluationDrafts.bookingId} || '~' || ${evaluationDrafts.stage}`,
    since: sql`${evaluationDrafts.savedAt}`,
    where: undefined,
  }),
  evaluations: () => ({
    table: respondents,
    id: sql`${respondents.id}`,
    since: lastStageClosed,
    where: isNotNull(respondents.bookingId),
  }),
  comments: () => ({
    table: comments,
    id: sql`${comments.id}`,
    since: sql`${comments.readAt}`,
    where: and(ne(comments.state, "to read"), ne(comments.text, "")),
  }),
  "unread comments": () => ({
    table: comments,
    id: sql`${comments.id}`,
    since: sql`(select ${responses.submittedAt} from ${responses}
      where ${responses.respondentId} = ${comments.respondentId} and ${responses.stage} = ${comments.stage})`,
    where: eq(comments.state, "to read"),
  }),
  commitments: () => ({
    table: commitments,
    id: sql`${commitments.id}`,
    since: sql`(select ${respondents.unlinkedAt} from ${respondents}
      where ${respondents.id} = ${commitments.respondentId})`,
    where: ne(commitments.what, ""),
  }),
  complaints: () => ({
    table: dataComplaints,
    id: sql`${dataComplaints.id}`,
    since: sql`${dataComplaints.answeredAt}`,
    where: isNotNull(dataComplaints.answeredAt),
  }),
  "unconfirmed accounts": (db) => ({
    table: people,
    id: sql`${people.id}`,
    since: sql`coalesce(${people.agencyStandingSince}, ${people.createdAt})`,
    // Whoever has left is kept as long as anyone who has.
    where: and(standing, isNull(people.disabledAt), neverJoined(db)),
  }),
  leavers: (db) => ({
    table: people,
    id: sql`${people.id}`,
    since: sql`${people.disabledAt}`,
    where: and(standing, isNotNull(people.disabledAt), not(isExpected(db))),
  }),
};
