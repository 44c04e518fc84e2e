// Who did what to whom, when and from which screen. Append-only: triggers refuse update and delete.
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const auditEntries = sqliteTable(
  "audit_entries",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    actorKind: text({ enum: ["person", "system", "stranger"] }).notNull(),
    actorPersonId: text(),
    action: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: text().notNull(),
    /** The person the entry is about, where there is one. */
    aboutPersonId: text(),
    screen: text().notNull(),
    detail: text({ mode: "json" }).$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    index("audit_entries_by_subject").on(table.subjectKind, table.subjectId, table.at),
    index("audit_entries_by_person").on(table.aboutPersonId, table.at),
    index("audit_entries_by_action").on(table.action, table.at),
    index("audit_entries_by_time").on(table.at),
    index("audit_entries_by_actor").on(table.actorPersonId, table.at),
  ],
);
