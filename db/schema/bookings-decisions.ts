// What somebody decided about a booking: whether to approve it, whether a claim holds, who is offered a free place.
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { bookings } from "./bookings";
import { coursePrerequisites } from "./catalogue";
import { sessions } from "./sessions";
import { bookingTerms } from "./terms";

export const bookingApprovals = sqliteTable(
  "booking_approvals",
  {
    id: text().primaryKey(),
    bookingId: text()
      .notNull()
      .references(() => bookings.id),
    askedOf: text({ enum: ["line manager", "agency lead"] }).notNull(),
    /** Whose mailbox got the link, where it is a line manager's; leads are found by their role. */
    approverEmail: text(),
    askedAt: integer().notNull(),
    /** When silence is taken for an answer, as the terms say which. */
    answerBy: integer().notNull(),
    answer: text({ enum: ["approved", "declined", "silence approved", "silence declined", "withdrawn"] }),
    answeredAt: integer(),
    answeredBy: text(),
    note: text(),
  },
  (table) => [
    uniqueIndex("booking_approvals_one_open").on(table.bookingId).where(sql`${table.answer} is null`),
    index("booking_approvals_by_booking").on(table.bookingId),
    index("booking_approvals_to_answer").on(table.answerBy).where(sql`${table.answer} is null`),
    check("booking_approvals_answered", sql`(${table.answer} is null) = (${table.answeredAt} is null)`),
  ],
);

/** What somebody says they have done already where we hold no record of it; a coordinator looks. */
export const prerequisiteClaims = sqliteTable(
  "prerequisite_claims",
  {
    bookingId: text()
      .notNull()
      .references(() => bookings.id),
    prerequisiteId: text()
      .notNull()
      .references(() => coursePrerequisites.id),
    said: text(),
    madeAt: integer().notNull(),
    accepted: integer({ mode: "boolean" }),
    decidedAt: integer(),
    decidedBy: text(),
  },
  (table) => [primaryKey({ columns: [table.bookingId, table.prerequisiteId] })],
);

/** Why somebody who waited was offered a place, append-only: the rule, its version, and what it went by. */
export const promotions = sqliteTable(
  "promotions",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    bookingId: text()
      .notNull()
      .references(() => bookings.id),
    sessionId: text()
      .notNull()
      .references(() => sessions.id),
    at: integer().notNull(),
    kind: text({ enum: ["policy", "override"] }).notNull(),
    policy: text().notNull(),
    termsId: text().references(() => bookingTerms.id),
    reason: text().notNull(),
    /** The free places, and everyone who waited with what the policy weighs, by booking id. */
    inputs: text({ mode: "json" }).$type<unknown>().notNull(),
    byPersonId: text(),
    /** A coordinator's own words for an override; may be taken out. */
    overrideReason: text(),
  },
  (table) => [
    index("promotions_by_session").on(table.sessionId, table.id),
    index("promotions_by_booking").on(table.bookingId, table.id),
    check(
      "promotions_overrides_have_someone",
      sql`${table.kind} = 'policy' or ${table.byPersonId} is not null`,
    ),
  ],
);
