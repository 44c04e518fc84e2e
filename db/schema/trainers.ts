// The multi-agency training pool: who is in it, and what each may teach until when.
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { people } from "./accounts";
import { courses } from "./catalogue";

export const trainers = sqliteTable(
  "trainers",
  {
    personId: text()
      .primaryKey()
      .references(() => people.id),
    kind: text({ enum: ["practitioner", "lived experience"] }).notNull(),
    joinedOn: text().notNull(),
    leftOn: text(),
  },
  (table) => [
    check(
      "trainers_leave_after_joining",
      sql`${table.leftOn} is null or ${table.leftOn} >= ${table.joinedOn}`,
    ),
  ],
);

/** What a trainer may teach. The last day counts: a session on `until` may still be taught. */
export const trainerApprovals = sqliteTable(
  "trainer_approvals",
  {
    personId: text()
      .notNull()
      .references(() => trainers.personId),
    courseId: text()
      .notNull()
      .references(() => courses.id),
    until: text().notNull(),
    approvedAt: integer().notNull(),
    approvedBy: text(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.courseId] }),
    index("trainer_approvals_by_course").on(table.courseId),
  ],
);
