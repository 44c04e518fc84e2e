// What sums are made of, read for many sessions at once: questions, places, responses, answers and commitments.
import { prepared } from "db/client";
import {
  answers,
  bookings,
  commitmentFollowUps,
  commitments,
  evaluationLetters,
  evaluationReceipts,
  instrumentItems,
  itemOptions,
  items,
  people,
  respondents,
  responses,
} from "db/schema";
import { and, asc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Context } from "~/domain/context";
import type { Questions, SumStage } from "./sums-of-people";

type Reader = Pick<Context, "db">;

export const listed = (name: string): SQL => sql`(select value from json_each(${sql.placeholder(name)}))`;
const came = ["attended", "partly attended"] as const;
const theyCame = inArray(bookings.state, [...came]);
const count = (when: SQL | undefined) => sql<number>`count(case when ${when} then 1 end)`;
const has = (table: SQL) => sql`exists (select 1 from ${table})`;

const allItems = prepared((db) =>
  db
    .select({
      id: items.id,
      kind: items.kind,
      slug: items.slug,
      ofCourse: sql<number>`${items.courseId} is not null`.mapWith(Boolean),
      lowest: sql<number>`coalesce(${items.lowest}, min(${itemOptions.position}), 0)`,
      highest: sql<number>`coalesce(${items.highest}, max(${itemOptions.position}), 0)`,
      recalls: items.recallsItemId,
    })
    .from(items)
    .leftJoin(itemOptions, eq(itemOptions.itemId, items.id))
    .groupBy(items.id)
    .prepare(),
);

const asked = prepared((db) =>
  db
    .select({ instrumentId: instrumentItems.instrumentId, itemId: instrumentItems.itemId })
    .from(instrumentItems)
    .orderBy(asc(instrumentItems.instrumentId), asc(instrumentItems.itemId))
    .prepare(),
);

/** Every question that there is or was. */
export function readQuestions({ db }: Reader): Questions {
  const rows = allItems(db).all();
  const core = new Set(rows.filter((row) => row.kind === "confidence" && !row.ofCourse).map(({ id }) => id));
  const sets = new Map<string, string[]>();
  for (const { instrumentId, itemId } of asked(db).all()) {
    if (core.has(itemId)) sets.set(instrumentId, [...(sets.get(instrumentId) ?? []), itemId]);
  }
  const same = new Map<string, string[]>();
  const coreOf = new Map<string, readonly string[]>();
  for (const [instrumentId, ids] of sets) {
    const set = same.get(ids.join()) ?? ids;
    same.set(ids.join(), set);
    coreOf.set(instrumentId, set);
  }
  return { items: new Map(rows.map((row) => [row.id, row])), coreOf };
}

const ofBooking = (table: typeof evaluationLetters | typeof evaluationReceipts) =>
  has(sql`${table} where ${table.bookingId} = ${bookings.id} and ${table.stage} = 'M'`);

const agency = sql<string>`coalesce(${respondents.agencyId}, ${people.agencyId})`;

const places = prepared((db) =>
  db
    .select({
      sessionId: bookings.sessionId,
      agencyId: agency,
      booked: count(
        and(inArray(bookings.state, ["confirmed", ...came, "did not attend"]), eq(bookings.walkIn, sql`0`)),
      ),
      came: count(theyCame),
      absent: count(eq(bookings.state, sql`'did not attend'`)),
      walkIns: count(and(theyCame, eq(bookings.walkIn, sql`1`))),
      managersAsked: count(and(theyCame, or(ofBooking(evaluationLetters), ofBooking(evaluationReceipts)))),
    })
    .from(bookings)
    .innerJoin(people, eq(people.id, bookings.personId))
    .leftJoin(respondents, eq(respondents.bookingId, bookings.id))
    .where(sql`${bookings.sessionId} in ${listed("sessions")}`)
    .groupBy(bookings.sessionId, agency)
    .prepare(),
);

/** Responses of those who came, and of those whom nothing leads to any more. */
const given = prepared((db) =>
  db
    .select({
      sessionId: respondents.sessionId,
      agencyId: respondents.agencyId,
      respondentId: respondents.id,
      stage: responses.stage,
      instrumentId: responses.instrumentId,
      keptApart: responses.keptApart,
      confidence: responses.confidence,
      scenarios: responses.scenarios,
    })
    .from(respondents)
    .leftJoin(bookings, eq(bookings.id, respondents.bookingId))
    .innerJoin(responses, eq(responses.respondentId, respondents.id))
    .where(
      and(
        sql`${respondents.sessionId} in ${listed("sessions")}`,
        or(isNull(respondents.bookingId), theyCame),
      ),
    )
    .prepare(),
);

/** Of the wanted items only; the plus keeps SQLite from looking each of them up by itself. */
const values = prepared((db) =>
  db
    .select({
      respondentId: answers.respondentId,
      stage: answers.stage,
      itemId: answers.itemId,
      value: answers.value,
    })
    .from(respondents)
    .innerJoin(answers, eq(answers.respondentId, respondents.id))
    .where(
      and(
        sql`${respondents.sessionId} in ${listed("sessions")}`,
        sql`+${answers.stage} in ${listed("stages")}`,
        sql`+${answers.itemId} in ${listed("items")}`,
      ),
    )
    .prepare(),
);

const followUp = (column: SQLiteColumn, stage: SQL) =>
  sql`(select ${column} from ${commitmentFollowUps}
    where ${commitmentFollowUps.commitmentId} = ${commitments.id} and ${commitmentFollowUps.stage} = ${stage})`;

const weeksLater = sql`'T3'`;

type FollowUp = typeof commitmentFollowUps.$inferSelect;

const promised = prepared((db) =>
  db
    .select({
      respondentId: commitments.respondentId,
      outcome: sql<FollowUp["outcome"]>`${followUp(commitmentFollowUps.outcome, weeksLater)}`,
      opportunity: sql<number | null>`${followUp(commitmentFollowUps.opportunity, weeksLater)}`,
      seen: sql<FollowUp["seen"]>`${followUp(commitmentFollowUps.seen, sql`'M'`)}`,
    })
    .from(respondents)
    .innerJoin(commitments, eq(commitments.respondentId, respondents.id))
    .where(sql`${respondents.sessionId} in ${listed("sessions")}`)
    .prepare(),
);

const asJson = (list: readonly string[]) => JSON.stringify(list);

export const listPlaces = ({ db }: Reader, sessions: readonly string[]) =>
  places(db).all({ sessions: asJson(sessions) });

export const listResponses = ({ db }: Reader, sessions: readonly string[]) =>
  given(db).all({ sessions: asJson(sessions) });

type Answer = [respondentId: string, stage: SumStage, itemId: string, value: number];

/** In the columns' own order: there are by far the most of them, and naming each would cost as much as reading it. */
export const listAnswers = (
  { db }: Reader,
  sessions: readonly string[],
  wanted: { stages: readonly string[]; items: readonly string[] },
): Answer[] =>
  values(db).values({
    sessions: asJson(sessions),
    stages: asJson(wanted.stages),
    items: asJson(wanted.items),
  }) as Answer[];

export const listPromises = ({ db }: Reader, sessions: readonly string[]) =>
  promised(db).all({ sessions: asJson(sessions) });
