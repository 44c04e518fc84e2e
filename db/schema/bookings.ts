// Places: bookings and their history, the waiting list's offers, and the register.
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { people } from "./accounts";
import { meetings, sessions } from "./sessions";

const bookingStates = [
  "confirmed",
  "waiting",
  "offered",
  "declined",
  "expired",
  "cancelled",
  "attended",
  "partly attended",
  "did not attend",
] as const;

export const bookings = sqliteTable(
  "bookings",
  {
    id: text().primaryKey(),
    reference: text().notNull().unique(),
    sessionId: text()
      .notNull()
      .references(() => sessions.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    state: text({ enum: bookingStates }).notNull(),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
    /** Place in the queue: the instant of joining the waiting list. */
    queuedAt: integer(),
    offerEndsAt: integer(),
    /** Raised whenever this person's own entry changes: iCalendar SEQUENCE. */
    revision: integer().notNull().default(0),
  },
  (table) => [
    // One live booking per person per session.
    uniqueIndex("bookings_live_once")
      .on(table.sessionId, table.personId)
      .where(sql`${table.state} not in ('cancelled', 'declined', 'expired')`),
    index("bookings_by_session").on(table.sessionId, table.state, table.queuedAt),
    index("bookings_by_person").on(table.personId, table.state),
    index("bookings_offers").on(table.offerEndsAt).where(sql`${table.state} = 'offered'`),
    check("bookings_offered_until", sql`(${table.state} = 'offered') = (${table.offerEndsAt} is not null)`),
    check("bookings_waiting_since", sql`${table.state} <> 'waiting' or ${table.queuedAt} is not null`),
  ],
);

/** Every transition, append-only. */
export const bookingChanges = sqliteTable(
  "booking_changes",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    bookingId: text()
      .notNull()
      .references(() => bookings.id),
    fromState: text({ enum: bookingStates }),
    toState: text({ enum: bookingStates }).notNull(),
    at: integer().notNull(),
    byPersonId: text(),
    reason: text(),
  },
  (table) => [index("booking_changes_by_booking").on(table.bookingId, table.id)],
);

export const attendanceMarks = sqliteTable(
  "attendance_marks",
  {
    bookingId: text()
      .notNull()
      .references(() => bookings.id),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    mark: text({ enum: ["present", "late", "left early", "absent"] }).notNull(),
    markedAt: integer().notNull(),
    markedBy: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.bookingId, table.meetingId] }),
    index("attendance_marks_by_meeting").on(table.meetingId),
  ],
);

/** A meeting's register, once every person on it has a mark and the trainer has finished it. */
export const registers = sqliteTable("registers", {
  meetingId: text()
    .primaryKey()
    .references(() => meetings.id),
  takenAt: integer().notNull(),
  takenBy: text().notNull(),
});
