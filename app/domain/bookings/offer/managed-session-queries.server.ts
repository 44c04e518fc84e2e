// One session in full for a coordinator: who is booked, who waits, and what has happened.

import { prepared } from "db/client";
import {
  agencies,
  auditEntries,
  bookingChanges,
  bookings,
  evaluationReceipts,
  outbox,
  people,
} from "db/schema";
import { and, asc, desc, eq, inArray, or, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { listPlannedOf } from "~/domain/notifications/notifications.server";
import { type Clash, findClashes, mayRunProgramme } from "~/domain/sessions/sessions.server";
import { Forbidden } from "~/shared/problems";
import { isUnreached } from "../letters/unreached";
import { readPlaces } from "../places.server";
import { type Delivery, readDelivery } from "../registers/register-queries.server";

/** More than anyone reads; the page says so when it shows only so many. */
const longestHistory = 40;

const bookingsOfSession = prepared((db) =>
  db
    .select({
      id: bookings.id,
      reference: bookings.reference,
      personName: people.name,
      agencyName: agencies.name,
      unreached: sql<boolean>`${isUnreached}`.mapWith(Boolean),
      state: bookings.state,
      since: sql<number>`coalesce((
        select max(${bookingChanges.at}) from ${bookingChanges}
        where ${bookingChanges.bookingId} = ${bookings.id}), ${bookings.updatedAt})`,
      queuedAt: bookings.queuedAt,
      offerEndsAt: bookings.offerEndsAt,
    })
    .from(bookings)
    .innerJoin(people, eq(people.id, bookings.personId))
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .where(eq(bookings.sessionId, sql.placeholder("sessionId")))
    .orderBy(asc(sql`${people.name} collate nocase`), asc(bookings.id))
    .prepare(),
);

// The queue's own order, the one in which places are offered.
const waitingOfSession = prepared((db) =>
  db
    .select({
      id: bookings.id,
      personName: people.name,
      agencyName: agencies.name,
      // Someone who waits has a place in the queue, says the schema.
      queuedAt: sql<number>`${bookings.queuedAt}`,
    })
    .from(bookings)
    .innerJoin(people, eq(people.id, bookings.personId))
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .where(and(eq(bookings.sessionId, sql.placeholder("sessionId")), eq(bookings.state, "waiting")))
    .orderBy(asc(bookings.queuedAt), asc(bookings.id))
    .prepare(),
);

/** Deeds that belong in a session's history; marks and answers are nobody's business here. */
const historyActions = [
  "sessions.scheduled",
  "sessions.trainer assigned",
  "sessions.trainer taken off",
  "sessions.trainer confirmed",
  "sessions.trainer declined",
  "sessions.published",
  "sessions.changed",
  "sessions.postponed",
  "sessions.announced",
  "sessions.booking closed",
  "sessions.booking reopened",
  "sessions.goes ahead",
  "sessions.cancelled",
  "sessions.material added",
  "sessions.material removed",
  "sessions.delivered",
  "bookings.note sent",
  "bookings.register finished",
  "bookings.requested",
  "bookings.awaiting approval",
  "bookings.confirmed",
  "bookings.waiting",
  "bookings.offered",
  "bookings.declined",
  "bookings.expired",
  "bookings.cancelled",
  "bookings.moved",
] as const;
export type HistoryAction = (typeof historyActions)[number];

const historyOfSession = prepared((db) =>
  db
    .select({
      id: auditEntries.id,
      at: auditEntries.at,
      action: sql<HistoryAction>`${auditEntries.action}`,
      aboutName: sql<
        string | null
      >`(select ${people.name} from ${people} where ${people.id} = ${auditEntries.aboutPersonId})`,
      byName: people.name,
    })
    .from(auditEntries)
    .leftJoin(people, eq(people.id, auditEntries.actorPersonId))
    .where(
      and(
        inArray(auditEntries.action, [...historyActions]),
        or(
          and(
            eq(auditEntries.subjectKind, "session"),
            eq(auditEntries.subjectId, sql.placeholder("sessionId")),
          ),
          and(
            eq(auditEntries.subjectKind, "booking"),
            inArray(
              auditEntries.subjectId,
              db
                .select({ id: bookings.id })
                .from(bookings)
                .where(eq(bookings.sessionId, sql.placeholder("sessionId"))),
            ),
          ),
        ),
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(longestHistory)
    .prepare(),
);

// By the people, whom the index knows: a message names its session only in its facts.
const messagesOfSession = prepared((db) =>
  db
    .select({
      kind: outbox.kind,
      state: outbox.state,
      n: sql<number>`count(*)`,
      last: sql<number>`max(${outbox.createdAt})`,
    })
    .from(outbox)
    .where(
      and(
        inArray(
          outbox.toPersonId,
          sql`(select ${bookings.personId} from ${bookings} where ${bookings.sessionId} = ${sql.placeholder("sessionId")}
            union select value from json_each(${sql.placeholder("others")}))`,
        ),
        sql`case when json_valid(${outbox.facts}) then ${outbox.facts} ->> '$.sessionId' end = ${sql.placeholder("sessionId")}`,
      ),
    )
    .groupBy(outbox.kind, outbox.state)
    .orderBy(desc(sql`max(${outbox.createdAt})`), asc(outbox.kind), asc(outbox.state))
    .prepare(),
);

const answersOfSession = prepared((db) =>
  db
    .select({ stage: evaluationReceipts.stage, n: sql<number>`count(*)` })
    .from(evaluationReceipts)
    .innerJoin(bookings, eq(bookings.id, evaluationReceipts.bookingId))
    .where(eq(bookings.sessionId, sql.placeholder("sessionId")))
    .groupBy(evaluationReceipts.stage)
    .prepare(),
);

export type ManagedSession = Pick<Delivery, "session" | "meetings"> & {
  /** Places taken, kept ones among them. */
  taken: number;
  takenOnline: number;
  confirmed: number;
  bookings: ReturnType<ReturnType<typeof bookingsOfSession>["all"]>;
  waiting: ReturnType<ReturnType<typeof waitingOfSession>["all"]>;
  history: ReturnType<ReturnType<typeof historyOfSession>["all"]>;
  messages: ReturnType<ReturnType<typeof messagesOfSession>["all"]>;
  /** Letters to come, the next first. */
  planned: ReturnType<typeof listPlannedOf>;
  /** How many answered the questions before and after. */
  answered: { before: number; after: number };
  clashes: Clash[];
};

/** A session in full, for those who run the programme. @throws Forbidden, NotFound */
export function readManagedSession(ctx: Context, sessionId: string): ManagedSession {
  if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
  const { session, meetings } = readDelivery(ctx, sessionId);
  const booked = bookingsOfSession(ctx.db).all({ sessionId });
  const { taken, takenOnline } = readPlaces(ctx, sessionId);
  const answers = new Map(
    answersOfSession(ctx.db)
      .all({ sessionId })
      .map(({ stage, n }) => [stage, n]),
  );
  const over = session.status === "cancelled" || session.status === "delivered";
  const others = JSON.stringify(session.trainers.map(({ personId }) => personId));
  return {
    session,
    meetings,
    taken,
    takenOnline,
    confirmed: booked.filter((booking) => booking.state === "confirmed").length,
    bookings: booked,
    waiting: waitingOfSession(ctx.db).all({ sessionId }),
    history: historyOfSession(ctx.db).all({ sessionId }),
    messages: messagesOfSession(ctx.db).all({ sessionId, others }),
    planned: over ? [] : listPlannedOf(ctx, sessionId),
    answered: { before: answers.get("T0") ?? 0, after: answers.get("T2") ?? 0 },
    clashes: over ? [] : findClashes(ctx, { ...session, sessionId, roomId: session.room?.id ?? null }),
  };
}
