// People, agencies, boards, strategic delivery groups and roles. The partnership itself is data.
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

/** What a person can be given besides being a practitioner. */
export const grantedRoles = [
  "agency_lead",
  "trainer",
  "coordinator",
  "sdg_member",
  "scrutineer",
  "admin",
] as const;
export type GrantedRole = (typeof grantedRoles)[number];

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
    /** Who may open nothing before a second factor is set up; everyone else is offered one. */
    secondFactorRoles: text({ mode: "json" })
      .$type<GrantedRole[]>()
      .notNull()
      .default(["agency_lead", "trainer", "coordinator", "sdg_member", "scrutineer", "admin"]),
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
    /** Whether the agency is theirs: by the address's domain, or by the word of its lead or a coordinator. */
    agencyStanding: text({ enum: ["confirmed", "awaiting", "declined"] })
      .notNull()
      .default("confirmed"),
    /** Since when the standing is what it is; blank: since the account was made. */
    agencyStandingSince: integer(),
    roleGroupId: text().references(() => roleGroups.id),
    jobTitle: text(),
    team: text(),
    lineManagerEmail: text(),
    accessNeeds: text(),
    dietaryNeeds: text(),
    /** Blank: nobody signs in with a password; a link or single sign-on still lets them in. */
    passwordHash: text(),
    createdAt: integer().notNull(),
    disabledAt: integer(),
    /** The account that took over this one's history, where one person had two. */
    mergedIntoId: text().references((): AnySQLiteColumn => people.id),
    /** When everything that tells who this was was taken out; the row stays so that counts stay. */
    erasedAt: integer(),
  },
  (table) => [
    uniqueIndex("people_by_email").on(sql`lower(${table.email})`),
    index("people_by_agency").on(table.agencyId, table.roleGroupId),
    index("people_by_name").on(sql`lower(${table.name})`),
    index("people_by_line_manager").on(sql`lower(${table.lineManagerEmail})`),
    index("people_awaiting_their_agency")
      .on(table.createdAt)
      .where(sql`${table.agencyStanding} <> 'confirmed'`),
    index("people_who_left").on(table.disabledAt).where(sql`${table.disabledAt} is not null`),
    check(
      "people_are_disabled_when_merged",
      sql`${table.mergedIntoId} is null or ${table.disabledAt} is not null`,
    ),
    check(
      "people_are_disabled_when_erased",
      sql`${table.erasedAt} is null or ${table.disabledAt} is not null`,
    ),
  ],
);

export const roleGrants = sqliteTable(
  "role_grants",
  {
    personId: text()
      .notNull()
      .references(() => people.id),
    role: text({ enum: grantedRoles }).notNull(),
    grantedAt: integer().notNull(),
    grantedBy: text(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.role] })],
);
