// Opens the database the one way it may be opened, and runs transactions the one way they may run.
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import * as schema from "./schema";

/** Opens a database file with every setting that durability rests on. */
export function openDatabase(path: string) {
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
  const sqlite = new Database(path);
  sqlite.pragma("journal_mode = WAL");
  // better-sqlite3 falls back to NORMAL in WAL mode unless told otherwise on each open: a power cut could lose bookings.
  sqlite.pragma("synchronous = FULL");
  sqlite.pragma("foreign_keys = ON");
  sqlite.pragma("busy_timeout = 5000");
  // Without it a REPLACE deletes rows past the triggers that keep history append-only.
  sqlite.pragma("recursive_triggers = ON");
  // What is erased or has been kept long enough leaves the file as well as its tables.
  sqlite.pragma("secure_delete = ON");
  return drizzle(sqlite, { schema, casing: "snake_case" });
}

export type Db = ReturnType<typeof openDatabase>;

/**
 * Runs `work` in one IMMEDIATE transaction: the write lock is taken before anything is read, so what a command
 * decides on cannot change under it. Called inside another transaction it joins that one. All or nothing.
 * @throws Error if `work` returns a promise: an awaited step would run outside the transaction.
 */
export function transact<T>(db: Db, work: () => T): T {
  const run = () => {
    const result = work();
    if (result instanceof Promise) throw new Error("A transaction must not await anything.");
    return result;
  };
  if (db.$client.inTransaction) return run();
  return immediately(db)(run) as T;
}

// One for each database: better-sqlite3 makes four functions for every one it is handed.
const immediately = prepared((db) => db.$client.transaction((work: () => unknown) => work()).immediate);

/**
 * Builds a query once per database and keeps it: building one costs more than running it.
 * Use at module level: `const personById = prepared((db) => db.select()…prepare())`, then `personById(db).get({ id })`.
 */
export function prepared<Query>(build: (db: Db) => Query): (db: Db) => Query {
  const kept = new WeakMap<Db, Query>();
  return (db) => {
    let query = kept.get(db);
    if (query === undefined) {
      query = build(db);
      kept.set(db, query);
    }
    return query;
  };
}
