// Places held until a day: quotas, and places reserved for people who are named later.
import { expect, test } from "vitest";
import {
  bookPlace,
  cancelBooking,
  giveBackPlaces,
  type Hold,
  holdPlaces,
  namePerson,
  offerOutOfTurn,
  readPlaces,
  releaseHeldPlaces,
} from "~/domain/bookings/bookings.server";
import { days } from "~/shared/clock";
import { Forbidden, NotFound } from "~/shared/problems";
import { digestOf, inShort, nothing, watch } from "../support-check/ledger";
import { ruledWorld } from "./ruled-world";

function heldWorld(capacity = 4) {
  const ruled = ruledWorld();
  const { world } = ruled;
  const sessionId = ruled.session({ capacity });
  const releasesAt = world.clock.now() + days(5);
  const given = { sessionId, mode: "in person", places: 2, releasesAt } as const;
  const quota = (of: Partial<Hold> = {}, ctx = ruled.coordinator) =>
    holdPlaces(ctx, { ...given, kind: "quota", agencyId: "police", ...of });
  const reserve = (of: Partial<Hold> = {}, ctx = ruled.lead) =>
    holdPlaces(ctx, { ...given, kind: "reserved", agencyId: "police", ...of });
  const book = (agencyId: string, ifFull: "wait" | "refuse" = "refuse") => {
    world.clock.forward(1000);
    const personId = world.person({ agencyId });
    return { personId, result: bookPlace(world.as(personId), { sessionId, personId, ifFull }) };
  };
  const idOf = (result: ReturnType<typeof holdPlaces>) => {
    if (!result.ok) throw new Error(result.reason);
    return result.value.heldPlacesId;
  };
  return { ...ruled, sessionId, releasesAt, quota, reserve, book, idOf };
}

test("a quota keeps places for its agency's people, and what they book uses it up", () => {
  const { world, quota, book, sessionId } = heldWorld(3);
  const added = watch(world);
  expect(quota()).toMatchObject({ ok: true });
  expect(inShort(added())).toEqual({ audit: ["bookings.places held"], messages: [] });
  expect(readPlaces(world, sessionId)).toMatchObject({ taken: 0, kept: 2 });
  expect(book("health").result.ok).toBe(true);
  expect(book("health").result).toEqual({ ok: false, reason: "full" });
  expect(book("police").result.ok).toBe(true);
  expect(readPlaces(world, sessionId)).toMatchObject({ taken: 2, kept: 1 });
  expect(book("police").result.ok).toBe(true);
  expect(book("police").result).toEqual({ ok: false, reason: "full" });
});

test("the same place is never kept twice, nor more places than are free", () => {
  const { quota } = heldWorld(3);
  expect(quota({ places: 4 })).toEqual({ ok: false, reason: "full" });
  expect(quota().ok).toBe(true);
  expect(quota({ agencyId: "health" })).toEqual({ ok: false, reason: "full" });
  expect(quota({ agencyId: "health", places: 1 }).ok).toBe(true);
});

test("what an agency reserves comes out of its quota, named or not, so that others keep what is theirs", () => {
  const { world, lead, quota, reserve, idOf, book, sessionId } = heldWorld(4);
  quota();
  const heldPlacesId = idOf(reserve());
  expect(readPlaces(world, sessionId)).toMatchObject({ taken: 2, kept: 0 });
  expect(book("health").result.ok).toBe(true);
  namePerson(lead, { heldPlacesId, personId: world.person() });
  expect(readPlaces(world, sessionId)).toMatchObject({ taken: 3, kept: 0 });
  expect(book("health").result.ok).toBe(true);
  expect(book("health").result).toEqual({ ok: false, reason: "full" });
});

test("a place kept for one agency is not given to another's out of turn either", () => {
  const { world, coordinator, quota, book } = heldWorld(1);
  quota({ places: 1 });
  const waits = book("health", "wait").result;
  if (!waits.ok) throw new Error(waits.reason);
  const before = digestOf(world.db);
  const wish = { bookingId: waits.value.bookingId, reason: "Urgent" };
  expect(offerOutOfTurn(coordinator, wish)).toEqual({ ok: false, reason: "full" });
  expect(digestOf(world.db)).toBe(before);
});

test("reserved places are taken at once, out of what nobody waits for", () => {
  const { world, reserve, book, sessionId } = heldWorld(4);
  for (const agencyId of ["health", "health", "health"]) expect(book(agencyId).result.ok).toBe(true);
  expect(reserve({ places: 2 })).toEqual({ ok: false, reason: "full" });
  expect(reserve({ places: 1 }).ok).toBe(true);
  expect(readPlaces(world, sessionId)).toMatchObject({ taken: 4, kept: 0 });
  expect(book("police").result).toEqual({ ok: false, reason: "full" });
  expect(book("police", "wait").result).toMatchObject({ value: { state: "waiting" } });
  expect(reserve({ places: 1 })).toEqual({ ok: false, reason: "full" });
});

test("an agency reserves at most half of the places, all its holds together; a coordinator may reserve more for it", () => {
  const { lead, coordinator, reserve, idOf } = heldWorld(5);
  expect(reserve({ places: 4 })).toEqual({ ok: false, reason: "more than half" });
  const first = idOf(reserve({ places: 2 }));
  expect(reserve({ places: 2 })).toEqual({ ok: false, reason: "more than half" });
  expect(reserve({ places: 1 }).ok).toBe(true);
  expect(reserve({ places: 1 }, coordinator).ok).toBe(true);
  giveBackPlaces(lead, first);
  giveBackPlaces(lead, first);
  expect(reserve({ places: 2 })).toEqual({ ok: false, reason: "more than half" });
  expect(reserve({ places: 1 }).ok).toBe(true);
});

test("a hold is refused without places, for a mode there is not, and for no time at all", () => {
  const { world, quota, reserve, sessionId } = heldWorld();
  const { startsAt } = readPlaces(world, sessionId);
  const before = digestOf(world.db);
  const refusals: [Partial<Hold>, string][] = [
    [{ mode: "online" }, "no such mode"],
    [{ places: 0 }, "no places"],
    [{ places: 1.5 }, "no places"],
    [{ releasesAt: world.clock.now() }, "released already"],
    [{ releasesAt: startsAt + 1 }, "after the start"],
  ];
  for (const [of, reason] of refusals) {
    expect(quota(of)).toEqual({ ok: false, reason });
    expect(reserve(of)).toEqual({ ok: false, reason });
  }
  world.db.update(world.tables.sessions).set({ status: "draft" }).run();
  expect(reserve()).toEqual({ ok: false, reason: "not open" });
  world.db.update(world.tables.sessions).set({ status: "published" }).run();
  expect(digestOf(world.db)).toBe(before);
});

test("quotas are a coordinator's to set; a lead reserves for their own agency, and nobody else holds anything", () => {
  const { world, lead, healthLead, coordinator, quota, reserve } = heldWorld();
  const others = [world.stranger, world.as(world.person()), world.as(world.trainer())];
  const mark = digestOf(world.db);
  for (const ctx of [...others, lead, healthLead]) expect(() => quota({}, ctx)).toThrow(Forbidden);
  for (const ctx of [...others, healthLead]) expect(() => reserve({}, ctx)).toThrow(Forbidden);
  expect(() => reserve({ sessionId: "none" })).toThrow(NotFound);
  expect(digestOf(world.db)).toBe(mark);
  expect(reserve({}, coordinator).ok).toBe(true);
});

test("places go back on their day, to those who wait; again changes nothing", () => {
  const { world, reserve, quota, book, releasesAt, sessionId, stateOf } = heldWorld(3);
  quota({ places: 3 });
  reserve();
  const waits = [book("health", "wait"), book("health", "wait"), book("health", "wait")];
  const states = () => waits.map(({ result }) => result.ok && stateOf(result.value.bookingId));
  world.clock.set(releasesAt - 1);
  expect(releaseHeldPlaces(world.asSystem)).toBe(0);
  const added = watch(world);
  world.clock.set(releasesAt);
  expect(releaseHeldPlaces(world.asSystem)).toBe(2);
  expect(states()).toEqual(["offered", "offered", "offered"]);
  expect(inShort(added()).messages).toEqual(Array(3).fill("booking offered"));
  expect(inShort(added()).audit.sort()).toEqual([
    ...Array(3).fill("bookings.offered"),
    ...Array(2).fill("bookings.places released"),
  ]);
  expect(readPlaces(world, sessionId)).toMatchObject({ taken: 3, kept: 0 });
  const before = digestOf(world.db);
  expect(releaseHeldPlaces(world.asSystem)).toBe(0);
  expect(digestOf(world.db)).toBe(before);
  expect(() => releaseHeldPlaces(world.as(world.coordinator))).toThrow(Forbidden);
});

test("places are given back early by those who may, once; the entry counts those nobody is named for", () => {
  const { world, lead, healthLead, coordinator, reserve, quota, idOf } = heldWorld();
  const [reserved, kept] = [idOf(reserve()), idOf(quota())];
  const named = [world.person(), world.person()].map((personId) => {
    const result = namePerson(lead, { heldPlacesId: reserved, personId });
    if (!result.ok) throw new Error(result.reason);
    return { personId, ...result.value };
  });
  // A place whose person gave up is nobody's again, and still the agency's.
  cancelBooking(world.as(named[0]?.personId ?? ""), { bookingId: named[0]?.bookingId ?? "" });
  const mark = digestOf(world.db);
  for (const ctx of [world.stranger, healthLead])
    expect(() => giveBackPlaces(ctx, reserved)).toThrow(NotFound);
  for (const ctx of [world.stranger, lead]) expect(() => giveBackPlaces(ctx, kept)).toThrow(NotFound);
  expect(digestOf(world.db)).toBe(mark);
  const added = watch(world);
  expect(giveBackPlaces(lead, reserved)).toEqual({ ok: true, value: null });
  expect(giveBackPlaces(coordinator, kept)).toEqual({ ok: true, value: null });
  expect(added().audit.map(({ detail }) => detail)).toMatchObject([
    { kind: "reserved", places: 1, because: "given back" },
    { kind: "quota", places: 2, because: "given back" },
  ]);
  const again = watch(world);
  expect(giveBackPlaces(lead, reserved).ok).toBe(true);
  expect(inShort(again())).toEqual(nothing);
});
