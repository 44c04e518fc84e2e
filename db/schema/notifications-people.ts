// What is known of how letters fare with people: the provider's reports, stopped addresses, what people chose, reminders
// to come, and the wording that coordinators gave the letters.
import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { people } from "./accounts";
import { optionalTopics } from "./notifications";

export const reportKinds = [
  "sent",
  "delivered",
  "delayed",
  "opened",
  "bounced",
  "complained",
  "failed",
] as const;

/** The provider's word on a letter, once per word: it may say the same again, and in any order. */
export const deliveryReports = sqliteTable(
  "delivery_reports",
  {
    /** The provider's own id of the report. */
    id: text().primaryKey(),
    /** Blank where it is about no letter that we know. */
    messageId: text(),
    kind: text({ enum: reportKinds }).notNull(),
    /** Of a bounce: whether trying again later could help. */
    lasting: integer({ mode: "boolean" }),
    at: integer().notNull(),
    receivedAt: integer().notNull(),
  },
  (table) => [
    index("delivery_reports_by_message").on(table.messageId, table.at),
    index("delivery_reports_back").on(table.messageId).where(sql`${table.kind} in ('bounced', 'complained')`),
  ],
);

/** Addresses that no optional mail goes to, because mail came back or was called unwanted. */
export const addressStops = sqliteTable("address_stops", {
  /** In small letters. */
  email: text().primaryKey(),
  because: text({ enum: ["bounced", "complained"] }).notNull(),
  since: integer().notNull(),
});

/** The optional mail that a person does not want. */
export const topicStops = sqliteTable(
  "topic_stops",
  {
    personId: text()
      .notNull()
      .references(() => people.id),
    topic: text({ enum: optionalTopics }).notNull(),
    stoppedAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.topic] })],
);

/** News of the offer that a person asked for: of all of it, of a board or of a theme. */
export const newsSubscriptions = sqliteTable(
  "news_subscriptions",
  {
    personId: text()
      .notNull()
      .references(() => people.id),
    /** "all", "board/CODE" or "theme/slug". */
    about: text().notNull(),
    since: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.about] })],
);

/** Letters to come, worked out again from what is booked: made, moved and taken back as that changes. */
export const reminders = sqliteTable(
  "reminders",
  {
    id: text().primaryKey(),
    /** One per cause and moment: `reminder/<booking>/<start>`. */
    key: text().notNull().unique(),
    kind: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    sessionId: text(),
    bookingId: text(),
    dueAt: integer().notNull(),
    state: text({ enum: ["planned", "sent", "taken back"] }).notNull(),
    changedAt: integer().notNull(),
  },
  (table) => [
    index("reminders_planned").on(table.kind, table.dueAt).where(sql`${table.state} = 'planned'`),
    index("reminders_by_person").on(table.personId, table.dueAt),
    index("reminders_by_session").on(table.sessionId, table.dueAt).where(sql`${table.sessionId} is not null`),
  ],
);

/** Every wording that a kind of letter was given. The newest counts; blank words mean: back to those it came with. */
export const wordings = sqliteTable(
  "wordings",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    kind: text().notNull(),
    subject: text(),
    heading: text(),
    /** Markdown with placeholders. */
    body: text(),
    savedAt: integer().notNull(),
    savedBy: text().notNull(),
  },
  (table) => [index("wordings_by_kind").on(table.kind, table.id)],
);
