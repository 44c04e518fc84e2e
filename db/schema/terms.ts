// The terms of booking that each board sets, by version.
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { boards } from "./accounts";

/** A version is never changed: what someone agreed to when they booked can always be read. */
export const bookingTerms = sqliteTable(
  "booking_terms",
  {
    id: text().primaryKey(),
    boardCode: text()
      .notNull()
      .references(() => boards.code),
    version: integer().notNull(),
    /** From when bookings are made under them. */
    inForceFrom: integer().notNull(),
    /** `TermsRules` of the terms room, which reads and writes them. */
    rules: text({ mode: "json" }).$type<unknown>().notNull(),
    madeAt: integer().notNull(),
    madeBy: text(),
  },
  (table) => [
    uniqueIndex("booking_terms_by_version").on(table.boardCode, table.version),
    index("booking_terms_in_force").on(table.boardCode, table.inForceFrom),
  ],
);
