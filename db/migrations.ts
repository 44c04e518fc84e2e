// Applies the migrations in db/migrations, and tells whether any are missing.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import type { Db } from "./client";

const folder = join(process.cwd(), "db", "migrations");

/**
 * Brings the database to the newest schema. Foreign keys are off while tables are rebuilt (SQLite would otherwise
 * delete child rows with the old table) and every reference is checked before the work counts as done.
 * @throws Error naming the tables whose references no longer hold.
 */
export function migrateToLatest(db: Db): void {
  const sqlite = db.$client;
  sqlite.pragma("foreign_keys = OFF");
  try {
    migrate(db, { migrationsFolder: folder });
  } finally {
    sqlite.pragma("foreign_keys = ON");
  }
  const broken = sqlite.pragma("foreign_key_check") as { table: string }[];
  if (broken.length > 0) {
    throw new Error(`References are broken in: ${[...new Set(broken.map((row) => row.table))].join(", ")}`);
  }
}

/** How many migrations the code has that this database has not had. */
export function missingMigrations(db: Db): number {
  const journalPath = join(folder, "meta", "_journal.json");
  if (!existsSync(journalPath)) throw new Error(`No migrations at ${folder}: run from the project's folder.`);
  const journal = JSON.parse(readFileSync(journalPath, "utf8")) as { entries: unknown[] };
  const table = db.$client
    .prepare("select name from sqlite_master where type = 'table' and name = '__drizzle_migrations'")
    .get();
  if (!table) return journal.entries.length;
  const applied = db.$client.prepare("select count(*) as n from __drizzle_migrations").get() as { n: number };
  return Math.max(0, journal.entries.length - applied.n);
}
