// What people wrote in evaluations as one list: with the course and the question, never with who, which agency, what role
// or which session.
import type { Db } from "db/client";
import { comments, commitments, courses, items, respondents, responses, sessions } from "db/schema";
import { and, eq, sql } from "drizzle-orm";
import { type SQLiteColumn, unionAll } from "drizzle-orm/sqlite-core";
import { type Stage, stages } from "../evaluations";
import { kindAt, type WordsKind } from "./comment-rules";

const kindOfStage = sql`case ${comments.stage} ${sql.join(
  stages.map((stage) => sql`when ${stage} then ${kindAt[stage]}`),
  sql` `,
)} end`;

/** How many answered the same stage of the same session. */
const answeredAt = (stage: SQLiteColumn | Stage) => sql<number>`(
  select count(*) from respondents as other
  inner join responses as given on given.respondent_id = other.id and given.stage = ${stage}
  where other.session_id = ${respondents.sessionId})`;

/** Comments and the commitments that may be quoted, as one list; others' commitments nobody reads. */
export const words = (db: Db) =>
  unionAll(
    db
      .select({
        id: comments.id,
        kind: sql<WordsKind>`${kindOfStage}`.as("kind"),
        courseSlug: courses.slug,
        courseTitle: courses.title,
        question: sql<string | null>`${items.wording}`.as("question"),
        text: comments.text,
        quotable: comments.quotable,
        state: comments.state,
        redacted: comments.redacted,
        writtenAt: sql<number>`${responses.submittedAt}`.as("written_at"),
        endsAt: sessions.endsAt,
        answered: answeredAt(comments.stage).as("answered"),
      })
      .from(comments)
      .innerJoin(
        responses,
        and(eq(responses.respondentId, comments.respondentId), eq(responses.stage, comments.stage)),
      )
      .innerJoin(respondents, eq(respondents.id, comments.respondentId))
      .innerJoin(sessions, eq(sessions.id, respondents.sessionId))
      .innerJoin(courses, eq(courses.id, sessions.courseId))
      .innerJoin(items, eq(items.id, comments.itemId)),
    db
      .select({
        id: commitments.id,
        kind: sql<WordsKind>`'commitment'`.as("kind"),
        courseSlug: courses.slug,
        courseTitle: courses.title,
        question: sql<string | null>`null`.as("question"),
        text: sql<string>`${commitments.what}`.as("text"),
        quotable: commitments.quotable,
        state: commitments.state,
        redacted: commitments.redacted,
        writtenAt: sql<number>`${commitments.madeAt}`.as("written_at"),
        endsAt: sessions.endsAt,
        answered: answeredAt("T2").as("answered"),
      })
      .from(commitments)
      .innerJoin(respondents, eq(respondents.id, commitments.respondentId))
      .innerJoin(sessions, eq(sessions.id, respondents.sessionId))
      .innerJoin(courses, eq(courses.id, sessions.courseId))
      .where(eq(commitments.quotable, true)),
  );
