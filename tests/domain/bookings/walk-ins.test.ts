// Somebody who comes without a booking: who may add them, whom they may be, and what becomes of what they had.
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { addWalkIn, finishRegister, readNewcomer, readPlaces } from "~/domain/bookings/bookings.server";
import { roles } from "~/domain/context";
import { hours } from "~/shared/clock";
import { NotFound } from "~/shared/problems";
import { digestOf, inShort, nothing, watch } from "../support-check/ledger";
import { registerWorld } from "./register-world";

function walkInWorld() {
  const made = registerWorld();
  const { world, first, trainer, db, tables } = made;
  const addressOf = (personId: string) => `${personId}@police.example.org`;
  const add = (email: string, more: { name?: string; agencyId?: string } = {}, ctx = trainer) =>
    addWalkIn(ctx, { meetingId: first.id, email, name: more.name ?? "", agencyId: more.agencyId ?? null });
  const bookingsOf = (personId: string) =>
    db.select().from(tables.bookings).where(eq(tables.bookings.personId, personId)).all();
  const historyOf = (bookingId: string) =>
    db
      .select()
      .from(tables.bookingChanges)
      .where(eq(tables.bookingChanges.bookingId, bookingId))
      .all()
      .map(({ fromState, toState, actedAs, cause }) => [fromState, toState, actedAs, cause]);
  return { ...made, world, addressOf, add, bookingsOf, historyOf };
}

describe("somebody with an account", () => {
  test("is on the register beyond the session's places, with one line of history and no message", () => {
    const {
      world,
      sessionId,
      add,
      addressOf,
      bookingsOf,
      historyOf,
      mark,
      first,
      trainer,
      stateOf,
      ann,
      bob,
    } = walkInWorld();
    const dan = world.person();
    const taken = readPlaces(world, sessionId).taken;
    const added = watch(world);
    expect(add(` ${addressOf(dan).toUpperCase()} `)).toEqual({
      ok: true,
      value: { bookingId: bookingsOf(dan)[0]?.id },
    });
    const [booking] = bookingsOf(dan);
    expect(booking).toMatchObject({ state: "confirmed", walkIn: true, mode: "in person", termsId: null });
    expect(historyOf(booking?.id ?? "")).toEqual([[null, "confirmed", "trainer", "came anyway"]]);
    expect(inShort(added())).toEqual({ audit: ["bookings.confirmed"], messages: [] });
    expect(readPlaces(world, sessionId).taken).toBe(taken);

    mark({ [ann]: "present", [bob]: "present", [booking?.id ?? ""]: "present" });
    finishRegister(trainer, first.id);
    expect(stateOf(booking?.id ?? "")).toBe("attended");
    expect(added().messages.map(({ kind, toPersonId }) => [kind, toPersonId])).toContainEqual([
      "end evaluation",
      dan,
    ]);
  });

  test("is not added twice, nor beside their own booking", () => {
    const { world, add, addressOf, annId, db } = walkInWorld();
    const dan = world.person();
    add(addressOf(dan));
    const before = digestOf(db);
    expect(add(addressOf(dan))).toEqual({ ok: false, reason: "on the register" });
    expect(add(addressOf(annId))).toEqual({ ok: false, reason: "on the register" });
    expect(digestOf(db)).toBe(before);
  });

  test("who waits leaves the list for it; who cancelled gets a new booking", () => {
    const { world, sessionId, add, addressOf, bookingsOf, historyOf, first, clock, db, tables } =
      walkInWorld();
    clock.set(first.startsAt - hours(2));
    world.book(sessionId, world.person());
    const waiter = world.person();
    const waiting = world.book(sessionId, waiter);
    clock.set(first.startsAt);
    expect(add(addressOf(waiter))).toMatchObject({ ok: true });
    expect(bookingsOf(waiter).map(({ state, walkIn }) => [state, walkIn])).toEqual([
      ["cancelled", false],
      ["confirmed", true],
    ]);
    expect(historyOf(waiting).at(-1)).toEqual(["waiting", "cancelled", "trainer", "came anyway"]);

    const leaver = world.person();
    const left = world.ids.id();
    const row = { sessionId, personId: leaver, createdAt: 0, updatedAt: 0 };
    db.insert(tables.bookings)
      .values({ ...row, id: left, reference: "LEFT-LEFT", state: "cancelled" })
      .run();
    expect(add(addressOf(leaver))).toMatchObject({ ok: true });
    expect(bookingsOf(leaver).map(({ state }) => state)).toEqual(["cancelled", "confirmed"]);
  });

  test("who holds an offer has taken it, in the place that was kept for them", () => {
    const { world, sessionId, add, addressOf, bookingsOf, first, db, tables } = walkInWorld();
    const dan = world.person();
    const row = { sessionId, personId: dan, createdAt: 0, updatedAt: 0, queuedAt: 0 };
    const offer = { id: world.ids.id(), reference: "OFFE-RED2", offerEndsAt: first.endsAt };
    db.insert(tables.bookings)
      .values({ ...row, ...offer, state: "offered" })
      .run();
    expect(add(addressOf(dan))).toEqual({ ok: true, value: { bookingId: offer.id } });
    expect(bookingsOf(dan)).toMatchObject([{ state: "confirmed", walkIn: false, offerEndsAt: null }]);
  });

  test("whose account is closed is not added", () => {
    const { world, add, addressOf, db, tables } = walkInWorld();
    const gone = world.person();
    db.update(tables.people).set({ disabledAt: 1 }).where(eq(tables.people.id, gone)).run();
    expect(add(addressOf(gone))).toEqual({ ok: false, reason: "account closed" });
    expect(world.count("bookings")).toBe(2);
  });
});

describe("somebody without an account", () => {
  const who =
    ({ db, tables }: ReturnType<typeof walkInWorld>) =>
    (email: string) =>
      db.select().from(tables.people).where(eq(tables.people.email, email)).get();

  test("gets one; an address that proves the agency is enough", () => {
    const made = walkInWorld();
    const added = watch(made);
    expect(made.add("new@police.example.org", { name: "New Person", agencyId: "health" })).toMatchObject({
      ok: true,
    });
    expect(who(made)("new@police.example.org")).toMatchObject({
      name: "New Person",
      agencyId: "police",
      agencyStanding: "confirmed",
      passwordHash: null,
    });
    expect(inShort(added())).toEqual({ audit: ["accounts.added", "bookings.confirmed"], messages: [] });
  });

  test("otherwise the agency that was picked is asked, and until then they may not book", () => {
    const made = walkInWorld();
    const added = watch(made);
    expect(made.add("new@else.example", { name: "New Person" })).toEqual({
      ok: false,
      reason: "agency not picked",
    });
    expect(inShort(added())).toEqual(nothing);
    expect(made.add("new@else.example", { name: "New Person", agencyId: "health" })).toMatchObject({
      ok: true,
    });
    expect(who(made)("new@else.example")).toMatchObject({ agencyId: "health", agencyStanding: "awaiting" });
    expect(inShort(added())).toEqual({
      audit: ["accounts.added", "bookings.confirmed"],
      messages: ["account to confirm"],
    });
  });

  test("what is known of an address is told only to those who deliver the session", () => {
    const { world, trainer, first, addressOf, annId } = walkInWorld();
    const ask = (email: string, ctx = trainer) => readNewcomer(ctx, { meetingId: first.id, email });
    expect(ask(addressOf(annId)).known).toEqual({ name: "Ann Learner", agencyName: "Police" });
    expect(ask("new@police.example.org")).toEqual({ known: null, agencyName: "Police", agencies: [] });
    expect(ask("new@else.example")).toMatchObject({ known: null, agencyName: null, agencies: [{}, {}] });
    for (const ctx of [world.stranger, world.as(annId), world.as(world.trainer("Other"))])
      expect(() => ask(addressOf(annId), ctx)).toThrow(NotFound);
  });
});

test("only from the opening of the register until it is finished, and by those who deliver the session", () => {
  const { world, add, addressOf, first, clock, ann, bob, mark, trainer, db } = walkInWorld();
  const dan = addressOf(world.person());
  clock.set(first.startsAt - hours(1) - 1);
  expect(add(dan)).toEqual({ ok: false, reason: "not open yet" });
  clock.forward(1);
  const others = roles
    .filter((role) => role !== "coordinator")
    .map((role) => world.person({ roles: [role] }));
  for (const ctx of [world.stranger, ...[world.person(), world.trainer("Other"), ...others].map(world.as)]) {
    const unchanged = digestOf(db);
    expect(() => add(dan, {}, ctx)).toThrow(NotFound);
    expect(() => add("no@else.example", { name: "No", agencyId: "health" }, ctx)).toThrow(NotFound);
    expect(digestOf(db)).toBe(unchanged);
  }
  expect(add(dan, {}, world.as(world.coordinator))).toMatchObject({ ok: true });
  const [walkIn = ""] = db
    .select()
    .from(world.tables.bookings)
    .all()
    .filter((booking) => booking.walkIn)
    .map(({ id }) => id);
  mark({ [ann]: "present", [bob]: "present", [walkIn]: "present" });
  finishRegister(trainer, first.id);
  expect(add(addressOf(world.person()))).toEqual({ ok: false, reason: "register finished" });
});

test("somebody may come unbooked to the second of two meetings: the first counts as missed", () => {
  const { world, trainer, first, second, ann, bob, mark, clock, stateOf } = registerWorld({ meetings: 2 });
  mark({ [ann]: "present", [bob]: "present" });
  finishRegister(trainer, first.id);
  clock.set(second.startsAt);
  const email = `${world.person()}@police.example.org`;
  const added = addWalkIn(trainer, { meetingId: second.id, email, name: "", agencyId: null });
  if (!added.ok) throw new Error(added.reason);
  const { bookingId } = added.value;
  mark({ [ann]: "present", [bob]: "present", [bookingId]: "present" }, second.id);
  finishRegister(trainer, second.id);
  expect(stateOf(bookingId)).toBe("partly attended");
});
