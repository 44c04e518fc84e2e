// Whatever becomes of bookings and sessions, after a turn the planned reminders are what the bookings say: none too many,
// none missing, none sent twice.
import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  bookPlace,
  callOffSession,
  cancelBooking,
  changeSession,
  moveBooking,
  remindBooked,
} from "~/domain/bookings/bookings.server";
import { lettersFor } from "~/domain/bookings/letters/remind-rules";
import { meetingsOf, planOf, readSession } from "~/domain/sessions/sessions.server";
import { addDays } from "~/shared/civil-time";
import { days, hours } from "~/shared/clock";
import { makeWorld, type World } from "../../support/world";

const sessionsThere = 3;
const peopleThere = 4;

type Step =
  | { do: "book"; person: number; session: number }
  | { do: "cancel"; person: number; session: number }
  | { do: "move"; person: number; session: number; to: number }
  | { do: "change" | "postpone"; session: number; days: number; meetings: number }
  | { do: "call off"; session: number }
  | { do: "wait"; hours: number }
  | { do: "turn" };

const person = fc.nat(peopleThere - 1);
const session = fc.nat(sessionsThere - 1);
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant("book" as const), person, session }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("cancel" as const), person, session }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("move" as const), person, session, to: session }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constantFrom("change" as const, "postpone" as const),
        session,
        days: fc.nat(40),
        meetings: fc.integer({ min: 1, max: 3 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("call off" as const), session }) },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 120 }) }),
    },
    { weight: 3, arbitrary: fc.constant({ do: "turn" as const }) },
  ),
  { minLength: 1, maxLength: 25 },
);

const meetingsFrom = (first: string, count: number) =>
  // Two days in a row, then one a week later.
  [0, 1, 8].slice(0, count).map((apart) => ({
    date: addDays(first, apart),
    startTime: "09:30",
    endTime: "16:30",
  }));

/** A world just before the October change. */
function start() {
  const world = makeWorld(Date.UTC(2026, 9, 19, 9));
  const sessions = [3, 9, 20].map((ahead, index) =>
    world.session({ capacity: 3, meetings: meetingsFrom(addDays(world.today, ahead), 1 + (index % 2)) }),
  );
  const people = Array.from({ length: peopleThere }, () => world.person());
  return { world, sessions, people };
}

function take({ world, sessions, people }: ReturnType<typeof start>, step: Step): void {
  const coordinator = world.as(world.coordinator);
  const liveOf = (who: number, on: number) =>
    world.db
      .select()
      .from(world.tables.bookings)
      .where(
        and(
          eq(world.tables.bookings.personId, people[who] ?? ""),
          eq(world.tables.bookings.sessionId, sessions[on] ?? ""),
        ),
      )
      .all()
      .find(({ state }) => ["confirmed", "waiting"].includes(state))?.id;
  if (step.do === "book") {
    const personId = people[step.person] ?? "";
    bookPlace(world.as(personId), { sessionId: sessions[step.session] ?? "", personId, ifFull: "wait" });
  } else if (step.do === "cancel" || step.do === "move") {
    const bookingId = liveOf(step.person, step.session);
    if (!bookingId) return;
    if (step.do === "cancel") cancelBooking(world.as(people[step.person] ?? ""), { bookingId });
    else moveBooking(coordinator, { bookingId, toSessionId: sessions[step.to] ?? "" });
  } else if (step.do === "change" || step.do === "postpone") {
    const id = sessions[step.session] ?? "";
    const planned = meetingsFrom(addDays(world.today, step.days), step.meetings);
    const plan = planOf(readSession(coordinator, id));
    const bookingClosesAt = Math.min(plan.bookingClosesAt, world.clock.now() + days(step.days));
    changeSession(coordinator, {
      sessionId: id,
      plan: { ...plan, bookingClosesAt, meetings: planned },
      postponed: step.do === "postpone",
    });
  } else if (step.do === "call off") {
    callOffSession(coordinator, { sessionId: sessions[step.session] ?? "", reason: "no venue" });
  } else if (step.do === "wait") world.clock.forward(hours(step.hours));
  else remindBooked(world.asSystem);
}

/** What ought to be planned, worked out from the rows themselves and from nothing that the worker uses to look. */
function expected(world: World): string[] {
  const { db, tables, clock } = world;
  const now = clock.now();
  const sent = new Set(
    db
      .select()
      .from(tables.reminders)
      .where(eq(tables.reminders.state, "sent"))
      .all()
      .map(({ key }) => key),
  );
  const lines: string[] = [];
  for (const booking of db.select().from(tables.bookings).all()) {
    const on = readSession(world, booking.sessionId);
    if (booking.state !== "confirmed" || on.status !== "published" || on.endsAt <= now) continue;
    const confirmed = db
      .select()
      .from(tables.bookingChanges)
      .where(eq(tables.bookingChanges.bookingId, booking.id))
      .all()
      .filter(({ toState }) => toState === "confirmed")
      .map(({ at }) => at);
    const place = {
      bookingId: booking.id,
      personId: booking.personId,
      sessionId: on.id,
      confirmedAt: Math.max(...confirmed),
      meetings: meetingsOf(world, on.id),
    };
    for (const letter of lettersFor(place, now))
      if (letter.dueAt > now && !sent.has(letter.key))
        lines.push(`${letter.key} to ${booking.personId} at ${letter.dueAt}`);
  }
  return lines.sort();
}

const planned = ({ db, tables }: World) =>
  db
    .select()
    .from(tables.reminders)
    .where(eq(tables.reminders.state, "planned"))
    .all()
    .map(({ key, personId, dueAt }) => `${key} to ${personId} at ${dueAt}`)
    .sort();

const settings = { seed: 6, numRuns: 60 };

test("after any run and a turn, planned reminders are those of the bookings", () => {
  let seen = 0;
  fc.assert(
    fc.property(steps, (run) => {
      const there = start();
      for (const step of run) take(there, step);
      remindBooked(there.world.asSystem);
      const { db, tables } = there.world;
      expect(planned(there.world)).toEqual(expected(there.world));
      seen += planned(there.world).length;
      const sent = db.select().from(tables.reminders).where(eq(tables.reminders.state, "sent")).all();
      const letters = db
        .select()
        .from(tables.outbox)
        .all()
        .filter(({ kind }) => kind === "reminder" || kind === "joining details");
      expect(letters.map(({ key }) => key).sort()).toEqual(sent.map(({ key }) => key).sort());
      // Another turn finds nothing to do.
      expect(remindBooked(there.world.asSystem)).toBe(0);
      there.world.db.$client.close();
    }),
    settings,
  );
  expect(seen).toBeGreaterThan(50);
}, 60_000);

test("control: without the last turn some run leaves reminders that are not those of the bookings", () => {
  const wrong = fc.check(
    fc.property(steps, (run) => {
      const there = start();
      for (const step of run) take(there, step);
      const same = planned(there.world).join() === expected(there.world).join();
      there.world.db.$client.close();
      return same;
    }),
    settings,
  );
  expect(wrong.failed).toBe(true);
}, 60_000);
