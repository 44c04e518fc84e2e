// How long the feed of a full year takes: 500 sessions, asked for by one program after another over the network.
import { request } from "node:http";
import { performance } from "node:perf_hooks";
import { openDatabase } from "db/client";
import { meetings, sessions } from "db/schema";
import { days, hours } from "~/shared/clock";
import type { Figure } from "./figure";

const count = 500;
const asked = 200;

/** In milliseconds: the whole feed once it is ready, and the short answer to a program that has it. */
const aims = { whole: 20, "304": 2 };

/** A copy of a database, which may be open elsewhere, with so many published sessions to come, half a day apart. */
export function withManySessions(database: string, copy: string): void {
  const original = openDatabase(database);
  original.$client.prepare("vacuum into ?").run(copy);
  original.$client.close();
  const db = openDatabase(copy);
  const course = db.$client.prepare("select id from courses limit 1").pluck().get() as string;
  const now = Date.now();
  for (let number = 0; number < count; number++) {
    const startsAt = now - (now % hours(1)) + days(1) + hours(number * 12);
    const when = { startsAt, endsAt: startsAt + hours(2) };
    const id = `bench-${number}`;
    db.insert(sessions)
      .values({
        id,
        courseId: course,
        status: "published",
        mode: "online",
        capacity: 20,
        bookingClosesAt: startsAt,
        createdAt: now,
        updatedAt: now,
        ...when,
      })
      .run();
    db.insert(meetings)
      .values({
        id: `${id}-1`,
        sessionId: id,
        number: 1,
        date: "2026-01-01",
        startTime: "09:30",
        endTime: "11:30",
        zone: "Europe/London",
        ...when,
      })
      .run();
  }
  db.$client.close();
}

/** @param app the address of a server over a database from `withManySessions` */
export async function feedFigures(app: string): Promise<Figure[]> {
  console.log("/feeds/all.ics …");
  const first = await timed(app, {});
  if (first.status !== 200 || first.entries < count) throw new Error(`A feed of ${first.entries} entries.`);
  const whole = await middle(app, {}, 200);
  const short = await middle(app, { "If-None-Match": first.etag }, 304);
  const figure = (name: string, ms: number, aim: number): Figure => ({
    name: `/feeds/all.ics with ${first.entries} entries, ${name}: the aim ÷ what it takes`,
    ours: `${aim} ms`,
    bare: `${ms.toFixed(2)} ms (made anew: ${first.ms.toFixed(0)} ms)`,
    ratio: aim / ms,
    aim: 1,
  });
  return [figure("kept ready", whole, aims.whole), figure("304", short, aims["304"])];
}

async function middle(app: string, headers: Record<string, string>, status: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < asked; round++) {
    const answer = await timed(app, headers);
    if (answer.status !== status) throw new Error(`A feed answered ${answer.status}.`);
    times.push(answer.ms);
  }
  return times.sort((a, b) => a - b)[asked / 2] ?? 0;
}

function timed(app: string, headers: Record<string, string>) {
  const start = performance.now();
  return new Promise<{ status: number; etag: string; entries: number; ms: number }>((resolve, reject) => {
    request(`${app}/feeds/all.ics`, { headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("end", () => {
        const ms = performance.now() - start;
        const entries = Buffer.concat(pieces).toString("utf8").split("BEGIN:VEVENT").length - 1;
        resolve({ status: response.statusCode ?? 0, etag: String(response.headers.etag ?? ""), entries, ms });
      });
    })
      .on("error", reject)
      .end();
  });
}
