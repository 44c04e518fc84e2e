// What the people of one session answered, row by row: only for the figures of that session, never for a page.
import { prepared } from "db/client";
import {
  answers,
  bookings,
  commitmentFollowUps,
  commitments,
  courseEvaluations,
  evaluationReceipts,
  instrumentItems,
  itemOptions,
  items,
  respondents,
  responses,
  sessions,
} from "db/schema";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Context } from "~/domain/context";

type Reader = Pick<Context, "db">;

/** Until the registers are finished whoever has a place may come; from then on nobody is only booked. */
const came = ["confirmed", "attended", "partly attended"] as const;
const sessionId = sql.placeholder("sessionId");

const standing = prepared((db) =>
  db
    .select({
      came: sql<number>`(
        select count(*) from ${bookings}
        where ${bookings.sessionId} = ${sessions.id} and ${inArray(bookings.state, [...came])})`,
      agreed: sql<number>`(
        select count(*) from ${respondents}
        where ${respondents.sessionId} = ${sessions.id} and ${respondents.managerMayBeAsked} = 1)`,
      onArrival: sql<number>`coalesce(${courseEvaluations.onArrival}, 0)`.mapWith(Boolean),
      sixMonths: sql<number>`coalesce(${courseEvaluations.sixMonths}, 0)`.mapWith(Boolean),
    })
    .from(sessions)
    .leftJoin(courseEvaluations, eq(courseEvaluations.courseId, sessions.courseId))
    .where(eq(sessions.id, sessionId))
    .prepare(),
);

const receipts = prepared((db) =>
  db
    .select({ stage: evaluationReceipts.stage, n: sql<number>`count(*)` })
    .from(bookings)
    .innerJoin(evaluationReceipts, eq(evaluationReceipts.bookingId, bookings.id))
    .where(and(eq(bookings.sessionId, sessionId), inArray(bookings.state, [...came])))
    .groupBy(evaluationReceipts.stage)
    .prepare(),
);

const given = prepared((db) =>
  db
    .select({
      respondentId: responses.respondentId,
      stage: responses.stage,
      instrumentId: responses.instrumentId,
      submittedAt: responses.submittedAt,
      keptApart: responses.keptApart,
      confidence: responses.confidence,
      scenarios: responses.scenarios,
    })
    .from(respondents)
    .innerJoin(responses, eq(responses.respondentId, respondents.id))
    .where(eq(respondents.sessionId, sessionId))
    .orderBy(asc(responses.submittedAt), asc(responses.respondentId))
    .prepare(),
);

/** The confidence items of each core question set that was answered: a changed wording is never paired with the old. */
const asked = prepared((db) =>
  db
    .select({
      instrumentId: instrumentItems.instrumentId,
      items: sql<string>`group_concat(${items.id} order by ${items.id})`,
    })
    .from(instrumentItems)
    .innerJoin(items, and(eq(items.id, instrumentItems.itemId), eq(items.kind, "confidence")))
    .where(
      sql`${instrumentItems.instrumentId} in (
        select ${responses.instrumentId} from ${respondents}
        join ${responses} on ${responses.respondentId} = ${respondents.id}
        where ${respondents.sessionId} = ${sessionId})`,
    )
    .groupBy(instrumentItems.instrumentId)
    .prepare(),
);

/** Answers at the end, in time, on a short scale or by an option. */
const reacted = prepared((db) =>
  db
    .select({
      itemId: items.id,
      wording: items.wording,
      kind: sql<"reaction" | "choice">`${items.kind}`,
      lowest: items.lowest,
      highest: items.highest,
      lowestLabel: items.lowestLabel,
      highestLabel: items.highestLabel,
      value: answers.value,
    })
    .from(respondents)
    .innerJoin(
      responses,
      and(
        eq(responses.respondentId, respondents.id),
        eq(responses.stage, "T2"),
        sql`${responses.keptApart} is null`,
      ),
    )
    .innerJoin(answers, and(eq(answers.respondentId, responses.respondentId), eq(answers.stage, "T2")))
    .innerJoin(items, and(eq(items.id, answers.itemId), inArray(items.kind, ["reaction", "choice"])))
    .innerJoin(
      instrumentItems,
      and(
        eq(instrumentItems.itemId, items.id),
        sql`${instrumentItems.instrumentId} in (${responses.instrumentId}, ${responses.courseInstrumentId})`,
      ),
    )
    .where(eq(respondents.sessionId, sessionId))
    .orderBy(
      sql`${instrumentItems.instrumentId} <> ${responses.instrumentId}`,
      asc(instrumentItems.position),
      asc(responses.submittedAt),
      asc(respondents.id),
    )
    .prepare(),
);

const options = prepared((db) =>
  db
    .select({ position: itemOptions.position, text: itemOptions.text })
    .from(itemOptions)
    .where(eq(itemOptions.itemId, sql.placeholder("itemId")))
    .orderBy(asc(itemOptions.position))
    .prepare(),
);

const later = alias(commitmentFollowUps, "later");
const byManager = alias(commitmentFollowUps, "by_manager");

const promised = prepared((db) =>
  db
    .select({
      respondentId: commitments.respondentId,
      sure: commitments.sure,
      outcome: later.outcome,
      outcomeAt: later.answeredAt,
      seen: byManager.seen,
      seenAt: byManager.answeredAt,
    })
    .from(respondents)
    .innerJoin(commitments, eq(commitments.respondentId, respondents.id))
    .leftJoin(later, and(eq(later.commitmentId, commitments.id), eq(later.stage, "T3")))
    .leftJoin(byManager, and(eq(byManager.commitmentId, commitments.id), eq(byManager.stage, "M")))
    .where(eq(respondents.sessionId, sessionId))
    .orderBy(asc(commitments.madeAt), asc(commitments.respondentId), asc(commitments.position))
    .prepare(),
);

export type SessionAnswers = ReturnType<typeof readSessionAnswers>;
export type GivenResponse = SessionAnswers["responses"][number];
export type GivenReaction = SessionAnswers["reactions"][number];
export type MadeCommitment = SessionAnswers["commitments"][number];

/** Everything in the order in which it was sent. @throws Error for a session that is not there */
export function readSessionAnswers(ctx: Reader, id: string) {
  const of = { sessionId: id };
  const stands = standing(ctx.db).get(of);
  if (!stands) throw new Error("A session's answers were read without the session.");
  return {
    ...stands,
    /** By stage: how many of those who came, or still may, have answered, late or not. */
    answered: new Map(
      receipts(ctx.db)
        .all(of)
        .map(({ stage, n }) => [stage, n]),
    ),
    responses: given(ctx.db).all(of),
    itemsOf: new Map(
      asked(ctx.db)
        .all(of)
        .map((row) => [row.instrumentId, row.items]),
    ),
    reactions: reacted(ctx.db).all(of),
    commitments: promised(ctx.db).all(of),
  };
}

/** What a choice offered, in its order. */
export const optionsOf = (ctx: Reader, itemId: string) => options(ctx.db).all({ itemId });
