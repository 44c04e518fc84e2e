// `npm run jobs -- --once [--now ISO]`: runs everything that is due, once.
import { parseArgs } from "node:util";
import { readSettings } from "~/settings.server";
import { fixedClock, systemClock } from "~/shared/clock";
import { systemIds } from "~/shared/ids";
import { runDue } from "~/worker.server";
import { openDatabase } from "./client";
import { missingMigrations } from "./migrations";

const usage = "Use: npm run jobs -- --once [--now 2026-11-24T09:30:00Z]";

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { once: { type: "boolean" }, now: { type: "string" } } });
  if (!values.once) throw new Error(usage);
  const settings = readSettings(process.env);
  if (values.now !== undefined && settings.production)
    throw new Error("--now is only for outside production.");
  const now = values.now === undefined ? null : Date.parse(values.now);
  if (now !== null && Number.isNaN(now))
    throw new Error(`--now is not a date and time: ${values.now}. ${usage}`);

  const db = openDatabase(settings.databasePath);
  try {
    if (missingMigrations(db) > 0) throw new Error("The database lacks migrations. Run: npm run db:migrate");
    const clock = now === null ? systemClock : fixedClock(now);
    // All letters that are due leave: nobody takes a second turn.
    const done = await runDue({ db, clock, ids: systemIds, settings, lettersAtMost: Infinity });
    console.log(
      [
        `${done.offersEnded} offers ended`,
        `${done.approvalsEnded} approvals ended without an answer`,
        `${done.waitingEnded} people told that no place came free`,
        `${done.holdsReleased} held places released`,
        `${done.placesOffered} places offered besides`,
        `${done.warnings} warnings of low numbers`,
        `${done.certificatesGiven} certificates given`,
        `${done.evaluationsAsked + done.evaluationsAskedAgain} letters asking for an evaluation`,
        `${done.renewalsAsked} letters about renewal`,
        `${done.corrections} sessions told of another name or place`,
        `${done.reminders + done.teachingReminders} reminders`,
        `${done.weeklyDigests} weekly digests`,
        `${done.offerNews} letters with news of the offer`,
        `figures of ${done.figuresWorkedOut} sessions worked out`,
        `${done.messagesSent} messages sent`,
        `${done.recordsEnded} records ended that had been kept long enough`,
      ].join(", "),
    );
  } finally {
    db.$client.close();
  }
}

main().catch((problem: unknown) => {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exit(1);
});
