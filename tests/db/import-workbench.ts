// What the import tests share: a migrated database of their own, a context, and a way to write CSV.
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Db, openDatabase } from "db/client";
import { practiceMeasures } from "db/import/practice-measures";
import { programme } from "db/import/programme";
import { type ImportReport, importText } from "db/import/run-import";
import { inject, onTestFinished } from "vitest";
import { type Actor, type Context, system } from "~/domain/context";
import { fixedClock } from "~/shared/clock";
import { countedIds } from "~/shared/ids";

/** An empty folder that is gone after the test. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "offer-import-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The path of a migrated database that only this test uses. */
export function ownDatabase(folder = ownFolder()): string {
  const path = join(folder, "test.db");
  copyFileSync(inject("migratedDatabase"), path);
  return path;
}

/** A context on a migrated database that only this test uses. */
export function ownContext(actor: Actor = system): Context {
  const db = openDatabase(ownDatabase());
  onTestFinished(() => {
    db.$client.close();
  });
  return {
    db,
    clock: fixedClock(Date.UTC(2026, 10, 2, 9)),
    ids: countedIds("import"),
    actor,
    screen: "test",
  };
}

const writtenTables = [
  "recorded_deliveries",
  "recorded_delivery_dates",
  "recorded_delivery_measures",
  "practice_measures",
  "practice_measure_points",
  "audit_entries",
];

/** Every row that an import could have written, by table. */
export const contents = (db: Db) =>
  Object.fromEntries(
    writtenTables.map((table) => [table, db.$client.prepare(`select * from ${table}`).all()]),
  );

/** How many rows each table that an import writes holds. */
export const rowCounts = (db: Db) =>
  Object.fromEntries(Object.entries(contents(db)).map(([table, rows]) => [table, rows.length]));

export const referencePath = (name: string) => join(process.cwd(), "db", "seed", "reference", name);
export const reference = (name: string) => readFileSync(referencePath(name), "utf8");

export const programmeHeader = "title,activity_type,audience,dates,attended,practice_measures,note";
export const peopleHeader = "name,email,agency,role_group,team,job_title,line_manager_email,left_on";
export const bookingsHeader = "course,date,email,outcome";
export const measuresHeader = "measure_no,measure,unit,period,target,outcome";

/** A file of these lines under the programme file's column names. */
export const programmeFile = (...lines: string[]) => `${[programmeHeader, ...lines].join("\n")}\n`;
export const peopleFile = (...lines: string[]) => `${[peopleHeader, ...lines].join("\n")}\n`;
export const bookingsFile = (...lines: string[]) => `${[bookingsHeader, ...lines].join("\n")}\n`;
export const measuresFile = (...lines: string[]) => `${[measuresHeader, ...lines].join("\n")}\n`;

/** Cells as a line of CSV, in quotation marks where they are needed or everywhere. */
export const csvLine = (cells: readonly string[], quoteAll = false) =>
  cells
    .map((cell) => (quoteAll || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(",");

/** Imports a text of either kind, which it tells by its first column, as the file "file.csv". */
export function imported(ctx: Context, text: string, dryRun = false): ImportReport {
  const run = { source: "file.csv", dryRun };
  const result = text.startsWith("measure_no")
    ? importText(practiceMeasures, ctx, text, run)
    : importText(programme, ctx, text, run);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}
