// Reminders as they are kept: those planned of a kind, those due, and what is planned about a session.
import { prepared } from "db/client";
import { reminders } from "db/schema";
import { and, asc, eq, lte, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { MessageKind } from "../message-kinds";
import type { KeptReminder } from "./reminders";

const ofKind = eq(reminders.kind, sql.placeholder("kind"));
const planned = eq(reminders.state, "planned");

const columns = {
  id: reminders.id,
  key: reminders.key,
  personId: reminders.personId,
  sessionId: reminders.sessionId,
  bookingId: reminders.bookingId,
  dueAt: reminders.dueAt,
  state: reminders.state,
};

/** Planned ones of a kind: all, or those of some sessions; and those with certain keys, whatever became of them. */
export const plannedOfKind = prepared((db) =>
  db.select(columns).from(reminders).where(and(ofKind, planned)).prepare(),
);
export const plannedOfSessions = prepared((db) =>
  db
    .select(columns)
    .from(reminders)
    .where(
      and(
        ofKind,
        planned,
        sql`${reminders.sessionId} in (select value from json_each(${sql.placeholder("sessionIds")}))`,
      ),
    )
    .prepare(),
);
export const keptByKey = prepared((db) =>
  db
    .select(columns)
    .from(reminders)
    .where(and(ofKind, sql`${reminders.key} in (select value from json_each(${sql.placeholder("keys")}))`))
    .prepare(),
);

const dueOfKind = prepared((db) =>
  db
    .select(columns)
    .from(reminders)
    .where(and(ofKind, planned, lte(reminders.dueAt, sql.placeholder("now"))))
    .orderBy(asc(reminders.dueAt), asc(reminders.id))
    .limit(sql.placeholder("most"))
    .prepare(),
);

/** The planned ones of a kind that are due, the longest due first. @param most at one turn */
export const dueReminders = (
  ctx: Pick<Context, "db" | "clock">,
  kind: MessageKind,
  most = 100,
): KeptReminder[] => dueOfKind(ctx.db).all({ kind, now: ctx.clock.now(), most });

const plannedOfSession = prepared((db) =>
  db
    .select({ kind: reminders.kind, dueAt: reminders.dueAt, n: sql<number>`count(*)` })
    .from(reminders)
    .where(and(eq(reminders.sessionId, sql.placeholder("sessionId")), eq(reminders.state, "planned")))
    .groupBy(reminders.kind, reminders.dueAt)
    .orderBy(asc(reminders.dueAt), asc(reminders.kind))
    .prepare(),
);

/** How many reminders of a kind are planned for when, the next first; the caller has asked who may know. */
export const listPlannedOf = (ctx: Pick<Context, "db">, sessionId: string) =>
  plannedOfSession(ctx.db).all({ sessionId });
