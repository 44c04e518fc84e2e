// The joint offer: one catalogue for all boards.
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { boards } from "./accounts";
import { learningSourceKinds } from "./learning";

/** What the boards have agreed to work on in a year. */
export const themes = sqliteTable("themes", {
  slug: text().primaryKey(),
  name: text().notNull().unique(),
  years: text().notNull(),
  position: integer().notNull(),
});

export const competencies = sqliteTable("competencies", {
  id: text().primaryKey(),
  name: text().notNull().unique(),
  description: text().notNull(),
  position: integer().notNull(),
});

export const courses = sqliteTable(
  "courses",
  {
    id: text().primaryKey(),
    slug: text().notNull().unique(),
    title: text().notNull().unique(),
    summary: text().notNull(),
    audience: text().notNull(),
    activityType: text().notNull(),
    themeSlug: text()
      .notNull()
      .references(() => themes.slug),
    ledBy: text(),
    /** Taught time, breaks left out. */
    minutes: integer().notNull(),
    /** What may distress, and who to talk to; shown before booking. */
    contentNote: text(),
    offered: integer({ mode: "boolean" }).notNull(),
  },
  (table) => [
    index("courses_by_theme").on(table.themeSlug),
    check("courses_last_a_while", sql`${table.minutes} > 0`),
  ],
);

export const courseBoards = sqliteTable(
  "course_boards",
  {
    courseId: text()
      .notNull()
      .references(() => courses.id),
    boardCode: text()
      .notNull()
      .references(() => boards.code),
  },
  (table) => [
    primaryKey({ columns: [table.courseId, table.boardCode] }),
    index("course_boards_by_board").on(table.boardCode),
  ],
);

export const courseOutcomes = sqliteTable(
  "course_outcomes",
  {
    courseId: text()
      .notNull()
      .references(() => courses.id),
    position: integer().notNull(),
    text: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.courseId, table.position] })],
);

export const courseCompetencies = sqliteTable(
  "course_competencies",
  {
    courseId: text()
      .notNull()
      .references(() => courses.id),
    competencyId: text()
      .notNull()
      .references(() => competencies.id),
  },
  (table) => [
    primaryKey({ columns: [table.courseId, table.competencyId] }),
    index("course_competencies_by_competency").on(table.competencyId),
  ],
);

/** The kinds of review a course passes on the learning from. */
export const courseLearningSources = sqliteTable(
  "course_learning_sources",
  {
    courseId: text()
      .notNull()
      .references(() => courses.id),
    sourceCode: text()
      .notNull()
      .references(() => learningSourceKinds.code),
  },
  (table) => [primaryKey({ columns: [table.courseId, table.sourceCode] })],
);
