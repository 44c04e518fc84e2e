// The outbox: a row is written in the transaction that causes a message; a worker delivers it.
import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Mail that people can do without, by what they may stop. */
export const optionalTopics = ["evaluation reminders", "renewals", "weekly digest", "offer news"] as const;

/** `dropped`: it never left, because by then it was not to. */
export const outboxStates = ["waiting", "sending", "sent", "unsure", "failed", "dropped"] as const;

/** A later letter says it all; it is no longer true; their address is stopped; they stopped the topic. */
export const dropReasons = ["superseded", "no longer true", "address stopped", "topic stopped"] as const;

export const outbox = sqliteTable(
  "outbox",
  {
    id: text().primaryKey(),
    /** One message per key, however often the cause is repeated. */
    key: text().notNull().unique(),
    kind: text().notNull(),
    toPersonId: text(),
    toEmail: text().notNull(),
    /** The session it tells of, if it tells of one: its workspace lists what was sent about it. */
    sessionId: text(),
    /** Letters of one stream leave in the order in which they were posted: an invitation before its cancellation. */
    stream: text(),
    /** While it waits untried, another with the same is merged into it: five edits make one letter. */
    joins: text(),
    /** What a person may stop; blank for mail that they need. */
    topic: text({ enum: optionalTopics }),
    /** The letter that somebody had sent again by this one. */
    againOf: text(),
    /** The facts, frozen in the transaction that caused the message. */
    facts: text({ mode: "json" }).$type<Record<string, unknown>>().notNull(),
    /** Lower goes first: a cancellation before a reminder. */
    priority: integer().notNull(),
    state: text({ enum: outboxStates }).notNull(),
    attempts: integer().notNull().default(0),
    createdAt: integer().notNull(),
    dueAt: integer().notNull(),
    leasedUntil: integer(),
    firstTriedAt: integer(),
    sentAt: integer(),
    sentBy: text(),
    /** What the provider calls it: its reports name nothing else. */
    providerId: text(),
    lastProblem: text(),
    /** Why it was dropped. */
    droppedBecause: text({ enum: dropReasons }),
    /** When a coordinator dealt with a letter that nobody sends again by itself. */
    settledAt: integer(),
    settledBy: text(),
    /** The bytes, frozen by the first attempt so that every later attempt sends the same. */
    subject: text(),
    html: text(),
    text: text(),
    calendar: text(),
    calendarMethod: text({ enum: ["REQUEST", "CANCEL"] }),
    /** Where optional mail is stopped with one press; blank for mail that people need. */
    unsubscribeUrl: text(),
  },
  (table) => [
    index("outbox_due").on(table.priority, table.dueAt).where(sql`${table.state} in ('waiting', 'sending')`),
    index("outbox_troubled")
      .on(table.createdAt)
      .where(sql`${table.state} in ('failed', 'unsure') and ${table.settledAt} is null`),
    // Those that never arrived, among the many that did; of the many nothing is written here.
    index("outbox_never_sent").on(table.state).where(sql`${table.state} in ('failed', 'unsure', 'dropped')`),
    index("outbox_by_kind").on(table.kind),
    index("outbox_by_person").on(table.toPersonId, table.createdAt),
    index("outbox_by_session")
      .on(table.sessionId, table.createdAt)
      .where(sql`${table.sessionId} is not null`),
    index("outbox_streams")
      .on(table.stream)
      .where(sql`${table.stream} is not null and ${table.state} in ('waiting', 'sending')`),
    index("outbox_joining")
      .on(table.joins)
      .where(sql`${table.joins} is not null and ${table.state} = 'waiting'`),
    index("outbox_by_provider").on(table.providerId).where(sql`${table.providerId} is not null`),
    check(
      "outbox_dropped_for_a_reason",
      sql`(${table.state} = 'dropped') = (${table.droppedBecause} is not null)`,
    ),
  ],
);

/** When each background task last finished a turn, for /health. */
export const workerTurns = sqliteTable("worker_turns", {
  task: text().primaryKey(),
  at: integer().notNull(),
});
