// One migrated database for the whole run; each test starts from a copy of it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "db/client";
import { migrateToLatest } from "db/migrations";
import type {} from "vitest";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    migratedDatabase: string;
  }
}

export default function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "offer-tests-"));
  const path = join(folder, "migrated.db");
  const db = openDatabase(path);
  migrateToLatest(db);
  db.$client.pragma("wal_checkpoint(TRUNCATE)");
  db.$client.close();
  project.provide("migratedDatabase", path);
  return () => rmSync(folder, { recursive: true, force: true });
}
