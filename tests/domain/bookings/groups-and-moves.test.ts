// Several people booked at once, and a booking that moves to another date.
import { expect, test } from "vitest";
import { bookGroup, mostInAGroup, moveBooking, readPlaces } from "~/domain/bookings/bookings.server";
import { days } from "~/shared/clock";
import { Forbidden, NotFound } from "~/shared/problems";
import { digestOf, inShort, watch } from "../support-check/ledger";
import { ruledWorld } from "./ruled-world";

function groupWorld(capacity = 3) {
  const ruled = ruledWorld();
  const { world } = ruled;
  const sessionId = ruled.session({ capacity });
  const people = (count: number, agencyId = "police") =>
    Array.from({ length: count }, () => world.person({ agencyId }));
  const book = (personIds: string[], ifFull: "wait" | "refuse" = "refuse", ctx = ruled.lead) =>
    bookGroup(ctx, { sessionId, personIds, ifFull });
  return { ...ruled, sessionId, people, book };
}

test("a group with places for all is confirmed, each with a booking, an entry and a message of their own", () => {
  const { world, people, book, stateOf, leadId } = groupWorld();
  const members = people(3);
  const added = watch(world);
  const result = book([...members, members[0] ?? ""]);
  if (!result.ok) throw new Error("There are places.");
  expect(result.value).toMatchObject({ state: "confirmed", bookingIds: { length: 3 } });
  expect(result.value.bookingIds.map(stateOf)).toEqual(Array(3).fill("confirmed"));
  expect(inShort(added())).toEqual({
    audit: Array(3).fill("bookings.confirmed"),
    messages: Array(3).fill("booking confirmed"),
  });
  expect(added().messages.map(({ toPersonId }) => toPersonId)).toEqual(members);
  const [group] = world.db.select().from(world.tables.bookingGroups).all();
  expect(group).toMatchObject({
    id: result.value.groupId,
    agencyId: "police",
    madeBy: leadId,
    splitAt: null,
  });
  const lines = world.db.select().from(world.tables.bookingChanges).all();
  expect(lines.map(({ actedAs }) => actedAs)).toEqual(Array(3).fill("agency lead"));
});

test("a group without places for all waits together, or is refused as it wishes", () => {
  const { world, people, book, sessionId, stateOf } = groupWorld(2);
  const members = people(3);
  const before = digestOf(world.db);
  expect(book(members)).toEqual({ ok: false, reason: "full" });
  expect(digestOf(world.db)).toBe(before);
  const result = book(members, "wait");
  if (!result.ok) throw new Error("They wait.");
  expect(result.value.state).toBe("waiting");
  expect(result.value.bookingIds.map(stateOf)).toEqual(Array(3).fill("waiting"));
  expect(readPlaces(world, sessionId)).toMatchObject({ taken: 0, waiting: 3 });
});

test("of a group in which one cannot be booked nobody is, and each is named with the reason", () => {
  const { world, people, book, sessionId } = groupWorld(9);
  const [booked = "", left = "", fine = ""] = people(3);
  world.book(sessionId, booked);
  world.db.$client.prepare("update people set disabled_at = 1 where id = ?").run(left);
  const before = digestOf(world.db);
  expect(book([booked, left, fine])).toEqual({
    ok: false,
    reason: {
      people: [
        { personId: booked, reason: "already booked" },
        { personId: left, reason: "account closed" },
      ],
    },
  });
  expect(book([])).toEqual({ ok: false, reason: "nobody" });
  expect(digestOf(world.db)).toBe(before);
  expect(book(people(mostInAGroup + 1))).toEqual({ ok: false, reason: "too many" });
});

test("a lead's word approves everyone's booking but their own", () => {
  const { world, asks, people, book, leadId, stateOf } = groupWorld();
  asks({ approval: "agency lead" });
  const result = book([leadId, ...people(1)]);
  if (!result.ok) throw new Error("There are places.");
  expect(result.value.state).toBe("mixed");
  expect(result.value.bookingIds.map(stateOf)).toEqual(["awaiting approval", "confirmed"]);
  const lines = world.db.select().from(world.tables.bookingChanges).all();
  expect(lines.map(({ actedAs }) => actedAs)).toEqual(["self", "agency lead"]);
});

test("a group is its own agency's lead's to book, and a coordinator's; never of two agencies", () => {
  const { world, people, book, healthLead, coordinator } = groupWorld(9);
  const [members, mixed] = [people(2), [...people(1), ...people(1, "health")]];
  const contexts = [
    world.stranger,
    world.as(members[0] ?? ""),
    healthLead,
    world.as(world.trainer()),
    world.asSystem,
  ];
  const before = digestOf(world.db);
  for (const ctx of contexts) expect(() => book(members, "wait", ctx)).toThrow(Forbidden);
  expect(() => book(mixed)).toThrow(Forbidden);
  expect(() => book(mixed, "wait", coordinator)).toThrow(Forbidden);
  expect(digestOf(world.db)).toBe(before);
  expect(book(members, "wait", coordinator).ok).toBe(true);
});

function moveWorld() {
  const ruled = ruledWorld();
  const { world } = ruled;
  const [from, to] = [ruled.session({ capacity: 1 }), ruled.session({ capacity: 1 })];
  const personId = world.person();
  const ctx = world.as(personId);
  const bookingId = world.book(from, personId);
  world.clock.forward(1000);
  const waiting = world.book(from, world.person());
  const move = (by = ctx, toSessionId = to) => moveBooking(by, { bookingId, toSessionId });
  return { ...ruled, from, to, personId, ctx, bookingId, waiting, move };
}

test("a move begins the new booking, ends the old one, and passes its place on; again is the same", () => {
  const { world, bookingId, waiting, move, stateOf, to } = moveWorld();
  const added = watch(world);
  const result = move();
  if (!result.ok) throw new Error(result.reason);
  expect([bookingId, result.value.bookingId, waiting].map(stateOf)).toEqual([
    "moved",
    "confirmed",
    "offered",
  ]);
  expect(inShort(added())).toEqual({
    audit: ["bookings.confirmed", "bookings.moved", "bookings.offered"],
    messages: ["booking confirmed", "booking moved", "booking offered"],
  });
  const old = world.db
    .select()
    .from(world.tables.bookings)
    .all()
    .find(({ id }) => id === bookingId);
  expect(old?.movedToId).toBe(result.value.bookingId);
  expect(readPlaces(world, to)).toMatchObject({ taken: 1 });
  const before = digestOf(world.db);
  expect(move()).toEqual(result);
  expect(digestOf(world.db)).toBe(before);
});

test("a move with too little notice costs what cancelling would; a coordinator's costs nothing", () => {
  const charges = (by: "self" | "coordinator") => {
    const { world, move, ctx, coordinator } = moveWorld();
    world.clock.forward(days(12));
    expect(move(by === "self" ? ctx : coordinator).ok).toBe(true);
    const lines = world.db.select().from(world.tables.bookingChanges).all();
    const line = lines.find(({ toState }) => toState === "moved");
    const kinds = world.db
      .select()
      .from(world.tables.charges)
      .all()
      .map(({ kind }) => kind);
    return { kinds, late: line?.late };
  };
  expect(charges("self")).toEqual({ kinds: ["late move"], late: true });
  expect(charges("coordinator")).toEqual({ kinds: [], late: null });
});

test("a move never goes past those who wait, to another course, or for somebody who could not book", () => {
  const { world, move, from, to, personId } = moveWorld();
  const change = (set: string) =>
    world.db.$client.prepare(`update people set ${set} where id = ?`).run(personId);
  const before = digestOf(world.db);
  expect(move(undefined, from)).toEqual({ ok: false, reason: "another course" });
  change("agency_standing = 'declined'");
  expect(move()).toEqual({ ok: false, reason: "agency not confirmed" });
  change("agency_standing = 'confirmed'");
  change("disabled_at = 1");
  expect(move()).toEqual({ ok: false, reason: "account closed" });
  change("disabled_at = null");
  expect(digestOf(world.db)).toBe(before);
  world.book(to, world.person());
  world.book(to, world.person());
  expect(move()).toEqual({ ok: false, reason: "full" });
  const { startsAt } = readPlaces(world, from);
  world.clock.set(startsAt);
  expect(move()).toEqual({ ok: false, reason: "already started" });
});

test("a move is the person's, their lead's or a coordinator's; to others there is nothing there", () => {
  const { world, move, lead, healthLead } = moveWorld();
  const before = digestOf(world.db);
  const others = [world.stranger, healthLead];
  for (const ctx of others) expect(() => move(ctx)).toThrow(NotFound);
  expect(digestOf(world.db)).toBe(before);
  expect(move(lead).ok).toBe(true);
});
