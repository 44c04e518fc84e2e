// Versioned question sets: what is asked at each stage, of everyone and of a course's own learners.
import { sql } from "drizzle-orm";
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { courses } from "./catalogue";

export const evaluationStages = ["T0", "T1", "T2", "T3", "M", "T4"] as const;
export const itemKinds = ["confidence", "recalled", "scenario", "reaction", "choice", "text"] as const;

/** A changed wording is a new version of the item and is never paired with the old one. */
export const items = sqliteTable(
  "items",
  {
    id: text().primaryKey(),
    slug: text().notNull(),
    version: integer().notNull(),
    wording: text().notNull(),
    kind: text({ enum: itemKinds }).notNull(),
    /** The ends of a scale; blank for those that are answered by an option or in words. */
    lowest: integer(),
    highest: integer(),
    lowestLabel: text(),
    middleLabel: text(),
    highestLabel: text(),
    /** Asked about this course only; blank for a core item, the same for every course. */
    courseId: text().references(() => courses.id),
    /** Which of the course's learning outcomes it asks about. */
    outcome: integer(),
    /** The confidence item that a "recalled" one asks about in hindsight. */
    recallsItemId: text().references((): AnySQLiteColumn => items.id),
  },
  (table) => [
    uniqueIndex("items_by_version").on(table.slug, table.version),
    index("items_by_course").on(table.courseId).where(sql`${table.courseId} is not null`),
    check(
      "items_have_a_scale",
      sql`(${table.kind} in ('confidence', 'recalled', 'reaction')) = (${table.lowest} is not null)
        and (${table.lowest} is null) = (${table.highest} is null)
        and (${table.lowest} is null or ${table.highest} > ${table.lowest})`,
    ),
    check("items_recall_another", sql`(${table.kind} = 'recalled') = (${table.recallsItemId} is not null)`),
  ],
);

/** What a scenario or a choice offers; an answer holds the option's position. Of a scenario's some are right. */
export const itemOptions = sqliteTable(
  "item_options",
  {
    itemId: text()
      .notNull()
      .references(() => items.id),
    position: integer().notNull(),
    text: text().notNull(),
    right: integer({ mode: "boolean" }),
  },
  (table) => [primaryKey({ columns: [table.itemId, table.position] })],
);

/** A draft is being written; what has been published is never changed, a newer version takes its place. */
export const instruments = sqliteTable(
  "instruments",
  {
    id: text().primaryKey(),
    stage: text({ enum: evaluationStages }).notNull(),
    /** A course's own questions follow the core ones; blank for the core. */
    courseId: text().references(() => courses.id),
    version: integer().notNull(),
    title: text().notNull(),
    introduction: text().notNull(),
    publishedAt: integer(),
  },
  (table) => [
    uniqueIndex("instruments_by_stage").on(table.stage, sql`coalesce(${table.courseId}, '')`, table.version),
    uniqueIndex("instruments_one_draft")
      .on(table.stage, sql`coalesce(${table.courseId}, '')`)
      .where(sql`${table.publishedAt} is null`),
  ],
);

export const instrumentItems = sqliteTable(
  "instrument_items",
  {
    instrumentId: text()
      .notNull()
      .references(() => instruments.id),
    itemId: text()
      .notNull()
      .references(() => items.id),
    position: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.instrumentId, table.itemId] })],
);

/** Which of the stages that not every course has are asked about a course. Without a row: none of them. */
export const courseEvaluations = sqliteTable("course_evaluations", {
  courseId: text()
    .primaryKey()
    .references(() => courses.id),
  /** T1, on arrival: a second look before the training, so that drift without training can be seen. */
  onArrival: integer({ mode: "boolean" }).notNull().default(false),
  /** T4, six months later. */
  sixMonths: integer({ mode: "boolean" }).notNull().default(false),
  /** How confident they recall to have been, asked at the end; told apart and never pooled. */
  recall: integer({ mode: "boolean" }).notNull().default(false),
});
