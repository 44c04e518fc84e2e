// What the set-up tests share: the file, the settings, the first admin, and a database opened and closed again.
import { join } from "node:path";
import { type Db, openDatabase } from "db/client";
import { setUpCommand } from "db/set-up/command";
import { readPlan } from "db/set-up/plan";
import { onTestFinished } from "vitest";

export const file = join(process.cwd(), "db", "set-up", "blackpool.json");
export const env = (path: string): NodeJS.ProcessEnv => ({
  NODE_ENV: "test",
  DATABASE_PATH: path,
  PUBLIC_URL: "https://training.example.org",
});
export const admin = ["--admin", "Ada Adminson <ada@care-board.example.org>"];
export const answer = (path: string, ...words: string[]) => setUpCommand(words, env(path));

export function opened(path: string): Db {
  const db = openDatabase(path);
  onTestFinished(() => {
    db.$client.close();
  });
  return db;
}

export function planOf(given: unknown) {
  const plan = readPlan(JSON.stringify(given));
  if (!plan.ok) throw new Error(plan.reason);
  return plan.value;
}
