// Whether the service is well, for whatever watches it: 200 when everything is, 503 naming what is not.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { missingMigrations } from "db/migrations";
import { lastTurns } from "~/domain/notifications/notifications.server";
import { minutes } from "~/shared/clock";
import { counted } from "~/shared/format";
import { enter, type Visit } from "~/web/enter.server";

export const handle = { access: "public" } as const;

/** The worker turns every few seconds; two minutes of silence is not one slow turn. */
const longestSilence = minutes(2);

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const problems: string[] = [];
    const well = (problem: string | null) => {
      if (problem !== null) problems.push(problem);
      return problem === null;
    };
    const database = well(databaseProblem(visit));
    // Null: not known, as what it would be read from is not there.
    const migrations = database ? well(migrationsProblem(visit)) : null;
    const worker = migrations ? well(workerProblem(visit)) : null;
    const ok = problems.length === 0;
    return Response.json(
      { ok, database, migrations, worker, problems },
      { status: ok ? 200 : 503, headers: { "Cache-Control": "no-store" } },
    );
  });

function databaseProblem({ db }: Visit): string | null {
  try {
    db.$client.prepare("select 1").get();
    return null;
  } catch (problem) {
    console.error("The database does not answer:", problem);
    return "The database does not answer.";
  }
}

function migrationsProblem({ db }: Visit): string | null {
  const missing = missingMigrations(db);
  return missing === 0 ? null : `${counted(missing, "migration")} missing.`;
}

function workerProblem({ db, clock }: Visit): string | null {
  const last = lastTurns({ db }).find((turn) => turn.task === "worker");
  if (!last) return "The worker has never turned.";
  return clock.now() - last.at <= longestSilence ? null : "The worker has not turned for over 2 minutes.";
}
