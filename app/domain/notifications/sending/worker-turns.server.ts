// When each background task last finished a turn, so that /health can tell a silent worker from an idle one.

import { prepared } from "db/client";
import { workerTurns } from "db/schema";
import { asc, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";

const noteTurn = prepared((db) =>
  db
    .insert(workerTurns)
    .values({ task: sql.placeholder("task"), at: sql.placeholder("at") })
    .onConflictDoUpdate({ target: workerTurns.task, set: { at: sql`excluded.at` } })
    .prepare(),
);

/** Notes that a task has just finished a turn. */
export function recordTurn(ctx: Context, task: string): void {
  noteTurn(ctx.db).run({ task, at: ctx.clock.now() });
}

const allTurns = prepared((db) => db.select().from(workerTurns).orderBy(asc(workerTurns.task)).prepare());

/** When each task last finished a turn, by the task's name. */
export const lastTurns = (ctx: Pick<Context, "db">): { task: string; at: number }[] => allTurns(ctx.db).all();
