// Where learning comes from: reviews, audits, inspections.
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { boards } from "./accounts";

export const learningSourceKinds = sqliteTable("learning_source_kinds", {
  code: text().primaryKey(),
  name: text().notNull(),
  boardCode: text().references(() => boards.code),
});
