// The outbox: a row is written in the transaction that causes a message; a worker delivers it.
import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const outbox = sqliteTable(
  "outbox",
  {
    id: text().primaryKey(),
    /** One message per key, however often the cause is repeated. */
    key: text().notNull().unique(),
    kind: text().notNull(),
    toPersonId: text(),
    toEmail: text().notNull(),
    /** The facts, frozen in the transaction that caused the message. */
    facts: text({ mode: "json" }).$type<Record<string, unknown>>().notNull(),
    /** Lower goes first: a cancellation before a reminder. */
    priority: integer().notNull(),
    state: text({ enum: ["waiting", "sending", "sent", "unsure", "failed"] }).notNull(),
    attempts: integer().notNull().default(0),
    createdAt: integer().notNull(),
    dueAt: integer().notNull(),
    leasedUntil: integer(),
    firstTriedAt: integer(),
    sentAt: integer(),
    sentBy: text(),
    lastProblem: text(),
    /** The bytes, frozen by the first attempt so that every later attempt sends the same. */
    subject: text(),
    html: text(),
    text: text(),
    calendar: text(),
    calendarMethod: text({ enum: ["REQUEST", "CANCEL"] }),
  },
  (table) => [
    index("outbox_due").on(table.priority, table.dueAt).where(sql`${table.state} in ('waiting', 'sending')`),
    index("outbox_troubled").on(table.createdAt).where(sql`${table.state} in ('failed', 'unsure')`),
    index("outbox_by_person").on(table.toPersonId, table.createdAt),
  ],
);

/** When each background task last finished a turn, for /health. */
export const workerTurns = sqliteTable("worker_turns", {
  task: text().primaryKey(),
  at: integer().notNull(),
});
