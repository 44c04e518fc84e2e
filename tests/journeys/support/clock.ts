// Time that has to pass while a journey is walked: the server's clock is the real one, so time is brought to the data.
import { spawnSync } from "node:child_process";
import { openDatabase } from "db/client";
import { evaluationReceipts, meetings, outbox, registers, respondents, responses, sessions } from "db/schema";
import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { expect, inject } from "vitest";
import { addDays, instantOf, wallTimeAt } from "~/shared/civil-time";
import { days as lasting } from "~/shared/clock";

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

/**
 * Every letter that asks for an evaluation by such a moment leaves: the worker looks once an hour, and in the day only.
 * @param minutes from now; an hour or more after the time before
 */
export function letLettersLeave(minutes: number): void {
  const then = Date.now() + minutes * 60_000;
  // At night it is what leaves in the morning, as long after eight.
  const [hour = 0, minute = 0] = wallTimeAt(then).split(":").map(Number);
  const wait = minutes + (hour < 8 ? 8 * 60 - hour * 60 - minute + minutes : 0);
  for (let turn = 0; turn < 20; turn += 1) {
    const done = runJobsIn(wait);
    if (/\b0 letters asking/.test(done) && /\b0 messages sent/.test(done)) return;
  }
  throw new Error("The letters never end.");
}

/** What waits for this person until morning, or for more changes, leaves with the worker's next turn. */
export function letHeldLettersLeave(toEmail: string): void {
  const db = openDatabase(inject("databasePath"));
  try {
    db.update(outbox)
      .set({ dueAt: Date.now() })
      .where(and(eq(outbox.toEmail, toEmail), eq(outbox.state, "waiting"), gt(outbox.dueAt, Date.now())))
      .run();
  } finally {
    db.$client.close();
  }
}

/** A night passes for this session alone: all its meetings are a day nearer, at the same times. */
export const letANightPass = (session: string) => letDaysPass(session, 1);

/** Days pass for this session alone: its meetings are so much nearer or longer ago, and what was done at them too. */
export function letDaysPass(session: string, days: number): void {
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
          const date = addDays(meeting.date, -days);
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
      const ago = lasting(days);
      const ofMeetings = nearer.map((meeting) => meeting.id);
      change
        .update(registers)
        .set({ takenAt: sql`${registers.takenAt} - ${ago}` })
        .where(inArray(registers.meetingId, ofMeetings))
        .run();
      const answering = change
        .select()
        .from(respondents)
        .where(eq(respondents.sessionId, id))
        .all()
        .map((respondent) => ({ ...respondent, bookingId: respondent.bookingId ?? "" }));
      change
        .update(evaluationReceipts)
        .set({ answeredAt: sql`${evaluationReceipts.answeredAt} - ${ago}` })
        .where(
          inArray(
            evaluationReceipts.bookingId,
            answering.map(({ bookingId }) => bookingId),
          ),
        )
        .run();
      change
        .update(responses)
        .set({ submittedAt: sql`${responses.submittedAt} - ${ago}` })
        .where(
          inArray(
            responses.respondentId,
            answering.map((respondent) => respondent.id),
          ),
        )
        .run();
    });
  } finally {
    db.$client.close();
  }
}

/** The 48 hours pass in which answers at the end are in time; the session's own days stay as they are. */
export function letTheEndClose(session: string): void {
  const id = session.split("/").at(-1) ?? "";
  const db = openDatabase(inject("databasePath"));
  try {
    const ofSession = db.select({ id: meetings.id }).from(meetings).where(eq(meetings.sessionId, id));
    db.update(registers)
      .set({ takenAt: sql`${registers.takenAt} - ${lasting(2) + 60_000}` })
      .where(inArray(registers.meetingId, ofSession))
      .run();
  } finally {
    db.$client.close();
  }
}
