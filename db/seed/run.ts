// The part of `npm run demo` that needs the service's own code: migrates the database, and fills it if it is empty.
import { existsSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import Database from "better-sqlite3";
import { readSettings } from "~/settings.server";
import { days } from "~/shared/clock";
import { counted, plainDateAt } from "~/shared/format";
import { CannotCopy, countRows, openToRead, wordsOf } from "../backup";
import { type Db, openDatabase } from "../client";
import { migrateToLatest } from "../migrations";
import { isOpenElsewhere } from "../restore";
import { seedDemonstration } from "./demonstration";
import { screen } from "./seeding";

class Refused extends Error {}

async function main(): Promise<string> {
  const { values } = parseArgs({ options: { reset: { type: "boolean" }, scale: { type: "string" } } });
  const { databasePath: path, production } = readSettings(process.env);
  if (production)
    throw new Refused("The demonstration is not for production: its passwords are known to everyone.");
  mustBeDemonstration(path);
  if (values.reset) remove(path);

  const db = openDatabase(path);
  try {
    migrateToLatest(db);
    const kept = !isEmpty(db);
    if (!kept) await seedDemonstration(db, { now: Date.now(), scale: Number(values.scale ?? 1) });
    return `${kept ? "Kept" : "Made"} ${path}: ${whatIsIn(db)}.${kept ? whatResetWouldDo(db, values.scale) : ""}`;
  } finally {
    db.$client.close();
  }
}

const isEmpty = (db: Db) => db.$client.prepare("select 1 from partnership").get() === undefined;

/** A database with real people in it is neither shown with known passwords nor removed. @throws Refused */
function mustBeDemonstration(path: string): void {
  if (!existsSync(path)) return;
  const db = openToRead(path);
  try {
    if (!countRows(db).get("people")) return;
    // Their addresses may have changed since; what the audit trail says of how they came cannot.
    const born = db.prepare(
      "select 1 from audit_entries where id = (select min(id) from audit_entries) and screen = ?",
    );
    if (born.get(screen)) return;
  } finally {
    db.close();
  }
  throw new Refused(`${path} holds people but not the demonstration's. Name another file in DATABASE_PATH.`);
}

function remove(path: string): void {
  if (existsSync(path) && isOpenElsewhere(path)) {
    throw new Refused(`${path} is in use: another demonstration is running. End that one first.`);
  }
  for (const ending of ["", "-wal", "-shm", "-journal"]) rmSync(path + ending, { force: true });
}

/** The situations of a demonstration are those of the day on which it was made. */
function whatResetWouldDo(db: Db, scale: string | undefined): string {
  const made =
    db.$client
      .prepare<string, { at: number | null }>("select max(at) as at from audit_entries where screen = ?")
      .get(screen)?.at ?? 0;
  const old = Date.now() - made > days(1);
  return [
    scale ? "\n  --scale takes effect together with --reset." : "",
    old ? `\n  It was made on ${plainDateAt(made)}; --reset makes one around today.` : "",
  ].join("");
}

function whatIsIn(db: Db): string {
  const counts = countRows(db.$client);
  const of = (table: string, one: string, many?: string) => counted(counts.get(table) ?? 0, one, many);
  return [
    of("people", "person", "people"),
    of("sessions", "session"),
    of("bookings", "booking"),
    of("responses", "response"),
  ].join(", ");
}

main().then(
  (line) => console.log(line),
  (problem: unknown) => {
    const expected =
      problem instanceof Refused || problem instanceof CannotCopy || problem instanceof Database.SqliteError;
    console.error(expected ? wordsOf(problem) : problem);
    process.exitCode = 1;
  },
);
