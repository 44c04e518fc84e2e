// Two people of a list, and a way to take a list in.
import { people as kind } from "db/import/people";
import { type ImportReport, importText } from "db/import/run-import";
import { people } from "db/schema";
import { eq } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { World } from "../support/world";

export const jo =
  "Jo Bloggs,jo@police.example.org,Police,Front line,Night team,Sergeant,boss@police.example.org,";
export const sam = "Sam Left,sam@health.example.org,Health,,,,,2026-05-05";

export function imported(ctx: Context, text: string, dryRun = false): ImportReport {
  const result = importText(kind, ctx, text, { source: "staff.csv", dryRun });
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

export const personAt = ({ db }: World, email: string) =>
  db.select().from(people).where(eq(people.email, email)).get();
