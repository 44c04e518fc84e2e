// The booking command against the least a durable booking could cost on the same database, in turns.
import { type Db, openDatabase } from "db/client";
import { people } from "db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { bookPlace } from "~/domain/bookings/bookings.server";
import { readCourse } from "~/domain/catalogue/catalogue.server";
import { type Context, system } from "~/domain/context";
import { scheduleSession } from "~/domain/sessions/sessions.server";
import { addDays, civilDateAt, instantOf } from "~/shared/civil-time";
import { systemClock } from "~/shared/clock";
import { systemIds } from "~/shared/ids";
import { type Figure, middleOf } from "./figure";

// As large as sessions are.
const places = 20;

/** Those whose account is open and whose agency is sure of them. */
const mayBook = and(isNull(people.disabledAt), eq(people.agencyStanding, "confirmed"));

/** Books every demonstration person onto new sessions per round, and writes as many bare bookings each round. */
export function bookingRatio(path: string, rounds: number): Figure {
  const db = openDatabase(path);
  const ctx: Context = { db, clock: systemClock, ids: systemIds, actor: system, screen: "bench" };
  const everyone = db.select({ id: people.id }).from(people).where(mayBook).all();
  const bare = bareBooking(db);

  // The first round only warms up.
  const pairs = Array.from({ length: rounds + 1 }, (_, round) => {
    const ours = scheduleSessions(ctx, everyone.length, round);
    const theirs = scheduleSessions(ctx, everyone.length, round);
    return {
      ours: rate(everyone, ({ id }, i) => {
        const booked = bookPlace(ctx, { sessionId: ours(i), personId: id, ifFull: "refuse" });
        if (!booked.ok) throw new Error(`Not booked: ${booked.reason}`);
      }),
      bare: rate(everyone, ({ id }, i) => bare(theirs(i), id, `${round}-${id}`)),
    };
  }).slice(1);
  db.$client.close();
  return middleOf(
    "Booking a place ÷ the same four rows in a bare durable IMMEDIATE transaction",
    pairs,
    1 / 2,
  );
}

/** Counts the places and writes the booking, its history, the audit entry and the message: nothing else. */
function bareBooking(db: Db): (sessionId: string, personId: string, unique: string) => void {
  const sql = db.$client;
  const taken = sql.prepare("select count(*) from bookings where session_id = ? and state = 'confirmed'");
  const booking = sql.prepare(
    `insert into bookings (id, reference, session_id, person_id, state, created_at, updated_at, revision)
     values (?, ?, ?, ?, 'confirmed', ?, ?, 0)`,
  );
  const change = sql.prepare(
    "insert into booking_changes (booking_id, to_state, at) values (?, 'confirmed', ?)",
  );
  const audit = sql.prepare(
    `insert into audit_entries (at, actor_kind, action, subject_kind, subject_id, about_person_id, screen, detail)
     values (?, 'system', 'bench', 'booking', ?, ?, 'bench', ?)`,
  );
  const message = sql.prepare(
    `insert into outbox (id, key, kind, to_person_id, to_email, facts, priority, state, attempts, created_at, due_at)
     values (?, ?, 'bench', ?, 'bench@example.org', ?, 9, 'waiting', 0, ?, ?)`,
  );
  // As many bytes as a real message's facts and a real entry's detail.
  const facts = JSON.stringify({ facts: "x".repeat(600) });
  const detail = JSON.stringify({ detail: "x".repeat(60) });
  const write = sql.transaction((sessionId: string, personId: string, unique: string) => {
    const now = Date.now();
    taken.get(sessionId);
    booking.run(unique, unique, sessionId, personId, now, now);
    change.run(unique, now);
    audit.run(now, unique, personId, detail);
    message.run(unique, unique, personId, facts, now, now);
  });
  return (sessionId, personId, unique) => write.immediate(sessionId, personId, unique);
}

/** How often a second `work` could be done. */
function rate<T>(over: T[], work: (one: T, index: number) => void): number {
  const start = process.hrtime.bigint();
  over.forEach(work);
  return (over.length * 1e9) / Number(process.hrtime.bigint() - start);
}

/** Sessions for so many people; gives the session of the nth. */
function scheduleSessions(ctx: Context, people: number, round: number): (index: number) => string {
  const date = addDays(civilDateAt(ctx.clock.now()), 200 + round);
  const courseId = readCourse(ctx, "domestic-abuse").id;
  const ids = Array.from({ length: Math.ceil(people / places) }, () => {
    const planned = scheduleSession(ctx, {
      courseId,
      mode: "online",
      venueId: null,
      joiningLink: null,
      capacity: places,
      meetings: [{ date, startTime: "09:30", endTime: "12:30" }],
      bookingClosesAt: instantOf(date, "09:30"),
      status: "published",
    });
    if (!planned.ok) throw new Error(`Not scheduled: ${planned.reason}`);
    return planned.value.sessionId;
  });
  return (index) => ids[Math.floor(index / places)] ?? "";
}
