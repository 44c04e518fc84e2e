// `npm run set-up` from its words to what it prints: finds the file and the database, and names what is amiss.
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import Database from "better-sqlite3";
import { ownDetails, workAddress } from "~/domain/accounts/accounts";
import { type FirstAdmin, readPartnership, type SetUpRefusal } from "~/domain/accounts/accounts.server";
import { type Context, system } from "~/domain/context";
import { readSettings, UnusableSettings } from "~/settings.server";
import { systemClock } from "~/shared/clock";
import { counted } from "~/shared/format";
import { systemIds } from "~/shared/ids";
import { done, type Result, refused } from "~/shared/result";
import { openDatabase } from "../client";
import { missingMigrations } from "../migrations";
import { type Plan, readPlan } from "./plan";
import { setUp } from "./set-up";

const usage = `Usage: npm run set-up -- FILE.json --admin "NAME <ADDRESS>" [--agency "NAME"]
FILE.json: the partnership's file; db/set-up/blackpool.json shows what stands in one
--agency: the admin's agency, as in the file; needed where their address does not tell it`;

/** Sets up the database that the environment names from the file that the words name; everything fails or nothing. */
export function setUpCommand(words: readonly string[], env: NodeJS.ProcessEnv): Result<string, string> {
  try {
    return run(words, env);
  } catch (error) {
    if (error instanceof UnusableSettings) return refused(error.message);
    if (error instanceof Database.SqliteError)
      return refused(`The database could not be used (${error.message}). Nothing was written.`);
    throw error;
  }
}

function run(words: readonly string[], env: NodeJS.ProcessEnv): Result<string, string> {
  const asked = readWords(words);
  if (!asked.ok) return asked;
  const { file, admin } = asked.value;
  const { databasePath, publicUrl } = readSettings(env);
  const plan = readPlanFile(file);
  if (!plan.ok) return plan;
  // Opening would make an empty database where there is none.
  if (!existsSync(databasePath))
    return refused(`There is no database at ${databasePath}. Run \`npm run db:migrate\` first.`);
  const db = openDatabase(databasePath);
  try {
    const missing = missingMigrations(db);
    if (missing > 0) {
      return refused(
        `${databasePath} lacks ${counted(missing, "migration")}. Run \`npm run db:migrate\` first.`,
      );
    }
    const ctx: Context = { db, clock: systemClock, ids: systemIds, actor: system, screen: "npm run set-up" };
    const outcome = setUp(ctx, plan.value, admin);
    if (!outcome.ok) return refused(refusalWords(outcome.reason, databasePath));
    return done(
      report(plan.value, admin, { databasePath, publicUrl, roles: readPartnership(ctx).secondFactorRoles }),
    );
  } finally {
    db.$client.close();
  }
}

/** The words up to the next option. */
function after(words: readonly string[], option: string): string[] | null {
  const at = words.indexOf(option);
  if (at === -1) return null;
  const rest = words.slice(at + 1);
  const end = rest.findIndex((word) => word.startsWith("--"));
  return end === -1 ? rest : rest.slice(0, end);
}

function readWords(words: readonly string[]): Result<{ file: string; admin: FirstAdmin }, string> {
  const [file = ""] = words;
  const options = words.filter((word) => word.startsWith("--"));
  const admin = after(words, "--admin");
  const agency = after(words, "--agency")?.join(" ") ?? null;
  const unknown = options.some((option) => option !== "--admin" && option !== "--agency");
  if (
    file === "" ||
    file.startsWith("-") ||
    words[1]?.startsWith("--") !== true ||
    unknown ||
    !admin ||
    agency === ""
  )
    return refused(usage);
  // With the brackets of a letter's heading or without; the address comes last.
  const [, name = "", address = ""] = /^(.*?)\s*<?([^\s<>]*)>?$/.exec(admin.join(" ").trim()) ?? [];
  const email = workAddress.safeParse(address);
  if (!email.success) return refused(`"${address}" is not an email address. ${usage}`);
  const named = ownDetails.shape.name.safeParse(name);
  if (!named.success) return refused(`The admin has no name, or a very long one. ${usage}`);
  return done({ file: resolve(file), admin: { name: named.data, email: email.data, agency } });
}

function readPlanFile(path: string): Result<Plan, string> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    return refused(
      error.code === "ENOENT"
        ? `There is no file ${path}. Check its name and folder.`
        : `${path} cannot be read (${error.code}). Check its name, and that you may open it.`,
    );
  }
  const plan = readPlan(text);
  return plan.ok ? plan : refused(`${path} cannot be used:\n${plan.reason}\nNothing was written.`);
}

function refusalWords(refusal: SetUpRefusal, databasePath: string): string {
  switch (refusal.kind) {
    case "already set up":
      return `${databasePath} is set up already. Nothing was written: change it on the admin pages.`;
    case "agency not told":
      return `The admin's address does not tell their agency. Add --agency with one of these:\n${refusal.choices.map((name) => `  ${name}`).join("\n")}`;
  }
}

function report(
  plan: Plan,
  admin: FirstAdmin,
  at: { databasePath: string; publicUrl: string; roles: readonly string[] },
): string {
  const counts = [
    counted(plan.boards.length, "board"),
    counted(plan.strategicDeliveryGroups.length, "strategic delivery group"),
    counted(plan.agencies.length, "agency", "agencies"),
    counted(plan.roleGroups.length, "kind of work", "kinds of work"),
    counted(plan.courses.length, "course"),
    counted(plan.venues.length, "venue"),
  ];
  return [
    `${at.databasePath} is set up for ${plan.partnership.name}: ${counts.join(", ")}.`,
    `The first admin is ${admin.name}, ${admin.email}. They have no password: they sign in with a link by email at`,
    `  ${at.publicUrl}/sign-in/link`,
    ...(at.roles.includes("admin") ? ["They are asked to set up a second factor when they do."] : []),
  ].join("\n");
}
