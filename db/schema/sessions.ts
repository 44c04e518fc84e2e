// Dated deliveries of courses: sessions, their meetings, venues, and who teaches. Also what was delivered before this service.
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { courses } from "./catalogue";
import { trainers } from "./trainers";

export const venues = sqliteTable("venues", {
  id: text().primaryKey(),
  name: text().notNull().unique(),
  address: text().notNull(),
  postcode: text().notNull(),
  access: text().notNull(),
  /** No longer to be chosen; past sessions keep it. */
  archivedAt: integer(),
});

export const rooms = sqliteTable(
  "rooms",
  {
    id: text().primaryKey(),
    venueId: text()
      .notNull()
      .references(() => venues.id),
    name: text().notNull(),
    /** How many people the room may hold. */
    capacity: integer().notNull(),
    /** What is different from the rest of the venue; blank: nothing. */
    access: text(),
    archivedAt: integer(),
  },
  (table) => [
    uniqueIndex("rooms_by_venue").on(table.venueId, table.name),
    check("rooms_hold_someone", sql`${table.capacity} > 0`),
  ],
);

export const sessionModes = ["in person", "online", "hybrid"] as const;

export const sessions = sqliteTable(
  "sessions",
  {
    id: text().primaryKey(),
    courseId: text()
      .notNull()
      .references(() => courses.id),
    status: text({ enum: ["draft", "published", "closed", "delivered", "cancelled"] }).notNull(),
    mode: text({ enum: sessionModes }).notNull(),
    venueId: text().references(() => venues.id),
    roomId: text().references(() => rooms.id),
    /** Only ever shown to people with a confirmed place. */
    joiningLink: text(),
    /** Places in all; of a hybrid session, those in the room. */
    capacity: integer().notNull(),
    /** Of a hybrid session: the places online. */
    onlineCapacity: integer(),
    /** Fewer than this and it is not worth giving; decided on `decideBy`. */
    minimum: integer(),
    decideBy: integer(),
    /** When a coordinator said that it goes ahead although the minimum was not met, or early. */
    goAheadAt: integer(),
    /** When booking opens; blank: with publication. */
    opensAt: integer(),
    /** Sessions that were planned together. */
    seriesId: text(),
    bookingClosesAt: integer().notNull(),
    /** First and last instants of the meetings, kept by the command that writes meetings, for sorting and searching. */
    startsAt: integer().notNull(),
    endsAt: integer().notNull(),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
    /** Raised whenever time, place, title or status changes: iCalendar SEQUENCE. */
    revision: integer().notNull().default(0),
    /** Its title and place as people were last told them; blank: nobody was told yet. */
    announced: text({ mode: "json" }).$type<{ title: string; place: string }>(),
  },
  (table) => [
    index("sessions_by_start").on(table.status, table.startsAt),
    index("sessions_by_course").on(table.courseId, table.startsAt),
    index("sessions_by_series").on(table.seriesId).where(sql`${table.seriesId} is not null`),
    check("sessions_hold_someone", sql`${table.capacity} >= 0`),
    check("sessions_end_after_start", sql`${table.endsAt} > ${table.startsAt}`),
    check(
      "sessions_in_person_have_a_venue",
      sql`${table.mode} <> 'in person' or ${table.venueId} is not null`,
    ),
  ],
);

/** A civil date and wall times in a zone: 09:30 stays 09:30 across a clock change. The instants are derived from them. */
export const meetings = sqliteTable(
  "meetings",
  {
    id: text().primaryKey(),
    sessionId: text()
      .notNull()
      .references(() => sessions.id),
    number: integer().notNull(),
    date: text().notNull(),
    startTime: text().notNull(),
    endTime: text().notNull(),
    zone: text().notNull(),
    startsAt: integer().notNull(),
    endsAt: integer().notNull(),
  },
  (table) => [
    uniqueIndex("meetings_by_session").on(table.sessionId, table.number),
    index("meetings_by_start").on(table.startsAt),
    check("meetings_end_after_start", sql`${table.endsAt} > ${table.startsAt}`),
  ],
);

/** Slides, handouts and reading, kept elsewhere and linked here. */
export const sessionMaterials = sqliteTable(
  "session_materials",
  {
    id: text().primaryKey(),
    sessionId: text()
      .notNull()
      .references(() => sessions.id),
    title: text().notNull(),
    url: text().notNull(),
    /** Everyone, those with a place, or only those who deliver it. */
    shownTo: text({ enum: ["everyone", "people booked", "trainers"] }).notNull(),
    addedAt: integer().notNull(),
    addedBy: text(),
  },
  (table) => [index("session_materials_by_session").on(table.sessionId, table.addedAt)],
);

export const trainerAssignments = sqliteTable(
  "trainer_assignments",
  {
    sessionId: text()
      .notNull()
      .references(() => sessions.id),
    personId: text()
      .notNull()
      .references(() => trainers.personId),
    part: text({ enum: ["lead", "co-trainer", "lived experience"] }).notNull(),
    assignedAt: integer().notNull(),
    assignedBy: text(),
    /** When they said that they can; blank: they are asked. */
    confirmedAt: integer(),
    /** Under whose id it stands in calendars, where another account took it over: an entry keeps its name. */
    entryOf: text(),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.personId] }),
    index("trainer_assignments_by_person").on(table.personId),
  ],
);

/** A delivery recorded before this service: only counts are known. A blank count means nobody recorded it, never 0. */
export const recordedDeliveries = sqliteTable(
  "recorded_deliveries",
  {
    id: text().primaryKey(),
    title: text().notNull(),
    activityType: text().notNull(),
    audience: text(),
    attended: integer(),
    note: text(),
    /** Title, dates and audience as one text: the same delivery is never recorded twice. */
    sameness: text().notNull().unique(),
    importedAt: integer().notNull(),
  },
  (table) => [
    check("recorded_deliveries_count_people", sql`${table.attended} is null or ${table.attended} >= 0`),
  ],
);

/** A cohort may meet on several dates; a launch may have none. */
export const recordedDeliveryDates = sqliteTable(
  "recorded_delivery_dates",
  {
    deliveryId: text()
      .notNull()
      .references(() => recordedDeliveries.id),
    date: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.deliveryId, table.date] }),
    index("recorded_delivery_dates_by_date").on(table.date),
  ],
);

/** The practice measures that a delivery was meant to move, by their number. */
export const recordedDeliveryMeasures = sqliteTable(
  "recorded_delivery_measures",
  {
    deliveryId: text()
      .notNull()
      .references(() => recordedDeliveries.id),
    measureNumber: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.deliveryId, table.measureNumber] }),
    index("recorded_delivery_measures_by_measure").on(table.measureNumber),
  ],
);
