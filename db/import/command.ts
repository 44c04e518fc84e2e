// `npm run import` from its words to what it prints: finds the kind, the file and the database, and names what is amiss.
import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import Database from "better-sqlite3";
import { type Context, system } from "~/domain/context";
import { readSettings, UnusableSettings } from "~/settings.server";
import { systemClock } from "~/shared/clock";
import { counted } from "~/shared/format";
import { systemIds } from "~/shared/ids";
import { type Result, refused } from "~/shared/result";
import { openDatabase } from "../client";
import { missingMigrations } from "../migrations";
import { bookings } from "./bookings";
import { openFile } from "./open-file";
import { people } from "./people";
import { practiceMeasures } from "./practice-measures";
import { programme } from "./programme";
import { reportLines } from "./report-lines";
import { type ImportReport, type ImportRun, importText } from "./run-import";

type Import = (ctx: Context, text: string, run: ImportRun) => Result<ImportReport, string>;

const kinds = new Map<string, Import>([
  ["programme", (ctx, text, run) => importText(programme, ctx, text, run)],
  ["practice-measures", (ctx, text, run) => importText(practiceMeasures, ctx, text, run)],
  ["people", (ctx, text, run) => importText(people, ctx, text, run)],
  ["bookings", (ctx, text, run) => importText(bookings, ctx, text, run)],
]);

const usage = `Usage: npm run import -- KIND FILE.csv [--dry-run]\nKinds: ${[...kinds.keys()].join(", ")}`;

/** What to print where, and the exit code. */
export type Printed = { out: string; err: string; code: 0 | 1 };

/** Runs the import that the words name against the database that the environment names. */
export function importCommand(words: readonly string[], env: NodeJS.ProcessEnv): Printed {
  const outcome = withFaultsNamed(() => runImport(words, env));
  if (!outcome.ok) return { out: "", err: outcome.reason, code: 1 };
  return {
    out: reportLines(outcome.value).join("\n"),
    err: "",
    code: outcome.value.refused.length > 0 ? 1 : 0,
  };
}

function runImport(words: readonly string[], env: NodeJS.ProcessEnv): Result<ImportReport, string> {
  const dryRun = words.includes("--dry-run");
  const [kind = "", file = "", ...more] = words.filter((word) => word !== "--dry-run");
  const importInto = kinds.get(kind);
  if (!importInto || file === "" || file.startsWith("-") || more.length > 0) return refused(usage);

  const { databasePath } = readSettings(env);
  const text = openFile(resolve(file));
  if (!text.ok) return text;
  // Opening would make an empty database where there is none.
  if (!existsSync(databasePath)) {
    return refused(`There is no database at ${databasePath}. Run \`npm run db:migrate\` first.`);
  }
  const db = openDatabase(databasePath);
  try {
    const missing = missingMigrations(db);
    if (missing > 0) {
      return refused(
        `${databasePath} lacks ${counted(missing, "migration")}. Run \`npm run db:migrate\` first.`,
      );
    }
    const ctx: Context = {
      db,
      clock: systemClock,
      ids: systemIds,
      actor: system,
      screen: `npm run import -- ${kind}`,
    };
    const report = importInto(ctx, text.value, { source: basename(file), dryRun });
    return report.ok ? report : refused(`${file}: ${report.reason}`);
  } finally {
    db.$client.close();
  }
}

/** Names the faults that are no mistake in the code: settings, and a database that cannot be used just now. */
function withFaultsNamed<Value>(run: () => Result<Value, string>): Result<Value, string> {
  try {
    return run();
  } catch (error) {
    if (error instanceof UnusableSettings) return refused(error.message);
    if (error instanceof Database.SqliteError) {
      return refused(`The database could not be used (${error.message}). Nothing was written.`);
    }
    throw error;
  }
}
