// Bookings and their history, and the register. Beside it: kept places and groups, and what was decided about bookings.
import { sql } from "drizzle-orm";
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { people } from "./accounts";
import { bookingGroups, heldPlaces } from "./bookings-places";
import { meetings, sessions } from "./sessions";
import { bookingTerms } from "./terms";

export const bookingStates = [
  "requested",
  "awaiting approval",
  "confirmed",
  "waiting",
  "offered",
  "declined",
  "expired",
  "cancelled",
  "moved",
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
    /** Where the place is: of a hybrid session, the room or online. */
    mode: text({ enum: ["in person", "online"] })
      .notNull()
      .default("in person"),
    /** What the person agreed to; blank for bookings made before there were terms: nothing is charged. */
    termsId: text().references(() => bookingTerms.id),
    /** Those who booked together and wait together. */
    groupId: text().references(() => bookingGroups.id),
    /** The reserved places that this one was named from. */
    heldPlacesId: text().references(() => heldPlaces.id),
    /** The booking that took this one's stead, on another session. */
    movedToId: text().references((): AnySQLiteColumn => bookings.id),
    /** Came without a booking: counted apart, and beyond the session's places. */
    walkIn: integer({ mode: "boolean" }).notNull().default(false),
    /** Raised whenever this person's own entry changes: iCalendar SEQUENCE. */
    revision: integer().notNull().default(0),
  },
  (table) => [
    // One live booking per person per session.
    uniqueIndex("bookings_live_once")
      .on(table.sessionId, table.personId)
      .where(sql`${table.state} not in ('cancelled', 'declined', 'expired', 'moved')`),
    index("bookings_by_session").on(table.sessionId, table.state, table.queuedAt),
    index("bookings_by_person").on(table.personId, table.state),
    index("bookings_by_group").on(table.groupId).where(sql`${table.groupId} is not null`),
    index("bookings_by_held_places").on(table.heldPlacesId).where(sql`${table.heldPlacesId} is not null`),
    index("bookings_hoping")
      .on(table.state, table.queuedAt)
      .where(sql`${table.state} in ('waiting', 'requested')`),
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
    /** Their own words; may be taken out when they are erased. */
    reason: text(),
    /** In what capacity: "self", "agency lead", "line manager", "coordinator", "system". */
    actedAs: text(),
    /** Why, as a kind: "session cancelled", "substituted". */
    cause: text(),
    /** Notice given of a cancellation, in the terms' own unit; blank where no notice is asked. */
    notice: integer(),
    late: integer({ mode: "boolean" }),
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
    mark: text({ enum: ["present", "late", "left early", "absent", "excused"] }).notNull(),
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
