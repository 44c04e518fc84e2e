// Practice measures: audit figures with targets over time, shown beside training and never attributed to it.
import { sql } from "drizzle-orm";
import { check, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const practiceMeasures = sqliteTable("practice_measures", {
  number: text().primaryKey(),
  name: text().notNull(),
  unit: text().notNull(),
});

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
  },
  (table) => [
    primaryKey({ columns: [table.measureNumber, table.period] }),
    check(
      "practice_measure_points_say_something",
      sql`${table.target} is not null or ${table.outcome} is not null`,
    ),
  ],
);
