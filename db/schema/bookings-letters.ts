// What coordinators and trainers wrote to those on a session, before or after it.
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { sessions } from "./sessions";

export const noteAudiences = ["booked", "waiting", "attended", "did not attend", "trainers"] as const;

export const sessionNotes = sqliteTable(
  "session_notes",
  {
    id: text().primaryKey(),
    sessionId: text()
      .notNull()
      .references(() => sessions.id),
    audience: text({ enum: noteAudiences }).notNull(),
    subject: text().notNull(),
    /** Markdown. */
    body: text().notNull(),
    /** How many it went to. */
    people: integer().notNull(),
    sentAt: integer().notNull(),
    sentBy: text().notNull(),
  },
  (table) => [index("session_notes_by_session").on(table.sessionId, table.sentAt)],
);
