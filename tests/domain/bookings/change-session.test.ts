// A session that people have booked changes: each hears once about their own place, and nobody loses it.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { readPlaces } from "~/domain/bookings/bookings.server";
import { assignTrainer, meetingsOf, readSession } from "~/domain/sessions/sessions.server";
import { addDays, instantOf } from "~/shared/civil-time";
import { days } from "~/shared/clock";
import { harmlessAgain } from "../sessions-commands/sessions-world";
import { inShort, watch } from "../support-check/ledger";
import { changed } from "./changed-world";

const link = "https://meet.example.org/x";

test("a new day: everyone who has a place or waits hears once, with what was before and a raised revision", () => {
  const world = changed();
  const sessionId = world.session({ capacity: 1 });
  const [ann, bob] = [world.person(), world.person()];
  const annsBooking = world.book(sessionId, ann);
  world.book(sessionId, bob);
  const trainer = world.trainer("Tess");
  assignTrainer(world.asSystem, { sessionId, personId: trainer, part: "lead", agreed: true });
  const [meeting] = meetingsOf(world, sessionId);
  const since = watch(world);
  expect(
    world.change(sessionId, { meetings: world.meetings, bookingClosesAt: world.clock.now() + 1 }),
  ).toEqual({
    ok: true,
    value: { told: 2 },
  });
  const { audit, messages } = since();
  expect(audit.map(({ action, detail }) => [action, detail])).toEqual([
    ["sessions.changed", { fields: ["meetings", "close of booking"] }],
  ]);
  expect(messages.map(({ kind, toPersonId }) => [kind, toPersonId]).sort()).toEqual(
    [
      ["session changed", ann],
      ["session changed", bob],
      ["teaching changed", trainer],
    ].sort(),
  );
  const own = messages.find(({ toPersonId }) => toPersonId === ann);
  expect(own?.key).toBe(`session changed/${annsBooking}/1`);
  expect(own?.facts).toMatchObject({
    bookingId: annsBooking,
    revision: 1,
    changed: ["when"],
    hasPlace: true,
    // The same entry of the calendar, moved.
    meetings: [
      { id: meeting?.id, date: world.day, startTime: "10:00", startsAt: instantOf(world.day, "10:00") },
    ],
    before: { meetings: [{ date: addDays(world.today, 14), startTime: "09:30" }] },
  });
  expect(messages.find(({ toPersonId }) => toPersonId === bob)?.facts).toMatchObject({ hasPlace: false });
  expect(readSession(world, sessionId)).toMatchObject({
    startsAt: instantOf(world.day, "10:00"),
    revision: 1,
  });
  harmlessAgain(world.world, () => world.change(sessionId, {}));
});

test("the same change twice is told once", () => {
  const world = changed();
  const sessionId = world.session();
  world.book(sessionId, world.person());
  const what = { meetings: world.meetings };
  world.change(sessionId, what);
  harmlessAgain(world.world, () =>
    expect(world.change(sessionId, what)).toMatchObject({ value: { told: 0 } }),
  );
});

test("another room is another place; a link matters only to those who join by it; places and minimum to nobody", () => {
  const world = changed();
  const sessionId = world.session({ mode: "hybrid", joiningLink: link, capacity: 5, onlineCapacity: 5 });
  const [there, online] = [world.person(), world.person()];
  world.book(sessionId, there);
  const onlineBooking = world.book(sessionId, online);
  const { bookings } = world.tables;
  world.db.update(bookings).set({ mode: "online" }).where(eq(bookings.id, onlineBooking)).run();
  const told = (what: Parameters<typeof world.change>[1]) => {
    // What was told before has left; otherwise this would be merged into it.
    world.db.update(world.tables.outbox).set({ state: "sent" }).run();
    const since = watch(world);
    const result = world.change(sessionId, what);
    expect(result.ok).toBe(true);
    return since()
      .messages.map(({ toPersonId }) => toPersonId)
      .sort();
  };
  expect(told({ joiningLink: "https://meet.example.org/y" })).toEqual([online]);
  expect(told({ roomId: world.room("Blue room") })).toEqual([there, online].sort());
  expect(told({ capacity: 6, minimum: 2, decideBy: world.clock.now() + days(7) })).toEqual([]);
});

test("a message never holds the joining link", () => {
  const world = changed();
  const sessionId = world.session({ mode: "online", venueId: null, joiningLink: link });
  const bookingId = world.book(sessionId, world.person());
  const { bookings } = world.tables;
  world.db.update(bookings).set({ mode: "online" }).where(eq(bookings.id, bookingId)).run();
  const since = watch(world);
  world.change(sessionId, { joiningLink: "https://meet.example.org/new" });
  expect(inShort(since()).messages).toEqual(["session changed"]);
  expect(JSON.stringify(since().messages)).not.toContain("meet.example.org");
});

test("a session that goes online takes everyone along, and says where their place was", () => {
  const world = changed();
  const sessionId = world.session({ capacity: 2 });
  const bookingId = world.book(sessionId, world.person());
  const since = watch(world);
  world.change(sessionId, { mode: "online", joiningLink: link });
  expect(world.stateOf(bookingId)).toMatchObject({ mode: "online", state: "confirmed" });
  expect(readPlaces(world, sessionId)).toMatchObject({ taken: 1, free: { "in person": 0, online: 1 } });
  expect(since().messages[0]?.facts).toMatchObject({
    changed: ["where", "link"],
    mode: "online",
    place: "Online",
    before: { mode: "in person", place: "The Hall, 1 Test Street, TS1 1TS" },
  });
});

test("there are never fewer places than are taken, and the refusal says how many", () => {
  const world = changed();
  const sessionId = world.session({ capacity: 3 });
  for (let n = 0; n < 2; n++) world.book(sessionId, world.person());
  expect(world.change(sessionId, { capacity: 1 })).toEqual({
    ok: false,
    reason: { why: "places taken", mode: "in person", taken: 2 },
  });
  expect(world.change(sessionId, { capacity: 2 })).toEqual({ ok: true, value: { told: 0 } });

  const hybrid = world.session({ mode: "hybrid", joiningLink: link, capacity: 2, onlineCapacity: 3 });
  const { bookings } = world.tables;
  for (let n = 0; n < 2; n++) {
    const id = world.book(hybrid, world.person());
    world.db.update(bookings).set({ mode: "online" }).where(eq(bookings.id, id)).run();
  }
  expect(world.change(hybrid, { onlineCapacity: 1 })).toEqual({
    ok: false,
    reason: { why: "places taken", mode: "online", taken: 2 },
  });
  expect(world.change(hybrid, { mode: "in person", capacity: 1 })).toEqual({
    ok: false,
    reason: { why: "places taken", mode: "in person", taken: 2 },
  });
});

test("more places go to those who wait, in the same step", () => {
  const world = changed();
  const sessionId = world.session({ capacity: 1 });
  world.book(sessionId, world.person());
  const waiting = world.book(sessionId, world.person());
  const since = watch(world);
  world.change(sessionId, { capacity: 2 });
  expect(world.stateOf(waiting)?.state).toBe("offered");
  expect(inShort(since())).toEqual({
    audit: ["sessions.changed", "bookings.offered"],
    messages: ["booking offered"],
  });
});

test("a day that people have booked can be taken out before the session begins, and each hears of it", () => {
  const world = changed();
  const [first, second] = [14, 15].map((later) => ({
    ...{ date: addDays(world.today, later), startTime: "09:30", endTime: "12:00" },
  }));
  if (!first || !second) throw new Error("Two days are needed.");
  const sessionId = world.session({ meetings: [first, second] });
  world.book(sessionId, world.person());
  world.book(sessionId, world.person());
  world.db.update(world.tables.outbox).set({ state: "sent" }).run();
  const since = watch(world);
  expect(world.change(sessionId, { meetings: [second] })).toMatchObject({ ok: true, value: { told: 2 } });
  expect(readSession(world, sessionId).meetings).toMatchObject([{ number: 1, ...second }]);
  expect(inShort(since()).messages).toEqual(
    ["session changed", "session changed"].flatMap((kind) => [kind, "calendar entry"]),
  );
  const letters = world.db.select().from(world.tables.outbox).all();
  const entries = letters.filter(({ kind, state }) => kind === "calendar entry" && state === "waiting");
  expect(entries.map(({ facts }) => facts?.method)).toEqual(["CANCEL", "CANCEL"]);
});

test("a meeting that has begun stays as it is, a new time is still to come, and then no day is taken out", () => {
  const world = changed();
  const second = addDays(world.today, 15);
  const both = [
    { date: addDays(world.today, 14), startTime: "09:30", endTime: "12:00" },
    { date: second, startTime: "09:30", endTime: "12:00" },
  ];
  const sessionId = world.session({ meetings: both });
  world.book(sessionId, world.person());
  world.clock.set(instantOf(both[0]?.date ?? "", "10:00"));
  expect(world.change(sessionId, { meetings: both.slice(0, 1) })).toEqual({
    ok: false,
    reason: { why: "meetings taken out" },
  });
  const moved = (index: number, date: string) =>
    world.change(sessionId, { meetings: both.map((one, n) => (n === index ? { ...one, date } : one)) });
  expect(moved(0, addDays(second, 1))).toEqual({ ok: false, reason: { why: "meeting has begun" } });
  expect(moved(1, both[0]?.date ?? "")).toEqual({ ok: false, reason: { why: "meetings overlap" } });
  expect(moved(1, addDays(second, 7))).toMatchObject({ ok: true, value: { told: 1 } });
  const past = world.session({ meetings: world.meetings });
  expect(
    world.change(past, {
      meetings: [{ date: "2026-11-01", startTime: "09:00", endTime: "10:00" }],
      bookingClosesAt: 0,
    }),
  ).toEqual({
    ok: false,
    reason: { why: "starts in the past" },
  });
});
