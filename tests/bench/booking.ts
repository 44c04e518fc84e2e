// The booking command against bare durable IMMEDIATE transactions on the same database, in turns.
import { openDatabase } from "db/client";
import { people } from "db/schema";
import { bookPlace } from "~/domain/bookings/bookings.server";
import { readCourse } from "~/domain/catalogue/catalogue.server";
import { type Context, system } from "~/domain/context";
import { scheduleSession } from "~/domain/sessions/sessions.server";
import { addDays, civilDateAt, instantOf } from "~/shared/civil-time";
import { systemClock } from "~/shared/clock";
import { systemIds } from "~/shared/ids";
import type { Figure } from "./run";

/** Books every demonstration person onto a new session per round; as many bare transactions each round. */
export function bookingRatio(path: string, rounds: number): Figure {
  const db = openDatabase(path);
  const ctx: Context = { db, clock: systemClock, ids: systemIds, actor: system, screen: "bench" };
  const everyone = db.select({ id: people.id }).from(people).all();
  db.$client.exec(
    "create table if not exists bench_rows (id integer primary key, at integer not null, note text not null)",
  );
  const insert = db.$client.prepare("insert into bench_rows (at, note) values (?, ?)");
  const bareTransaction = db.$client.transaction((at: number) => insert.run(at, "one row, durably"));

  const pairs = Array.from({ length: rounds + 1 }, (_, round) => {
    const sessionId = scheduleLarge(ctx, everyone.length, round);
    const ours = rate(everyone.length, (i) => {
      const booked = bookPlace(ctx, { sessionId, personId: everyone[i]?.id ?? "", ifFull: "refuse" });
      if (!booked.ok) throw new Error(`Not booked: ${booked.reason}`);
    });
    const bare = rate(everyone.length, () => bareTransaction.immediate(Date.now()));
    return { ours, bare };
  }).slice(1);
  db.$client.close();

  const middle = pairs.sort((a, b) => a.ours / a.bare - b.ours / b.bare)[Math.floor(rounds / 2)] ?? {
    ours: 0,
    bare: 1,
  };
  return {
    name: "Booking a place ÷ a bare durable IMMEDIATE transaction of one row",
    ours: `${Math.round(middle.ours)}/s`,
    bare: `${Math.round(middle.bare)}/s`,
    ratio: middle.ours / middle.bare,
    aim: 1 / 2,
  };
}

function rate(times: number, work: (index: number) => void): number {
  const start = process.hrtime.bigint();
  for (let i = 0; i < times; i++) work(i);
  return (times * 1e9) / Number(process.hrtime.bigint() - start);
}

function scheduleLarge(ctx: Context, capacity: number, round: number): string {
  const date = addDays(civilDateAt(ctx.clock.now()), 200 + round);
  const planned = scheduleSession(ctx, {
    courseId: readCourse(ctx, "domestic-abuse").id,
    mode: "online",
    venueId: null,
    joiningLink: null,
    capacity,
    meetings: [{ date, startTime: "09:30", endTime: "12:30" }],
    bookingClosesAt: instantOf(date, "09:30"),
    status: "published",
  });
  if (!planned.ok) throw new Error(`Not scheduled: ${planned.reason}`);
  return planned.value.sessionId;
}
