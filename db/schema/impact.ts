// Figures of sessions worked out once and added up for every report, and practice measures over time.
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { courses, themes } from "./catalogue";
import { sessions } from "./sessions";

/**
 * What a session's people come to, as sums that can be added up. Renewed when at least five more have answered or a
 * stage has closed, so that two readings never differ by one person's answers.
 */
export const sessionFigures = sqliteTable("session_figures", {
  sessionId: text()
    .primaryKey()
    .references(() => sessions.id),
  /** Everybody's sums as the impact room reads and adds them (figures/sums.ts). */
  sums: text().notNull(),
  /** Which agencies' people there were, and how many stand behind each of their figures (figures/counts.ts). */
  counts: text().notNull(),
  /** Each agency's sums on a line, in the order of the counts: read only where an agency is asked for. */
  agencies: text().notNull(),
});

/** How far a session's figures have come. */
export const sessionFigureStates = sqliteTable("session_figure_states", {
  sessionId: text()
    .primaryKey()
    .references(() => sessions.id),
  /** Responses counted when the figures were last worked out. */
  responses: integer().notNull(),
  /** Changes to its register and answers that the figures hold: a fingerprint to compare with. */
  fingerprint: text().notNull(),
  /** The last stage whose time was over then. */
  closedStage: text(),
  workedOutAt: integer().notNull(),
});

export const practiceMeasures = sqliteTable("practice_measures", {
  number: text().primaryKey(),
  name: text().notNull(),
  unit: text().notNull(),
  /** Where the figures come from: an audit that grades cases, or a dataset that counts. */
  source: text({ enum: ["audit", "dataset"] })
    .notNull()
    .default("audit"),
  /** What the audit cycle asks: "Are plans reviewed on time?" */
  question: text(),
  /** Which way is better; blank where neither is. */
  better: text({ enum: ["higher", "lower"] }),
});

/** Themes whose training was to move a measure. */
export const practiceMeasureThemes = sqliteTable(
  "practice_measure_themes",
  {
    measureNumber: text()
      .notNull()
      .references(() => practiceMeasures.number),
    themeSlug: text()
      .notNull()
      .references(() => themes.slug),
  },
  (table) => [
    primaryKey({ columns: [table.measureNumber, table.themeSlug] }),
    index("practice_measure_themes_by_theme").on(table.themeSlug),
  ],
);

/** Courses whose training was to move a measure. */
export const practiceMeasureCourses = sqliteTable(
  "practice_measure_courses",
  {
    measureNumber: text()
      .notNull()
      .references(() => practiceMeasures.number),
    courseId: text()
      .notNull()
      .references(() => courses.id),
  },
  (table) => [
    primaryKey({ columns: [table.measureNumber, table.courseId] }),
    index("practice_measure_courses_by_course").on(table.courseId),
  ],
);

/** A target without an outcome is a plan; an outcome without a target is a baseline. Blank is not recorded, never 0. */
export const practiceMeasurePoints = sqliteTable(
  "practice_measure_points",
  {
    measureNumber: text()
      .notNull()
      .references(() => practiceMeasures.number),
    period: text().notNull(),
    target: real(),
    outcome: real(),
    /** How many cases were looked at; blank where not recorded. */
    cases: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.measureNumber, table.period] }),
    check(
      "practice_measure_points_say_something",
      sql`${table.target} is not null or ${table.outcome} is not null`,
    ),
  ],
);
