// Subscriptions to calendars: the name that entries are known by for good, and people's secret addresses.
import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { people } from "./accounts";

/** The last part of every UID, fixed at the first entry: a calendar knows an entry again even if the service moves. */
export const calendarDomain = sqliteTable(
  "calendar_domain",
  { id: integer().primaryKey(), domain: text().notNull(), fixedAt: integer().notNull() },
  (table) => [check("calendar_domain_is_one_row", sql`${table.id} = 1`)],
);

/** A person's own calendar address. Only the hash of its secret is kept; one that was replaced stays dead. */
export const calendarFeeds = sqliteTable(
  "calendar_feeds",
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    tokenHash: text().notNull().unique(),
    createdAt: integer().notNull(),
    /** To the hour: when a calendar program last asked. */
    lastUsedAt: integer(),
    endedAt: integer(),
  },
  (table) => [
    uniqueIndex("calendar_feeds_one_each").on(table.personId).where(sql`${table.endedAt} is null`),
    index("calendar_feeds_by_person").on(table.personId),
  ],
);
