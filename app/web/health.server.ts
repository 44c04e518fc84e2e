// Whether the service is well: the database answers, no migration is missing, and the worker turns.
import { missingMigrations } from "db/migrations";
import type { Context } from "~/domain/context";
import { lastTurns } from "~/domain/notifications/notifications.server";
import { log } from "~/log.server";
import { minutes } from "~/shared/clock";
import { counted } from "~/shared/format";

type Reader = Pick<Context, "db" | "clock">;

/** The worker turns every few seconds; two minutes of silence is not one slow turn. */
const longestSilence = minutes(2);

export type Health = {
  ok: boolean;
  database: boolean;
  /** Null: not known, as what it would be read from is not there. */
  migrations: boolean | null;
  worker: boolean | null;
  /** What is not well, in words. */
  problems: string[];
};

export function healthOf(ctx: Reader): Health {
  const problems: string[] = [];
  const well = (problem: string | null) => {
    if (problem !== null) problems.push(problem);
    return problem === null;
  };
  const database = well(databaseProblem(ctx));
  const migrations = database ? well(migrationsProblem(ctx)) : null;
  const worker = migrations ? well(workerProblem(ctx)) : null;
  return { ok: problems.length === 0, database, migrations, worker, problems };
}

function databaseProblem({ db }: Reader): string | null {
  try {
    db.$client.prepare("select 1").get();
    return null;
  } catch (problem) {
    log.error({ problem }, "the database does not answer");
    return "The database does not answer.";
  }
}

function migrationsProblem({ db }: Reader): string | null {
  const missing = missingMigrations(db);
  return missing === 0 ? null : `${counted(missing, "migration")} missing.`;
}

/** When the worker last finished a turn. */
export const lastWorkerTurn = (ctx: Pick<Reader, "db">): number | null =>
  lastTurns(ctx).find((turn) => turn.task === "worker")?.at ?? null;

function workerProblem(ctx: Reader): string | null {
  const last = lastWorkerTurn(ctx);
  if (last === null) return "The worker has never turned.";
  return ctx.clock.now() - last <= longestSilence ? null : "The worker has not turned for over 2 minutes.";
}
