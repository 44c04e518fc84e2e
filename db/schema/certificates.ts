// Certificates of attendance, and learning done elsewhere that somebody looked at.
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { people } from "./accounts";
import { bookings } from "./bookings";
import { competencies, courses } from "./catalogue";

export const certificates = sqliteTable(
  "certificates",
  {
    id: text().primaryKey(),
    /** What anyone can verify; tells nothing by itself. */
    number: text().notNull().unique(),
    bookingId: text()
      .notNull()
      .references(() => bookings.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    courseId: text()
      .notNull()
      .references(() => courses.id),
    /** As they were on the day: a course may be renamed. */
    courseTitle: text().notNull(),
    minutes: integer().notNull(),
    /** The last meeting's civil date. */
    completedOn: text().notNull(),
    /** The last day it counts; blank: it does not run out. */
    expiresOn: text(),
    givenAt: integer().notNull(),
    /** A register put right afterwards can take the ground away. */
    withdrawnAt: integer(),
  },
  (table) => [
    uniqueIndex("certificates_one_in_force").on(table.bookingId).where(sql`${table.withdrawnAt} is null`),
    index("certificates_by_person").on(table.personId, table.completedOn),
    index("certificates_that_expire").on(table.expiresOn).where(sql`${table.expiresOn} is not null`),
  ],
);

export const externalLearning = sqliteTable(
  "external_learning",
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    title: text().notNull(),
    provider: text().notNull(),
    completedOn: text().notNull(),
    minutes: integer().notNull(),
    /** Where the proof is to be seen: a certificate's number, a link, who holds it. */
    evidence: text().notNull(),
    /** Counts as this course, if the reviewer says so: for prerequisites. */
    courseId: text().references(() => courses.id),
    state: text({ enum: ["submitted", "accepted", "refused"] }).notNull(),
    /** The last day it counts, as the reviewer decided; blank: no end. */
    validUntil: text(),
    submittedAt: integer().notNull(),
    reviewedAt: integer(),
    reviewedBy: text(),
    reviewNote: text(),
  },
  (table) => [
    index("external_learning_by_person").on(table.personId, table.completedOn),
    index("external_learning_to_review").on(table.submittedAt).where(sql`${table.state} = 'submitted'`),
    check("external_learning_reviewed", sql`(${table.state} = 'submitted') = (${table.reviewedAt} is null)`),
    check("external_learning_lasts_a_while", sql`${table.minutes} > 0`),
  ],
);

/** What it taught, as the reviewer agreed. */
export const externalLearningCompetencies = sqliteTable(
  "external_learning_competencies",
  {
    externalLearningId: text()
      .notNull()
      .references(() => externalLearning.id),
    competencyId: text()
      .notNull()
      .references(() => competencies.id),
  },
  (table) => [
    primaryKey({ columns: [table.externalLearningId, table.competencyId] }),
    index("external_learning_competencies_by_competency").on(table.competencyId),
  ],
);
