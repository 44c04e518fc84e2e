// Places that pass from hand to hand: naming somebody for a reserved place, and a colleague instead of somebody.
import { describe, expect, test } from "vitest";
import {
  addWalkIn,
  bookGroup,
  bookPlace,
  cancelBooking,
  namePerson,
  readPlaces,
  substitute,
} from "~/domain/bookings/bookings.server";
import { meetingsOf } from "~/domain/sessions/sessions.server";
import { days, hours } from "~/shared/clock";
import { NotFound } from "~/shared/problems";
import { digestOf, inShort, watch } from "../support-check/ledger";
import { ruledWorld } from "./ruled-world";

/** A full session of one place, and the place's holder; or a reserved place on it. */
function handWorld(way: "substitute" | "name") {
  const ruled = ruledWorld();
  const { world, lead } = ruled;
  const sessionId = ruled.session({ capacity: 1 });
  const holderId = world.person();
  const id =
    way === "name"
      ? ruled.reserved(sessionId, 1, world.clock.now() + days(13))
      : world.book(sessionId, holderId);
  const give = (personId: string, ctx = lead) =>
    way === "name"
      ? namePerson(ctx, { heldPlacesId: id, personId })
      : substitute(ctx, { bookingId: id, personId });
  return { ...ruled, sessionId, holderId, id, give };
}

describe.each(["substitute", "name"] as const)("%s", (way) => {
  test("gives the place to a colleague, whoever waits; nobody is charged", () => {
    const { world, sessionId, id, give, stateOf, holderId } = handWorld(way);
    const waiting = world.book(sessionId, world.person());
    world.clock.forward(days(12));
    const personId = world.person();
    const added = watch(world);
    const result = give(personId);
    if (!result.ok) throw new Error(result.reason);
    expect(stateOf(result.value.bookingId)).toBe("confirmed");
    expect(stateOf(waiting)).toBe("waiting");
    expect(readPlaces(world, sessionId)).toMatchObject({ taken: 1 });
    const before = way === "substitute" ? ["cancelled"] : [];
    expect(inShort(added())).toEqual({
      audit: [...before, "confirmed"].map((state) => `bookings.${state}`),
      messages: [...before, "confirmed"].map((state) => `booking ${state}`),
    });
    expect(added().messages.at(-1)).toMatchObject({ toPersonId: personId });
    if (way === "substitute") {
      expect(added().messages[0]).toMatchObject({ toPersonId: holderId, facts: { substituted: true } });
      expect(stateOf(id)).toBe("cancelled");
    }
    const line = world.db.select().from(world.tables.bookingChanges).all().at(-1);
    const cause = way === "substitute" ? "substituted" : "named for a reserved place";
    expect(line).toMatchObject({ actedAs: "agency lead", cause, byPersonId: expect.any(String) });
    expect(world.db.select().from(world.tables.charges).all()).toEqual([]);
  });

  test("again finds the place gone, and changes nothing", () => {
    const { world, give } = handWorld(way);
    const personId = world.person();
    expect(give(personId).ok).toBe(true);
    const before = digestOf(world.db);
    expect(give(personId)).toEqual({ ok: false, reason: way === "substitute" ? "not live" : "all named" });
    expect(digestOf(world.db)).toBe(before);
  });

  test("somebody who waited leaves the queue for it", () => {
    const { world, sessionId, give, stateOf } = handWorld(way);
    const personId = world.person();
    const waited = world.book(sessionId, personId);
    expect(give(personId).ok).toBe(true);
    expect(stateOf(waited)).toBe("cancelled");
  });

  test("is refused to those who could not have booked", () => {
    const { world, give, asks, sessionId } = handWorld(way);
    const change = (personId: string, set: string) =>
      world.db.$client.prepare(`update people set ${set} where id = ?`).run(personId);
    const [left, unsure, booked] = [world.person(), world.person(), world.person()];
    change(left, "disabled_at = 1");
    change(unsure, "agency_standing = 'awaiting'");
    world.db.update(world.tables.sessions).set({ capacity: 2 }).run();
    world.book(sessionId, booked);
    const before = digestOf(world.db);
    expect(give(left)).toEqual({ ok: false, reason: "account closed" });
    expect(give(unsure)).toEqual({ ok: false, reason: "agency not confirmed" });
    expect(give(booked)).toEqual({ ok: false, reason: "already booked" });
    expect(digestOf(world.db)).toBe(before);
    expect(give(world.person({ agencyId: "health" }))).toEqual({ ok: false, reason: "another agency" });
    asks({ audience: "front-line" });
    expect(give(world.person({ roleGroupId: null }))).toEqual({ ok: false, reason: "outside the audience" });
    asks({ prerequisite: true });
    expect(give(world.person())).toEqual({ ok: false, reason: "prerequisites missing" });
    world.clock.set(readPlaces(world, sessionId).startsAt);
    expect(give(world.person())).toEqual({ ok: false, reason: "already started" });
    world.db.update(world.tables.sessions).set({ status: "cancelled" }).run();
    expect(give(world.person())).toEqual({ ok: false, reason: "session cancelled" });
  });

  test("is the agency's lead's to do, and a coordinator's; to others there is nothing there", () => {
    const { world, give, holderId, healthLead, coordinator } = handWorld(way);
    const personId = world.person();
    const contexts = [
      world.stranger,
      world.as(personId),
      world.as(holderId),
      healthLead,
      world.as(world.trainer()),
    ];
    const before = digestOf(world.db);
    for (const ctx of contexts) expect(() => give(personId, ctx)).toThrow(NotFound);
    expect(digestOf(world.db)).toBe(before);
    expect(give(personId, coordinator).ok).toBe(true);
  });
});

test("whoever came unbooked has no place to hand on: otherwise there would be one person too many", () => {
  const { world, lead, session } = ruledWorld();
  const sessionId = session({ capacity: 1 });
  world.book(sessionId, world.person());
  const [meeting] = meetingsOf(world, sessionId);
  world.clock.set((meeting?.startsAt ?? 0) - hours(1));
  const walker = world.person();
  const who = {
    meetingId: meeting?.id ?? "",
    email: `${walker}@police.example.org`,
    name: "",
    agencyId: null,
  };
  const added = addWalkIn(world.asSystem, who);
  if (!added.ok) throw new Error(added.reason);
  expect(substitute(lead, { ...added.value, personId: world.person() })).toEqual({
    ok: false,
    reason: "not live",
  });
  expect(readPlaces(world, sessionId)).toMatchObject({ taken: 1, capacity: 1 });
});

test("a group that becomes smaller because one of it is named elsewhere is offered the places set aside", () => {
  const { world, lead, session, reserved, stateOf } = ruledWorld();
  const sessionId = session({ capacity: 3 });
  const heldPlacesId = reserved(sessionId, 1);
  const [first, second, third] = [world.person(), world.person(), world.person()];
  const holder = world.person();
  const held = world.book(sessionId, holder);
  world.book(sessionId, world.person());
  const group = bookGroup(lead, { sessionId, personIds: [first, second], ifFull: "wait" });
  if (!group.ok) throw new Error("The group waits.");
  cancelBooking(world.as(holder), { bookingId: held });
  const newcomer = { sessionId, personId: third, ifFull: "refuse" } as const;
  expect(bookPlace(world.as(third), newcomer)).toEqual({ ok: false, reason: "full" });
  namePerson(lead, { heldPlacesId, personId: first });
  expect(group.value.bookingIds.map(stateOf)).toEqual(["cancelled", "offered"]);
});
