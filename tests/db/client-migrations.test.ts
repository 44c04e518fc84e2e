// Migrations keep every reference, and history that is written once stays as it was written.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "db/client";
import { migrateToLatest, missingMigrations } from "db/migrations";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { makeWorld } from "../support/world";

const known = (
  JSON.parse(readFileSync("db/migrations/meta/_journal.json", "utf8")) as { entries: { when: number }[] }
).entries;

afterEach(() => {
  vi.restoreAllMocks();
  vi.resetModules();
});

/** The migrations as they are and one more, run from a folder of their own. */
async function migrationsWith(statements: string[]) {
  const folder = mkdtempSync(join(tmpdir(), "offer-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const migrations = join(folder, "db", "migrations");
  cpSync("db/migrations", migrations, { recursive: true });
  const journalPath = join(migrations, "meta", "_journal.json");
  const journal = JSON.parse(readFileSync(journalPath, "utf8")) as { entries: object[] };
  const when = Math.max(...known.map((entry) => entry.when)) + 1;
  journal.entries.push({ idx: known.length, version: "6", when, tag: "9999_one_more", breakpoints: true });
  writeFileSync(journalPath, JSON.stringify(journal));
  writeFileSync(join(migrations, "9999_one_more.sql"), statements.join("\n--> statement-breakpoint\n"));
  vi.spyOn(process, "cwd").mockReturnValue(folder);
  vi.resetModules();
  return await import("db/migrations");
}

test("a new database lacks every migration, and none once it is migrated; again changes nothing", () => {
  const db = openDatabase(":memory:");
  onTestFinished(() => {
    db.$client.close();
  });
  expect(missingMigrations(db)).toBe(known.length);
  migrateToLatest(db);
  expect(missingMigrations(db)).toBe(0);
  migrateToLatest(db);
  expect(missingMigrations(db)).toBe(0);
  expect(db.$client.pragma("foreign_keys", { simple: true })).toBe(1);
});

test("a table that is rebuilt by a migration keeps the rows that refer to it, and references are enforced afterwards", async () => {
  const world = makeWorld();
  const booking = world.book(world.session(), world.person());
  const client = world.db.$client;
  const rebuilt = await migrationsWith([
    "CREATE TABLE `new_agencies` (`id` text PRIMARY KEY NOT NULL, `name` text NOT NULL UNIQUE, `sector` text NOT NULL, `note` text);",
    "INSERT INTO `new_agencies` (`id`, `name`, `sector`) SELECT `id`, `name`, `sector` FROM `agencies`;",
    "DROP TABLE `agencies`;",
    "ALTER TABLE `new_agencies` RENAME TO `agencies`;",
  ]);
  expect(rebuilt.missingMigrations(world.db)).toBe(1);
  rebuilt.migrateToLatest(world.db);

  expect(client.pragma("foreign_keys", { simple: true })).toBe(1);
  expect(client.pragma("foreign_key_check")).toEqual([]);
  expect(client.prepare("select count(*) from bookings where id = ?").pluck().get(booking)).toBe(1);
  expect(client.prepare("select count(*) from people where agency_id = 'police'").pluck().get()).toBe(2);
  expect(() => client.prepare("delete from agencies where id = 'police'").run()).toThrow(/FOREIGN KEY/);
});

test("a migration that leaves a reference hanging is an error that names the table, and enforcement is back on", async () => {
  const world = makeWorld();
  const broken = await migrationsWith(["DELETE FROM `agencies`;"]);
  expect(() => broken.migrateToLatest(world.db)).toThrow(/References are broken in: .*people/);
  expect(world.db.$client.pragma("foreign_keys", { simple: true })).toBe(1);
});

test.each(["audit_entries", "booking_changes"])("%s cannot be changed, deleted or replaced", (table) => {
  const world = makeWorld();
  world.book(world.session(), world.person());
  const { $client } = world.db;
  const rows = () => $client.prepare(`select * from ${table}`).all();
  const before = rows();
  expect(before.length).toBeGreaterThan(0);
  expect(() => $client.prepare(`update ${table} set at = 0`).run()).toThrow(/append-only/);
  expect(() => $client.prepare(`delete from ${table}`).run()).toThrow(/append-only/);
  expect(() => $client.prepare(`replace into ${table} select * from ${table}`).run()).toThrow(/append-only/);
  expect(rows()).toEqual(before);
});
