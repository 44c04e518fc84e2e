// One session in full for a coordinator: who is booked, who waits, and what has happened.

import { prepared } from "db/client";
import { agencies, auditEntries, bookingChanges, bookings, people } from "db/schema";
import { and, asc, desc, eq, inArray, or, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { mayRunProgramme } from "~/domain/sessions/sessions.server";
import { Forbidden } from "~/shared/problems";
import { type Delivery, readDelivery } from "./register-queries.server";
import { ended } from "./rules";

/** More than anyone reads; the page says so when it shows only so many. */
const longestHistory = 40;

const bookingsOfSession = prepared((db) =>
  db
    .select({
      id: bookings.id,
      reference: bookings.reference,
      personName: people.name,
      agencyName: agencies.name,
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
  "sessions.delivered",
  "bookings.register finished",
  "bookings.confirmed",
  "bookings.waiting",
  "bookings.offered",
  "bookings.declined",
  "bookings.expired",
  "bookings.cancelled",
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

export type ManagedSession = Pick<Delivery, "session" | "meetings"> & {
  taken: number;
  bookings: ReturnType<ReturnType<typeof bookingsOfSession>["all"]>;
  waiting: ReturnType<ReturnType<typeof waitingOfSession>["all"]>;
  history: ReturnType<ReturnType<typeof historyOfSession>["all"]>;
};

/** A session in full, for those who run the programme. @throws Forbidden, NotFound */
export function readManagedSession(ctx: Context, sessionId: string): ManagedSession {
  if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
  const { session, meetings: all } = readDelivery(ctx, sessionId);
  const booked = bookingsOfSession(ctx.db).all({ sessionId });
  const gone: readonly string[] = [...ended, "waiting"];
  return {
    session,
    meetings: all,
    taken: booked.filter((booking) => !gone.includes(booking.state)).length,
    bookings: booked,
    waiting: waitingOfSession(ctx.db).all({ sessionId }),
    history: historyOfSession(ctx.db).all({ sessionId }),
  };
}
