// People, agencies, boards, strategic delivery groups, roles and sign-in. The partnership itself is data.
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

export const partnership = sqliteTable(
  "partnership",
  {
    id: integer().primaryKey(),
    name: text().notNull(),
    serviceName: text().notNull(),
    place: text().notNull(),
    contactName: text().notNull(),
    contactEmail: text().notNull(),
    logoPath: text().notNull(),
    brandColour: text().notNull(),
  },
  (table) => [check("partnership_is_one_row", sql`${table.id} = 1`)],
);

export const boards = sqliteTable("boards", {
  code: text().primaryKey(),
  name: text().notNull(),
  concern: text().notNull(),
  /** A board is told apart by name and shape, not only by colour. */
  shape: text({ enum: ["circle", "square", "triangle", "diamond", "hexagon"] }).notNull(),
  colour: text().notNull(),
  position: integer().notNull(),
});

export const strategicDeliveryGroups = sqliteTable("strategic_delivery_groups", {
  id: text().primaryKey(),
  name: text().notNull().unique(),
  note: text(),
});

export const strategicDeliveryGroupBoards = sqliteTable(
  "strategic_delivery_group_boards",
  {
    groupId: text()
      .notNull()
      .references(() => strategicDeliveryGroups.id),
    boardCode: text()
      .notNull()
      .references(() => boards.code),
  },
  (table) => [primaryKey({ columns: [table.groupId, table.boardCode] })],
);

export const agencies = sqliteTable("agencies", {
  id: text().primaryKey(),
  name: text().notNull().unique(),
  sector: text().notNull(),
});

export const agencyDomains = sqliteTable(
  "agency_domains",
  {
    domain: text().notNull(),
    agencyId: text()
      .notNull()
      .references(() => agencies.id),
  },
  (table) => [primaryKey({ columns: [table.domain, table.agencyId] })],
);

/** The kinds of work people do, for the needs analysis: who must be trained in what. */
export const roleGroups = sqliteTable("role_groups", {
  id: text().primaryKey(),
  name: text().notNull().unique(),
  description: text().notNull(),
  position: integer().notNull(),
});

export const people = sqliteTable(
  "people",
  {
    id: text().primaryKey(),
    /** As typed by the person, trimmed; compared without regard to case. */
    email: text().notNull(),
    name: text().notNull(),
    agencyId: text()
      .notNull()
      .references(() => agencies.id),
    roleGroupId: text().references(() => roleGroups.id),
    jobTitle: text(),
    lineManagerEmail: text(),
    accessNeeds: text(),
    passwordHash: text().notNull(),
    createdAt: integer().notNull(),
    disabledAt: integer(),
  },
  (table) => [
    uniqueIndex("people_by_email").on(sql`lower(${table.email})`),
    index("people_by_agency").on(table.agencyId, table.roleGroupId),
  ],
);

export const roleGrants = sqliteTable(
  "role_grants",
  {
    personId: text()
      .notNull()
      .references(() => people.id),
    role: text({
      enum: ["agency_lead", "trainer", "coordinator", "sdg_member", "scrutineer", "admin"],
    }).notNull(),
    grantedAt: integer().notNull(),
    grantedBy: text(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.role] })],
);

/** Signed-in sessions. The id is the SHA-256 of the cookie's secret, so a copy of this table signs nobody in. */
export const authSessions = sqliteTable(
  "auth_sessions",
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => people.id),
    expiresAt: integer().notNull(),
    startedAt: integer().notNull(),
  },
  (table) => [index("auth_sessions_by_person").on(table.userId)],
);
