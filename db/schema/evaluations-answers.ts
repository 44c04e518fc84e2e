// What was answered, kept apart from whose it is: a respondent stands for a booking until the two are unlinked.
import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
} from "drizzle-orm/sqlite-core";
import { agencies, people } from "./accounts";
import { bookings } from "./bookings";
import { evaluationStages, instruments, items } from "./evaluations";
import { sessions } from "./sessions";

/** Why an answer is kept but in no pair. */
export const keptApartReasons = [
  "training had begun",
  "after 48 hours",
  "after week 12",
  "after month 8",
] as const;

/** Whose answers belong together. Once unlinked it has no booking: nobody can tell who it was. */
export const respondents = sqliteTable(
  "respondents",
  {
    id: text().primaryKey(),
    bookingId: text()
      .unique()
      .references(() => bookings.id),
    sessionId: text()
      .notNull()
      .references(() => sessions.id),
    agencyId: text()
      .notNull()
      .references(() => agencies.id),
    /** Whether the learner agreed that their line manager is asked; blank until they said. */
    managerMayBeAsked: integer({ mode: "boolean" }),
    unlinkedAt: integer(),
  },
  (table) => [
    index("respondents_by_session").on(table.sessionId, table.agencyId),
    check("respondents_linked_or_not", sql`(${table.bookingId} is null) = (${table.unlinkedAt} is not null)`),
  ],
);

/** That a booking's stage was answered, and when: all that stays of it by name. */
export const evaluationReceipts = sqliteTable(
  "evaluation_receipts",
  {
    bookingId: text()
      .notNull()
      .references(() => bookings.id),
    stage: text({ enum: evaluationStages }).notNull(),
    answeredAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.bookingId, table.stage] })],
);

/** Letters asking for a stage that is answered weeks later: 0 is the first, 1 and 2 remind. */
export const evaluationLetters = sqliteTable(
  "evaluation_letters",
  {
    bookingId: text()
      .notNull()
      .references(() => bookings.id),
    stage: text({ enum: evaluationStages }).notNull(),
    number: integer().notNull(),
    sentAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.bookingId, table.stage, table.number] })],
);

/** A form that was begun: its fields as typed, until it is sent or its time is over. */
export const evaluationDrafts = sqliteTable(
  "evaluation_drafts",
  {
    bookingId: text()
      .notNull()
      .references(() => bookings.id),
    stage: text({ enum: evaluationStages }).notNull(),
    fields: text({ mode: "json" }).$type<Record<string, string>>().notNull(),
    savedAt: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.bookingId, table.stage] }),
    index("evaluation_drafts_by_age").on(table.savedAt),
  ],
);

/** One response of a respondent at a stage; of the manager at stage M. */
export const responses = sqliteTable(
  "responses",
  {
    respondentId: text()
      .notNull()
      .references(() => respondents.id),
    stage: text({ enum: evaluationStages }).notNull(),
    instrumentId: text()
      .notNull()
      .references(() => instruments.id),
    /** The course's own questions that came with it. */
    courseInstrumentId: text().references(() => instruments.id),
    submittedAt: integer().notNull(),
    /** Came outside its time: kept, shown apart, in no pair. */
    keptApart: text({ enum: keptApartReasons }),
    /** Mean of the core confidence items (0 to 10) if at least half were answered. */
    confidence: real(),
    /** Share (0 to 1) of the scenarios asked that were answered rightly, if at least half were answered. */
    scenarios: real(),
  },
  (table) => [primaryKey({ columns: [table.respondentId, table.stage] })],
);

/** A blank answer has no row: not recorded, never 0. Of a scenario or choice: the option's position. */
export const answers = sqliteTable(
  "answers",
  {
    respondentId: text().notNull(),
    stage: text({ enum: evaluationStages }).notNull(),
    itemId: text()
      .notNull()
      .references(() => items.id),
    value: real().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.respondentId, table.stage, table.itemId] }),
    foreignKey({
      columns: [table.respondentId, table.stage],
      foreignColumns: [responses.respondentId, responses.stage],
    }),
  ],
);

/** Answers in words. They can hold names or a case: nobody sees them in a report until a coordinator has looked. */
export const comments = sqliteTable(
  "comments",
  {
    id: text().primaryKey(),
    respondentId: text().notNull(),
    stage: text({ enum: evaluationStages }).notNull(),
    itemId: text()
      .notNull()
      .references(() => items.id),
    text: text().notNull(),
    /** Whether the writer agreed to be quoted, without their name. */
    quotable: integer({ mode: "boolean" }).notNull().default(false),
    state: text({ enum: ["to read", "read", "quoted", "kept back"] })
      .notNull()
      .default("to read"),
    /** What may be shown: names and cases taken out by whoever read it. */
    redacted: text(),
    readAt: integer(),
    readBy: text().references(() => people.id),
  },
  (table) => [
    index("comments_by_response").on(table.respondentId, table.stage),
    index("comments_by_state").on(table.state),
    foreignKey({
      columns: [table.respondentId, table.stage],
      foreignColumns: [responses.respondentId, responses.stage],
    }),
    check("comments_quoted_as_redacted", sql`${table.state} <> 'quoted' or ${table.redacted} is not null`),
  ],
);
