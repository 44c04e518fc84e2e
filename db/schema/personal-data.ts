// What the law asks for about people's data: how long each kind is kept, what was erased, and complaints with their clock.
import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { people } from "./accounts";

/** How long each kind of record is kept. What a rule does is code; how long it waits is the partnership's choice. */
export const retentionRules = sqliteTable(
  "retention_rules",
  {
    rule: text().primaryKey(),
    months: integer().notNull(),
    changedAt: integer().notNull(),
    changedBy: text(),
  },
  (table) => [check("retention_rules_wait_a_while", sql`${table.months} >= 1`)],
);

/** Who was erased. A restored copy of the database is older than some of these, so a restore carries them over. */
export const erasures = sqliteTable("erasures", {
  personId: text().primaryKey(),
  erasedAt: integer().notNull(),
  reason: text({ enum: ["asked", "left long ago", "never confirmed"] }).notNull(),
  erasedBy: text(),
});

/** A complaint about how someone's data is used: acknowledged within 30 days by law, then answered. */
export const dataComplaints = sqliteTable(
  "data_complaints",
  {
    id: text().primaryKey(),
    reference: text().notNull().unique(),
    receivedAt: integer().notNull(),
    /** Blank for someone without an account here. */
    personId: text().references(() => people.id),
    name: text().notNull(),
    email: text().notNull(),
    text: text().notNull(),
    acknowledgedAt: integer(),
    acknowledgedBy: text(),
    answeredAt: integer(),
    answeredBy: text(),
    answer: text(),
  },
  (table) => [
    index("data_complaints_by_age").on(table.answeredAt, table.receivedAt),
    index("data_complaints_by_person").on(table.personId),
    check(
      "data_complaints_answered_in_words",
      sql`(${table.answeredAt} is null) = (${table.answer} is null)`,
    ),
  ],
);
