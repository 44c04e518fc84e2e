// Releases of the impact report: drafted, commented on, signed off and from then on frozen.
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { people } from "./accounts";
import { practiceMeasures } from "./impact";

export const releaseStates = ["draft", "in review", "signed off", "withdrawn"] as const;

export const releases = sqliteTable(
  "releases",
  {
    id: text().primaryKey(),
    /** 1, 2, 3 …, given at sign-off. */
    number: integer(),
    title: text().notNull(),
    /** The first day and the day after the last. */
    from: text().notNull(),
    until: text().notNull(),
    state: text({ enum: releaseStates }).notNull(),
    draftedAt: integer().notNull(),
    draftedBy: text()
      .notNull()
      .references(() => people.id),
    /** When what it says was last frozen: on being sent for review, and again after each change. */
    frozenAt: integer(),
    /** What the figures were worked out from, and by which version of the method: nothing that points at a person. */
    inputs: text(),
    methodVersion: text(),
    /** The report as it is shown, worked out from the inputs. */
    figures: text(),
    signedOffAt: integer(),
    signedOffBy: text().references(() => people.id),
    /** Anyone may read it from then on. */
    publicAt: integer(),
    withdrawnAt: integer(),
    /** Why it was withdrawn, for those who come by its address. */
    withdrawnBecause: text(),
  },
  (table) => [
    uniqueIndex("releases_by_number").on(table.number).where(sql`${table.number} is not null`),
    index("releases_by_state").on(table.state),
    check(
      "releases_numbered_when_signed",
      sql`(${table.number} is null) = (${table.signedOffAt} is null)
        and (${table.signedOffAt} is null) = (${table.signedOffBy} is null)`,
    ),
    check(
      "releases_frozen_for_review",
      sql`${table.state} = 'draft' or (${table.inputs} is not null and ${table.figures} is not null and ${table.frozenAt} is not null)`,
    ),
    check("releases_public_once_signed", sql`${table.publicAt} is null or ${table.signedOffAt} is not null`),
  ],
);

/** Which parts besides the whole partnership a release tells of. */
export const releaseSlices = sqliteTable(
  "release_slices",
  {
    releaseId: text()
      .notNull()
      .references(() => releases.id),
    kind: text({ enum: ["board", "theme", "course", "agency"] }).notNull(),
    key: text().notNull(),
    position: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.releaseId, table.kind, table.key] })],
);

/** "So what?": what the partnership makes of the figures of one section. */
export const releaseNarratives = sqliteTable(
  "release_narratives",
  {
    releaseId: text()
      .notNull()
      .references(() => releases.id),
    section: text().notNull(),
    text: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.releaseId, table.section] })],
);

export const releaseComments = sqliteTable(
  "release_comments",
  {
    id: text().primaryKey(),
    releaseId: text()
      .notNull()
      .references(() => releases.id),
    section: text().notNull(),
    text: text().notNull(),
    writtenBy: text()
      .notNull()
      .references(() => people.id),
    writtenAt: integer().notNull(),
  },
  (table) => [index("release_comments_by_release").on(table.releaseId, table.writtenAt)],
);

/** From finding to decision to the next measurement. */
export const impactActions = sqliteTable(
  "impact_actions",
  {
    id: text().primaryKey(),
    releaseId: text()
      .notNull()
      .references(() => releases.id),
    position: integer().notNull(),
    finding: text().notNull(),
    action: text().notNull(),
    /** A role or a group, not a person's name. */
    owner: text().notNull(),
    dueOn: text().notNull(),
    /** The practice measure whose next point is to show whether it helped. */
    measureNumber: text().references(() => practiceMeasures.number),
    state: text({ enum: ["open", "done", "dropped"] })
      .notNull()
      .default("open"),
    closedAt: integer(),
    /** What came of it. */
    outcome: text(),
  },
  (table) => [
    index("impact_actions_by_release").on(table.releaseId, table.position),
    index("impact_actions_open").on(table.dueOn).where(sql`${table.state} = 'open'`),
    check("impact_actions_closed", sql`(${table.state} = 'open') = (${table.closedAt} is null)`),
  ],
);
