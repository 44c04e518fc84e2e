// Places that are kept, and people who were booked together.
import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { agencies } from "./accounts";
import { sessions } from "./sessions";

/** People booked together by their agency's lead. While they wait they are offered places together, for a time. */
export const bookingGroups = sqliteTable(
  "booking_groups",
  {
    id: text().primaryKey(),
    sessionId: text()
      .notNull()
      .references(() => sessions.id),
    agencyId: text()
      .notNull()
      .references(() => agencies.id),
    madeAt: integer().notNull(),
    madeBy: text(),
    /** Since when free places have been set aside for the group, at the head of the queue. */
    setAsideSince: integer(),
    /** When it had waited together long enough: from then on each waits alone. */
    splitAt: integer(),
  },
  (table) => [index("booking_groups_by_session").on(table.sessionId)],
);

/**
 * Places kept until a day: a quota that only an agency's people may book, or places reserved for people who are named
 * later.
 */
export const heldPlaces = sqliteTable(
  "held_places",
  {
    id: text().primaryKey(),
    sessionId: text()
      .notNull()
      .references(() => sessions.id),
    kind: text({ enum: ["quota", "reserved"] }).notNull(),
    agencyId: text()
      .notNull()
      .references(() => agencies.id),
    mode: text({ enum: ["in person", "online"] }).notNull(),
    places: integer().notNull(),
    releasesAt: integer().notNull(),
    madeAt: integer().notNull(),
    madeBy: text(),
    /** When they went back to everyone: on the day, or given back before. */
    endedAt: integer(),
  },
  (table) => [
    index("held_places_by_session").on(table.sessionId).where(sql`${table.endedAt} is null`),
    index("held_places_to_release").on(table.releasesAt).where(sql`${table.endedAt} is null`),
    check("held_places_hold_someone", sql`${table.places} > 0`),
  ],
);
