// Versioned question sets, who was asked what and when, and what they answered.
import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { bookings } from "./bookings";

/** A changed wording is a new version of the item and is never paired with the old one. */
export const items = sqliteTable(
  "items",
  {
    id: text().primaryKey(),
    slug: text().notNull(),
    version: integer().notNull(),
    wording: text().notNull(),
    kind: text({ enum: ["confidence", "reaction"] }).notNull(),
    lowest: integer().notNull(),
    highest: integer().notNull(),
    lowestLabel: text().notNull(),
    middleLabel: text(),
    highestLabel: text().notNull(),
  },
  (table) => [
    uniqueIndex("items_by_version").on(table.slug, table.version),
    check("items_have_a_scale", sql`${table.highest} > ${table.lowest}`),
  ],
);

export const instruments = sqliteTable(
  "instruments",
  {
    id: text().primaryKey(),
    stage: text({ enum: ["T0", "T2"] }).notNull(),
    version: integer().notNull(),
    title: text().notNull(),
    introduction: text().notNull(),
  },
  (table) => [uniqueIndex("instruments_by_stage").on(table.stage, table.version)],
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

/**
 * What came back about a booking at a stage: one response each. Who owes one follows from the bookings and the
 * registers, so no invitation is stored.
 */
export const responses = sqliteTable(
  "responses",
  {
    bookingId: text()
      .notNull()
      .references(() => bookings.id),
    stage: text({ enum: ["T0", "T2"] }).notNull(),
    instrumentId: text()
      .notNull()
      .references(() => instruments.id),
    submittedAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.bookingId, table.stage] })],
);

/** A blank answer has no row: not recorded, never 0. */
export const answers = sqliteTable(
  "answers",
  {
    bookingId: text().notNull(),
    stage: text({ enum: ["T0", "T2"] }).notNull(),
    itemId: text()
      .notNull()
      .references(() => items.id),
    value: real().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.bookingId, table.stage, table.itemId] }),
    foreignKey({
      columns: [table.bookingId, table.stage],
      foreignColumns: [responses.bookingId, responses.stage],
    }),
  ],
);
