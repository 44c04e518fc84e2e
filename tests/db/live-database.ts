// A live database in a folder of its own, for the tests of backup and restore.
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { openDatabase } from "db/client";
import { inject, onTestFinished } from "vitest";

export let folder: string;
export let live: string;
/** Makes it anew; for the `beforeEach` of each file, since a hook that stands here would run for the first file only. */
export function freshLive() {
  folder = mkdtempSync(join(tmpdir(), "backup-test-"));
  live = join(folder, "live.db");
  copyFileSync(inject("migratedDatabase"), live);
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Opens the live database as the service does; closed when the test ends, if not before. */
export function openLive() {
  const { $client } = openDatabase(live);
  onTestFinished(() => {
    $client.close();
  });
  return $client;
}

export const addAgency = (db: Database.Database, name: string) =>
  db.prepare("insert into agencies (id, name, sector) values (?, ?, 'test')").run(name, name);

export function agenciesIn(path: string): string[] {
  const db = new Database(path, { readonly: true });
  try {
    return db
      .prepare<[], { name: string }>("select name from agencies order by name")
      .all()
      .map((row) => row.name);
  } finally {
    db.close();
  }
}
