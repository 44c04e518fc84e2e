// Time that has to pass while a journey is walked: the server's clock is the real one, so time is brought to the data.
import { spawnSync } from "node:child_process";
import { openDatabase } from "db/client";
import { meetings, sessions } from "db/schema";
import { asc, eq } from "drizzle-orm";
import { expect, inject } from "vitest";
import { addDays, instantOf } from "~/shared/civil-time";

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

/** A night passes for this session alone: all its meetings are a day nearer, at the same times. */
export function letANightPass(session: string): void {
  const id = session.split("/").at(-1) ?? "";
  const db = openDatabase(inject("databasePath"));
  try {
    db.transaction((change) => {
      const nearer = change
        .select()
        .from(meetings)
        .where(eq(meetings.sessionId, id))
        .orderBy(asc(meetings.number))
        .all()
        .map((meeting) => {
          const date = addDays(meeting.date, -1);
          const startsAt = instantOf(date, meeting.startTime);
          return { id: meeting.id, date, startsAt, endsAt: instantOf(date, meeting.endTime) };
        });
      for (const { id: meetingId, ...times } of nearer)
        change.update(meetings).set(times).where(eq(meetings.id, meetingId)).run();
      const [first, last] = [nearer.at(0), nearer.at(-1)];
      if (!first || !last) throw new Error(`There is no session ${id}.`);
      const { startsAt } = first;
      change
        .update(sessions)
        .set({ startsAt, endsAt: last.endsAt, bookingClosesAt: startsAt })
        .where(eq(sessions.id, id))
        .run();
    });
  } finally {
    db.$client.close();
  }
}
