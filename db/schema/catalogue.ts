// The joint offer: one catalogue for all boards.
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { boards, roleGroups } from "./accounts";
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

export const courseApprovals = ["none", "line manager", "agency lead"] as const;
export const certificateNeeds = ["attendance and evaluation", "attendance"] as const;

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
    /** Who has to agree before somebody has a place. */
    approval: text({ enum: courseApprovals }).notNull().default("none"),
    /** Whose terms of booking hold where several boards share the course; blank: the first board's. */
    termsBoardCode: text().references(() => boards.code),
    certificateNeeds: text({ enum: certificateNeeds }).notNull().default("attendance and evaluation"),
    /** How long a certificate counts, in months; blank: it does not run out. */
    certificateMonths: integer(),
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

/** What somebody must have done before: another course, training in a competency, or e-learning by its name. */
export const coursePrerequisites = sqliteTable(
  "course_prerequisites",
  {
    id: text().primaryKey(),
    courseId: text()
      .notNull()
      .references(() => courses.id),
    kind: text({ enum: ["course", "competency", "e-learning"] }).notNull(),
    requiredCourseId: text().references(() => courses.id),
    competencyId: text().references(() => competencies.id),
    eLearning: text(),
    /** How recently, in months; blank: ever. */
    withinMonths: integer(),
    position: integer().notNull(),
    /** No longer asked for; kept for the bookings that answered it. */
    endedAt: integer(),
  },
  (table) => [
    index("course_prerequisites_by_course").on(table.courseId, table.position),
    check(
      "course_prerequisites_name_one_thing",
      sql`(${table.kind} = 'course') = (${table.requiredCourseId} is not null) and (${table.kind} = 'competency') = (${table.competencyId} is not null) and (${table.kind} = 'e-learning') = (${table.eLearning} is not null)`,
    ),
  ],
);

/** The kinds of work a course is for; none: for everyone. Others may ask, and a coordinator decides. */
export const courseAudiences = sqliteTable(
  "course_audiences",
  {
    courseId: text()
      .notNull()
      .references(() => courses.id),
    roleGroupId: text()
      .notNull()
      .references(() => roleGroups.id),
  },
  (table) => [primaryKey({ columns: [table.courseId, table.roleGroupId] })],
);
