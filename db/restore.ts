// `npm run restore -- FILE`: puts a checked copy in the place of the database; what was there is kept beside it.
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join, resolve } from "node:path";
import Database from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { system } from "~/domain/context";
import { reapplyErasures, type Tombstone } from "~/domain/personal-data/personal-data.server";
import { readSettings } from "~/settings.server";
import { fixedClock } from "~/shared/clock";
import { counted, wholeNumber } from "~/shared/format";
import { systemIds } from "~/shared/ids";
import {
  CannotCopy,
  type Counts,
  checkedCounts,
  copyWhole,
  countRows,
  isStartedHere,
  keepForGood,
  openToRead,
  runWithFile,
  wordsOf,
} from "./backup";
import { openDatabase } from "./client";

export type Restored = {
  /** Null where there was no database before, or none that could be read. */
  before: Counts | null;
  after: Counts;
  /** Where the database from before is kept. */
  keptAt: string | null;
  /** How many people who had been erased since were erased again; null where nobody can tell who had been. */
  erasedAgain: number | null;
};

/**
 * Replaces the database at `to` with a copy of the file `from`, after checking all of it. `from` stays as it is. Whoever
 * was erased since is erased in the copy, too, before it takes its place.
 * @throws CannotCopy, and then nothing has changed
 */
export function restore(from: string, to: string, at: Date): Restored {
  if (!existsSync(from)) throw new CannotCopy(`There is no file ${from}.`);
  if (resolve(from) === resolve(to))
    throw new CannotCopy(`${from} is the database itself. Name a backup of it.`);
  mustHaveOurMigrations(from);

  const part = `${to}.restoring`;
  try {
    copyWhole(from, part);
    const copied = checkedCounts(part);
    if (!existsSync(to)) {
      keepForGood(part, to);
      return { before: null, after: copied, keptAt: null, erasedAgain: null };
    }
    // Merely opening a file that is no database (any more) would remove the -wal file beside it.
    const readable = looksLikeDatabase(to);
    if (readable) mustBeIdle(to);
    const before = readable ? lastCounts(to) : null;
    const tombstones = readable ? readErasures(to) : null;
    const erasedAgain = tombstones && eraseAgain(part, tombstones, at);
    const after = erasedAgain === null ? copied : checkedCounts(part);
    const keptAt = `${to}.before-restore-${at.toISOString().replace(/[:.]/g, "-")}`;
    giveSameOwner(to, part);
    moveAside(to, keptAt);
    keepForGood(part, to);
    return { before, after, keptAt, erasedAgain };
  } finally {
    for (const ending of databaseFiles) rmSync(part + ending, { force: true });
  }
}

/** A file made by another version would lack tables or columns, or have some that nobody reads. @throws CannotCopy */
function mustHaveOurMigrations(path: string): void {
  const ours = readMigrationFiles({ migrationsFolder: join(process.cwd(), "db", "migrations") });
  const db = openToRead(path);
  try {
    const theirs = db
      .prepare<[], { hash: string }>("select hash from __drizzle_migrations order by created_at")
      .all()
      .map((row) => row.hash);
    const expected = ours.map((migration) => migration.hash);
    if (theirs.join() !== expected.join()) {
      throw new CannotCopy(
        `${path} was made by another version of this service: it has ${theirs.length} migrations, this version ${expected.length}, and they must be the same. Restore it with the version that made it.`,
      );
    }
  } catch (problem) {
    if (!(problem instanceof Database.SqliteError)) throw problem;
    throw new CannotCopy(`${path} is not a database of this service: ${wordsOf(problem)}.`);
  } finally {
    db.close();
  }
}

/**
 * Whether another connection has the database open. A database leaves WAL only for someone who has it alone; leaving
 * also folds what is in the -wal file into the database itself.
 * @throws SqliteError for a file that is not a database
 */
export function isOpenElsewhere(path: string): boolean {
  const db = new Database(path, { fileMustExist: true, timeout: 0 });
  try {
    db.pragma("journal_mode = DELETE");
    return false;
  } catch (problem) {
    if (problem instanceof Database.SqliteError && problem.code.startsWith("SQLITE_BUSY")) return true;
    throw problem;
  } finally {
    db.close();
  }
}

function looksLikeDatabase(path: string): boolean {
  const start = Buffer.alloc(16);
  const file = openSync(path, "r");
  try {
    readSync(file, start);
  } finally {
    closeSync(file);
  }
  return start.toString("latin1") === "SQLite format 3\0";
}

/** @throws CannotCopy while anyone has the database open: they would go on writing to the one that was moved away */
function mustBeIdle(path: string): void {
  try {
    if (!isOpenElsewhere(path)) return;
  } catch (problem) {
    // Being damaged is a reason to restore, not an obstacle.
    if (problem instanceof Database.SqliteError) return;
    throw problem;
  }
  throw new CannotCopy(`${path} is in use. Stop the service, and anything else that has it open, first.`);
}

/** What is about to be replaced; null if it is too damaged to be counted. */
function lastCounts(path: string): Counts | null {
  try {
    const db = openToRead(path);
    try {
      return countRows(db);
    } finally {
      db.close();
    }
  } catch (problem) {
    if (problem instanceof Database.SqliteError || problem instanceof CannotCopy) return null;
    throw problem;
  }
}

/** Who has been erased in the database that is about to be replaced; null if it is too damaged to say. */
function readErasures(path: string): Tombstone[] | null {
  try {
    const db = openToRead(path);
    try {
      return db
        .prepare<[], Tombstone>(
          `select person_id as "personId", erased_at as "erasedAt", reason, erased_by as "erasedBy" from erasures`,
        )
        .all();
    } finally {
      db.close();
    }
  } catch (problem) {
    if (problem instanceof Database.SqliteError || problem instanceof CannotCopy) return null;
    throw problem;
  }
}

/** Nothing of theirs is left in the file either: it is written anew without what was taken out. */
function eraseAgain(path: string, tombstones: Tombstone[], at: Date): number {
  const db = openDatabase(path);
  try {
    const clock = fixedClock(at.getTime());
    const ctx = { db, clock, ids: systemIds, actor: system, screen: "restore" };
    const count = reapplyErasures(ctx, tombstones);
    if (count > 0) db.$client.exec("vacuum");
    // One whole file again, so that it can be given its name.
    db.$client.pragma("journal_mode = DELETE");
    return count;
  } finally {
    db.$client.close();
  }
}

/** A restore by another account must not leave a file that the service may not open. */
function giveSameOwner(path: string, part: string): void {
  const { mode, uid, gid } = statSync(path);
  chmodSync(part, mode);
  if (process.getuid?.() === 0) chownSync(part, uid, gid);
}

/** The files of a database that is not whole belong together. */
const databaseFiles = ["", "-wal", "-shm"];

function moveAside(path: string, aside: string): void {
  for (const ending of databaseFiles) {
    if (existsSync(path + ending)) renameSync(path + ending, aside + ending);
  }
}

function countLines({ before, after }: Restored): string[] {
  const tables = [...new Set([...(before?.keys() ?? []), ...after.keys()])].sort();
  const longest = Math.max(...tables.map((table) => table.length));
  const cell = (counts: Counts | null, table: string) => {
    const n = counts?.get(table);
    return (n === undefined ? "–" : wholeNumber(n)).padStart(9);
  };
  return [
    `  ${"table".padEnd(longest)}  ${"before".padStart(9)}  ${"now".padStart(9)}`,
    ...tables.map((table) => `  ${table.padEnd(longest)}  ${cell(before, table)}  ${cell(after, table)}`),
  ];
}

function erasedInWords({ keptAt, erasedAgain }: Restored): string {
  if (erasedAgain !== null)
    return erasedAgain === 0
      ? "Nobody had been erased since that copy was made."
      : `${counted(erasedAgain, "person", "people")} had been erased since that copy was made, and ${erasedAgain === 1 ? "was" : "were"} erased again.`;
  const why = keptAt ? "What was there before could not be read" : "There is nothing to tell from";
  return `${why} whether anyone was erased since that copy was made. If so, erase them again.`;
}

if (isStartedHere(import.meta.url)) {
  runWithFile("Use: npm run restore -- FILE", (file) => {
    const { databasePath } = readSettings(process.env);
    const restored = restore(file, databasePath, new Date());
    return [
      `${databasePath} now holds what is in ${file}. It is whole; every reference holds.`,
      restored.keptAt
        ? `What was there before is kept at ${restored.keptAt}`
        : "There was no database there before.",
      erasedInWords(restored),
      ...countLines(restored),
    ];
  });
}
