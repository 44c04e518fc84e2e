// Time that has to pass while a journey is walked: the server's clock is the real one, so time is brought to the data.
import { spawnSync } from "node:child_process";
import { openDatabase } from "db/client";
import { meetings, sessions } from "db/schema";
import { asc, eq } from "drizzle-orm";
import { expect, inject } from "vitest";
import { addDays } from "~/shared/civil-time";

/**
 * `npm run jobs -- --once --now …` on the server's database, as anyone may outside production: everything that will be
 * due so many minutes from now is done. Others walk here too, so keep it short of what they wait for.
 */
export function runJobsIn(minutes: number): string {
  const { RESEND_API_KEY: _neverForReal, VITEST: _vitest, SECRET: _secret, ...inherited } = process.env;
  const now = new Date(Date.now() + minutes * 60_000).toISOString();
  const done = spawnSync(process.execPath, ["--import", "tsx", "db/jobs.ts", "--once", "--now", now], {
    env: {
      ...inherited,
      NODE_ENV: "development",
      DEMO: "1",
      PUBLIC_URL: inject("baseUrl"),
      DATABASE_PATH: inject("databasePath"),
    },
    encoding: "utf8",
  });
  expect(done.status, done.stderr).toBe(0);
  return done.stdout;
}

const day = 24 * 60 * 60 * 1000;

/** A night passes for this session alone: all its meetings are a day nearer. No clock change is near enough to matter. */
export function letANightPass(session: string): void {
  const id = session.split("/").at(-1) ?? "";
  const db = openDatabase(inject("databasePath"));
  try {
    db.transaction((change) => {
      const held = change
        .select()
        .from(meetings)
        .where(eq(meetings.sessionId, id))
        .orderBy(asc(meetings.number));
      for (const meeting of held.all()) {
        change
          .update(meetings)
          .set({
            date: addDays(meeting.date, -1),
            startsAt: meeting.startsAt - day,
            endsAt: meeting.endsAt - day,
          })
          .where(eq(meetings.id, meeting.id))
          .run();
      }
      const of = change.select().from(sessions).where(eq(sessions.id, id)).get();
      if (!of) throw new Error(`There is no session ${id}.`);
      change
        .update(sessions)
        .set({
          startsAt: of.startsAt - day,
          endsAt: of.endsAt - day,
          bookingClosesAt: of.bookingClosesAt - day,
        })
        .where(eq(sessions.id, id))
        .run();
    });
  } finally {
    db.$client.close();
  }
}
