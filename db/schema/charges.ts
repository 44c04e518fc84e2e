// What agencies owe for places that were not used, and what became of it.
import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { agencies, people } from "./accounts";
import { bookingTerms } from "./terms";

export const chargeStates = ["due", "appealed", "waived", "withdrawn"] as const;
export const chargeKinds = ["late cancellation", "late move", "did not attend", "left early"] as const;

/** What an agency owes for a place that was not used. The service records charges; it takes no payment. */
export const charges = sqliteTable(
  "charges",
  {
    id: text().primaryKey(),
    bookingId: text().notNull(),
    sessionId: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    /** The person's agency on that day: it keeps the charge when the person moves on. */
    agencyId: text()
      .notNull()
      .references(() => agencies.id),
    termsId: text()
      .notNull()
      .references(() => bookingTerms.id),
    kind: text({ enum: chargeKinds }).notNull(),
    pence: integer().notNull(),
    /** How the amount came about, as the charges room worded it for itself: notice, days, share. */
    basis: text({ mode: "json" }).$type<unknown>().notNull(),
    state: text({ enum: chargeStates }).notNull(),
    madeAt: integer().notNull(),
  },
  (table) => [
    uniqueIndex("charges_once").on(table.bookingId, table.kind),
    index("charges_by_agency").on(table.agencyId, table.madeAt),
    index("charges_by_person").on(table.personId),
    index("charges_by_state").on(table.state, table.madeAt),
    check("charges_are_positive", sql`${table.pence} > 0`),
  ],
);

/** What became of a charge, append-only; a note may be taken out. */
export const chargeChanges = sqliteTable(
  "charge_changes",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    chargeId: text()
      .notNull()
      .references(() => charges.id),
    fromState: text({ enum: chargeStates }),
    toState: text({ enum: chargeStates }).notNull(),
    note: text(),
    at: integer().notNull(),
    byPersonId: text(),
  },
  (table) => [index("charge_changes_by_charge").on(table.chargeId, table.id)],
);
