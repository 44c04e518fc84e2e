// `npm run backup -- FILE`: a consistent, checked copy of the database while the service goes on using it.
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { readSettings, UnusableSettings } from "~/settings.server";
import { counted, wholeNumber } from "~/shared/format";

/** A copy cannot be made or used; the message says why and what to do. */
export class CannotCopy extends Error {}

/** Rows by table, in the order of the tables' names. */
export type Counts = Map<string, number>;

/**
 * Copies the database at `from` to the new file `to`, as it stands at one instant, and checks the copy. Whoever is
 * writing goes on writing: what they commit later is not in it. The file appears only once it is whole.
 * @throws CannotCopy
 */
export function backUp(from: string, to: string): { counts: Counts; bytes: number } {
  if (!existsSync(from)) throw new CannotCopy(`There is no database at ${from}. Check DATABASE_PATH.`);
  if (existsSync(to)) {
    throw new CannotCopy(`${to} is there already, and a backup never overwrites. Choose another name.`);
  }
  if (!existsSync(dirname(resolve(to))))
    throw new CannotCopy(`There is no folder ${dirname(to)}. Make it first.`);

  const part = `${to}.part`;
  try {
    copyWhole(from, part);
    const counts = checkedCounts(part);
    keepForGood(part, to);
    return { counts, bytes: statSync(to).size };
  } finally {
    rmSync(part, { force: true });
  }
}

/**
 * Writes what one reading of the database sees into a new file of its own. The library's own backup() would begin
 * again whenever another connection writes; this never does.
 */
export function copyWhole(from: string, to: string): void {
  rmSync(to, { force: true });
  // Made before anything is in it, so that nobody else can read it at any moment: it is full of people.
  closeSync(openSync(to, "wx", 0o600));
  const source = openToRead(from);
  try {
    source.prepare("vacuum into ?").run(to);
  } catch (problem) {
    throw new CannotCopy(`${from} cannot be copied: ${wordsOf(problem)}.`);
  } finally {
    source.close();
  }
}

/** Opens an existing database without changing it. @throws CannotCopy */
export function openToRead(path: string): Database.Database {
  try {
    return new Database(path, { readonly: true, fileMustExist: true, timeout: 5_000 });
  } catch (problem) {
    throw new CannotCopy(`${path} cannot be opened: ${wordsOf(problem)}.`);
  }
}

/** The counts of a database that is whole and in which every reference holds. @throws CannotCopy */
export function checkedCounts(path: string): Counts {
  const db = openToRead(path);
  try {
    const damage = db.pragma("integrity_check(5)") as { integrity_check: string }[];
    if (damage.some((row) => row.integrity_check !== "ok")) {
      throw new CannotCopy(`${path} is damaged: ${damage.map((row) => row.integrity_check).join("; ")}.`);
    }
    const broken = db.pragma("foreign_key_check") as { table: string }[];
    if (broken.length > 0) {
      const tables = [...new Set(broken.map((row) => row.table))].join(", ");
      throw new CannotCopy(`${path} has ${counted(broken.length, "broken reference")}, in: ${tables}.`);
    }
    return countRows(db);
  } catch (problem) {
    if (problem instanceof Database.SqliteError) {
      throw new CannotCopy(`${path} is not a database that can be read: ${wordsOf(problem)}.`);
    }
    throw problem;
  } finally {
    db.close();
  }
}

export function countRows(db: Database.Database): Counts {
  const tables = db
    .prepare<[], { name: string }>(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite~_%' escape '~' order by name",
    )
    .all();
  return new Map(
    tables.map(({ name }) => {
      const quoted = name.replaceAll('"', '""');
      const row = db.prepare<[], { n: number }>(`select count(*) as n from "${quoted}"`).get();
      return [name, row?.n ?? 0];
    }),
  );
}

/** Makes sure that the bytes are on the disk before the file gets its name. */
export function keepForGood(part: string, path: string): void {
  sync(part, "r+");
  renameSync(part, path);
  // Windows cannot open a folder; its renames need no such help.
  if (process.platform !== "win32") sync(dirname(resolve(path)), "r");
}

function sync(path: string, mode: string): void {
  const file = openSync(path, mode);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

export const wordsOf = (problem: unknown) => (problem instanceof Error ? problem.message : String(problem));

/** Runs a command of one file name, and turns what can go wrong into words and an exit code. */
export function runWithFile(usage: string, command: (file: string) => string[]): void {
  try {
    const [file, ...more] = process.argv.slice(2);
    if (!file || file.startsWith("-") || more.length > 0) throw new CannotCopy(usage);
    console.log(command(file).join("\n"));
  } catch (problem) {
    // What has a code comes from the disk or from SQLite; anything else is a fault here and shows where.
    const expected =
      problem instanceof CannotCopy ||
      problem instanceof UnusableSettings ||
      (problem instanceof Error && "code" in problem);
    console.error(expected ? wordsOf(problem) : problem);
    process.exitCode = 1;
  }
}

/** True in the file that Node was started with. */
export const isStartedHere = (url: string) =>
  process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(url);

if (isStartedHere(import.meta.url)) {
  runWithFile("Use: npm run backup -- FILE", (file) => {
    const { databasePath } = readSettings(process.env);
    const { counts, bytes } = backUp(databasePath, file);
    const longest = Math.max(...[...counts.keys()].map((table) => table.length));
    return [
      `${databasePath} is copied to ${file} (${wholeNumber(Math.ceil(bytes / 1024))} kB). The copy is whole; every reference holds.`,
      ...[...counts].map(([table, n]) => `  ${table.padEnd(longest)}  ${wholeNumber(n).padStart(9)}`),
    ];
  });
}
