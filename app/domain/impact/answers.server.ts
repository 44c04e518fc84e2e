// The answers behind the figures, one row per person who came: read from every room that holds a part of them.

import { prepared } from "db/client";
import {
  answers,
  bookings,
  courses,
  instrumentItems,
  instruments,
  items,
  responses,
  sessions,
} from "db/schema";
import { and, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Context } from "~/domain/context";
import { startOfDay } from "~/shared/civil-time";
import type { ReportingYear } from "./impact";
import type { Answers } from "./measures/matched-pairs";

type Reader = Pick<Context, "db">;

const came = ["attended", "partly attended"] as const;

/** Confidence items that are asked in the same wording before and after: only these are ever paired. */
const pairedItemIds = prepared((db) =>
  db
    .select({ id: items.id, wording: items.wording, slug: items.slug })
    .from(items)
    .innerJoin(instrumentItems, eq(instrumentItems.itemId, items.id))
    .innerJoin(instruments, eq(instruments.id, instrumentItems.instrumentId))
    .where(eq(items.kind, "confidence"))
    .groupBy(items.id)
    .having(sql`count(distinct ${instruments.stage}) = 2`)
    .orderBy(sql`min(${instrumentItems.position})`)
    .prepare(),
);
export const listPairedItems = (ctx: Reader) => pairedItemIds(ctx.db).all();

const paired = (column: typeof answers.itemId) =>
  sql`${column} in (
    select ${instrumentItems.itemId} from ${instrumentItems}
    join ${instruments} on ${instruments.id} = ${instrumentItems.instrumentId}
    join ${items} on ${items.id} = ${instrumentItems.itemId} and ${items.kind} = 'confidence'
    group by ${instrumentItems.itemId} having count(distinct ${instruments.stage}) = 2)`;

const meanAt = (stage: "T0" | "T2") =>
  sql<number | null>`avg(case when ${answers.stage} = ${stage} then ${answers.value} end)`;
const answeredAt = (stage: "T0" | "T2") =>
  sql<number>`count(case when ${answers.stage} = ${stage} then 1 end)`;

const before = alias(responses, "before");
const after = alias(responses, "after");
const then = alias(instrumentItems, "then");
const later = alias(instrumentItems, "later");

/** What two question sets both ask, for every two of them: a changed wording is another item and is in neither's share. */
const commonItems = prepared((db) =>
  db
    .select({ before: then.instrumentId, after: later.instrumentId, asked: sql<number>`count(*)` })
    .from(then)
    .innerJoin(later, eq(later.itemId, then.itemId))
    .innerJoin(items, and(eq(items.id, then.itemId), eq(items.kind, "confidence")))
    .groupBy(then.instrumentId, later.instrumentId)
    .prepare(),
);

const scores = prepared((db) =>
  db
    .select({
      courseId: sessions.courseId,
      sessionId: bookings.sessionId,
      before: before.instrumentId,
      after: after.instrumentId,
      pre: meanAt("T0"),
      preAnswered: answeredAt("T0"),
      post: meanAt("T2"),
      postAnswered: answeredAt("T2"),
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .leftJoin(before, and(eq(before.bookingId, bookings.id), eq(before.stage, "T0")))
    .leftJoin(after, and(eq(after.bookingId, bookings.id), eq(after.stage, "T2")))
    .leftJoin(
      answers,
      and(
        eq(answers.bookingId, bookings.id),
        paired(answers.itemId),
        askedIn(before.instrumentId),
        askedIn(after.instrumentId),
      ),
    )
    .where(
      and(
        inArray(bookings.state, [...came]),
        sql`${sessions.endsAt} >= ${sql.placeholder("from")}`,
        sql`${sessions.endsAt} < ${sql.placeholder("until")}`,
      ),
    )
    .groupBy(bookings.id)
    .prepare(),
);

const askedIn = (instrumentId: typeof before.instrumentId | typeof after.instrumentId) =>
  sql`exists (
    select 1 from ${instrumentItems} as "asked"
    where "asked"."instrument_id" = ${instrumentId} and "asked"."item_id" = ${answers.itemId})`;

export type ScoredPerson = Answers & { courseId: string; sessionId: string };

const instants = (year: ReportingYear) => ({ from: startOfDay(year.from), until: startOfDay(year.until) });

/**
 * Everyone who came to a session in the year, with their mean confidence (0 to 10) before and after, from the items
 * that they were asked in the same words both times; null where they answered fewer than half of those, or only once.
 */
export function listScores(ctx: Reader, year: ReportingYear): ScoredPerson[] {
  const asked = new Map(
    commonItems(ctx.db)
      .all()
      .map((row) => [`${row.before} ${row.after}`, row.asked]),
  );
  return scores(ctx.db)
    .all(instants(year))
    .map(({ courseId, sessionId, pre, preAnswered, post, postAnswered, ...sets }) => {
      const half = (asked.get(`${sets.before} ${sets.after}`) ?? 0) / 2;
      return {
        courseId,
        sessionId,
        pre: preAnswered > 0 && preAnswered >= half ? pre : null,
        post: postAnswered > 0 && postAnswered >= half ? post : null,
      };
    });
}

const itemAnswers = prepared((db) =>
  db
    .select({
      itemId: answers.itemId,
      sessionId: bookings.sessionId,
      pre: sql<number | null>`max(case when ${answers.stage} = 'T0' then ${answers.value} end)`,
      post: sql<number | null>`max(case when ${answers.stage} = 'T2' then ${answers.value} end)`,
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(answers, and(eq(answers.bookingId, bookings.id), paired(answers.itemId)))
    .where(
      and(
        inArray(bookings.state, [...came]),
        eq(sessions.courseId, sql.placeholder("courseId")),
        sql`${sessions.endsAt} >= ${sql.placeholder("from")}`,
        sql`${sessions.endsAt} < ${sql.placeholder("until")}`,
      ),
    )
    .groupBy(bookings.id, answers.itemId)
    .prepare(),
);

/** Each answer to each paired item of one course, one row per person and item. */
export const listItemAnswers = (ctx: Reader, courseId: string, year: ReportingYear) =>
  itemAnswers(ctx.db).all({ courseId, ...instants(year) });

const reactions = prepared((db) =>
  db
    .select({
      courseId: sessions.courseId,
      slug: items.slug,
      wording: items.wording,
      highest: items.highest,
      mean: sql<number>`avg(${answers.value})`,
      answered: sql<number>`count(*)`,
    })
    .from(answers)
    .innerJoin(items, and(eq(items.id, answers.itemId), eq(items.kind, "reaction")))
    .innerJoin(bookings, and(eq(bookings.id, answers.bookingId), inArray(bookings.state, [...came])))
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .where(
      and(
        sql`${sessions.endsAt} >= ${sql.placeholder("from")}`,
        sql`${sessions.endsAt} < ${sql.placeholder("until")}`,
      ),
    )
    .groupBy(sessions.courseId, items.id)
    .orderBy(items.slug)
    .prepare(),
);

/** Mean and number of answers of each reaction item, by course. */
export const listReactions = (ctx: Reader, year: ReportingYear) => reactions(ctx.db).all(instants(year));

const activity = prepared((db) =>
  db
    .select({
      courseId: courses.id,
      slug: courses.slug,
      title: courses.title,
      themeSlug: courses.themeSlug,
      sessions: sql<number>`count(distinct ${sessions.id})`,
      came: sql<number>`count(case when ${inArray(bookings.state, [...came])} then 1 end)`,
      absent: sql<number>`count(case when ${bookings.state} = 'did not attend' then 1 end)`,
    })
    .from(sessions)
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .leftJoin(bookings, eq(bookings.sessionId, sessions.id))
    .where(
      and(
        eq(sessions.status, "delivered"),
        sql`${sessions.endsAt} >= ${sql.placeholder("from")}`,
        sql`${sessions.endsAt} < ${sql.placeholder("until")}`,
      ),
    )
    .groupBy(courses.id)
    .orderBy(courses.title)
    .prepare(),
);

/** Sessions delivered in the year and what became of their places, by course. */
export const listActivity = (ctx: Reader, year: ReportingYear) => activity(ctx.db).all(instants(year));

/** The instants of the first and last delivered sessions, or nulls. */
export const deliveredSpan = (ctx: Reader) =>
  ctx.db
    .select({
      first: sql<number | null>`min(${sessions.endsAt})`,
      last: sql<number | null>`max(${sessions.endsAt})`,
    })
    .from(sessions)
    .where(eq(sessions.status, "delivered"))
    .get() ?? { first: null, last: null };
