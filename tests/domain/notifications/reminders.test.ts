// Planned reminders are what whoever wants them says: made, moved, taken back, and sent once. What made a reminder may change
// between planning and sending, so it is looked at again under the lock that sends it.
import { transact } from "db/client";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { bookPlace, cancelBooking, changeSession, remindBooked } from "~/domain/bookings/bookings.server";
import { remind } from "~/domain/bookings/letters/remind-one.server";
import type { KeptReminder, WantedReminder } from "~/domain/notifications/notifications.server";
import { dueReminders, forTouchedSessions, keepReminders } from "~/domain/notifications/notifications.server";
import { planOf, readSession } from "~/domain/sessions/sessions.server";
import { instantOf } from "~/shared/civil-time";
import { minutes } from "~/shared/clock";
import { makeWorld } from "../../support/world";

const day = (date: string) => ({ date, startTime: "09:30", endTime: "16:30" });

/** Somebody with a place on Monday 23 November, at the moment when the joining details are due and not yet sent. */
function due() {
  const world = makeWorld();
  const sessionId = world.session({ meetings: [day("2026-11-23")], capacity: 5 });
  const personId = world.person();
  const bookingId = world.book(sessionId, personId);
  remindBooked(world.asSystem);
  world.clock.set(instantOf("2026-11-16", "09:00"));
  const [planned] = dueReminders(world, "joining details");
  if (!planned) throw new Error("Nothing is due.");
  const { reminders, outbox, auditEntries } = world.tables;
  const kept = () => {
    const found = world.db.select().from(reminders).where(eq(reminders.id, planned.id)).get();
    if (!found) throw new Error("It is gone.");
    return found;
  };
  const letters = () => world.db.select().from(outbox).where(eq(outbox.kind, "joining details")).all();
  const told = () =>
    world.db.select().from(auditEntries).where(eq(auditEntries.action, "bookings.reminded")).all();
  /** As the worker does it, with what it had read of the reminder before. */
  const send = (reminder: KeptReminder = planned) =>
    transact(world.db, () => remind(world.asSystem, "joining details", reminder));
  const replan = (date: string) => {
    const plan = { ...planOf(readSession(world, sessionId)), meetings: [day(date)] };
    expect(changeSession(world.as(world.coordinator), { sessionId, plan })).toMatchObject({ ok: true });
  };
  return { world, sessionId, personId, bookingId, planned, kept, letters, told, send, replan };
}

test("it is sent once, by two workers who both found it due", () => {
  const { send, letters, told, kept } = due();
  expect([send(), send()]).toEqual([1, 0]);
  expect([letters().length, told().length, kept().state]).toEqual([1, 1, "sent"]);
});

test("one whose booking was cancelled since is taken back, and posts nothing", () => {
  const { world, personId, bookingId, send, letters, told, kept } = due();
  cancelBooking(world.as(personId), { bookingId });
  expect(kept().state).toBe("planned");
  expect(send()).toBe(0);
  expect([letters().length, told().length, kept().state]).toEqual([0, 0, "taken back"]);
});

test("one whose session was moved since is taken back: the new day has one of its own, in its time", () => {
  const { world, replan, send, letters, kept } = due();
  replan("2026-12-08");
  expect(send()).toBe(0);
  expect([letters().length, kept().state]).toEqual([0, "taken back"]);
  remindBooked(world.asSystem);
  expect(letters()).toEqual([]);
  world.clock.set(instantOf("2026-12-01", "09:00"));
  expect(remindBooked(world.asSystem)).toBe(1);
  expect(letters().map(({ facts }) => facts.meetings)).toMatchObject([[{ date: "2026-12-08" }]]);
});

test("one that turns out to be due later is left for later", () => {
  const { world, planned, send, letters, kept } = due();
  world.clock.set(planned.dueAt - 1);
  expect(send()).toBe(0);
  expect([letters().length, kept().state]).toEqual([0, "planned"]);
  world.clock.set(planned.dueAt);
  expect(send()).toBe(1);
});

test("whoever was there without a booking is not asked to come", () => {
  const { world, bookingId, send, letters, kept } = due();
  const { bookings } = world.tables;
  world.db.update(bookings).set({ walkIn: true }).where(eq(bookings.id, bookingId)).run();
  expect(send()).toBe(0);
  expect([letters().length, kept().state]).toEqual([0, "taken back"]);
});

/** What is kept of a kind, by key: when it is due, whose it is, and what became of it. */
function keeping() {
  const world = makeWorld();
  const [ann, bob] = [world.person(), world.person()];
  const wish = (more: Partial<WantedReminder> = {}): WantedReminder => ({
    ...{ key: "k", personId: ann, sessionId: "s", bookingId: "b", dueAt: 1000 },
    ...more,
  });
  const keep = (...wanted: WantedReminder[]) => keepReminders(world.asSystem, "reminder", wanted);
  const kept = () =>
    world.db
      .select()
      .from(world.tables.reminders)
      .all()
      .map(({ key, personId, sessionId, bookingId, dueAt, state }) => ({
        ...{ key, personId, sessionId, bookingId, dueAt, state },
      }));
  return { world, bob, wish, keep, kept };
}

test.each<[string, (bob: string) => Partial<WantedReminder>]>([
  ["another moment", () => ({ dueAt: 2000 })],
  ["another person", (bob) => ({ personId: bob })],
  ["another session", () => ({ sessionId: "t" })],
  ["another booking", () => ({ bookingId: "c" })],
])("a planned one follows to %s", (_what, more) => {
  const { bob, wish, keep, kept } = keeping();
  keep(wish());
  const changed = wish(more(bob));
  expect(keep(changed)).toBe(1);
  expect(kept()).toEqual([{ ...changed, state: "planned" }]);
  expect(keep(changed)).toBe(0);
});

test("one that was taken back is planned again, one that was sent is not", () => {
  const { world, wish, keep, kept } = keeping();
  keep(wish());
  expect(keep()).toBe(1);
  expect(kept()).toMatchObject([{ state: "taken back" }]);
  expect(keep(wish({ dueAt: 2000 }))).toBe(1);
  expect(kept()).toEqual([{ ...wish({ dueAt: 2000 }), state: "planned" }]);
  world.db.update(world.tables.reminders).set({ state: "sent" }).run();
  expect([keep(wish({ dueAt: 3000 })), keep()]).toEqual([0, 0]);
  expect(kept()).toEqual([{ ...wish({ dueAt: 2000 }), state: "sent" }]);
});

test("what was written about a person touches the sessions they have a place on, at once", () => {
  const world = makeWorld();
  const [sessionId, other] = [world.session(), world.session()];
  const personId = world.person();
  expect(bookPlace(world.as(personId), { sessionId, personId, ifFull: "refuse" }).ok).toBe(true);
  const looked: (string[] | null)[] = [];
  const look = () => forTouchedSessions(world.asSystem, "a test", (ids) => looked.push(ids));
  const wrote = (subjectId: string) =>
    world.db
      .insert(world.tables.auditEntries)
      .values({
        ...{ at: world.clock.now(), actorKind: "system", screen: "test", action: "accounts.disabled" },
        ...{ subjectKind: "person", subjectId, aboutPersonId: subjectId, detail: {} },
      })
      .run();
  look();
  look();
  wrote(personId);
  world.clock.forward(minutes(1));
  look();
  wrote(world.person());
  look();
  expect(looked).toEqual([null, [sessionId]]);
  expect(looked.flat()).not.toContain(other);
});

test("work that failed is done for the same sessions again", () => {
  const world = makeWorld();
  const seen: (string[] | null)[] = [];
  const look = (fails = false) =>
    forTouchedSessions(world.asSystem, "a test", (ids) => {
      seen.push(ids);
      if (fails) throw new Error("The power went.");
      return 1;
    });
  look();
  const sessionId = world.session();
  expect(() => look(true)).toThrow("The power went.");
  expect([look(), look()]).toEqual([1, 0]);
  expect(seen).toEqual([null, [sessionId], [sessionId]]);
});
