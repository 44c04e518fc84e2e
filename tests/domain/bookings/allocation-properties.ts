// What must hold for any queue, said without the way it is done; the controls put broken allocations in its place.
import { expect } from "vitest";
import type { Allocation, allocate, Queue, Waiting } from "~/domain/bookings/waiting/allocation";
import { hours } from "~/shared/clock";
import { agencies, modes } from "./allocation-queues";

type Mode = (typeof modes)[number];
export type Allocate = typeof allocate;

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
const offered = ({ offers }: Allocation) => offers.map(({ waiting }) => waiting);
const inMode = (waiting: Waiting[], mode: Mode) => waiting.filter((one) => one.mode === mode);
const keptIn = (queue: Queue, mode: Mode) => queue.kept.filter((quota) => quota.mode === mode);

/** Those who wait as one: a group that has not been split, now or before, or somebody alone. */
function partyOf(queue: Queue, { split }: Allocation, one: Waiting): Waiting[] {
  const group = queue.groups.find(({ id }) => id === one.groupId);
  if (!group || group.splitAt !== null || split.includes(group.id)) return [one];
  return queue.waiting.filter(({ groupId, able }) => groupId === one.groupId && able);
}

type Key = [weight: number, queuedAt: number, id: string];
const compare = (a: Key, b: Key) => a[0] - b[0] || a[1] - b[1] || (a[2] === b[2] ? 0 : a[2] < b[2] ? -1 : 1);

/** @param before offers made earlier in the same pass: they count as places of their agency */
function keyOf(queue: Queue, party: Waiting[], before: Waiting[]): Key {
  const [first] = [...party].sort((a, b) =>
    compare([0, a.queuedAt, a.bookingId], [0, b.queuedAt, b.bookingId]),
  ) as [Waiting];
  const weight = {
    "first come": () => 0,
    "mixed agencies": () =>
      (queue.held.get(first.agencyId) ?? 0) +
      before.filter(({ agencyId }) => agencyId === first.agencyId).length,
    "needs first": () => Math.min(...party.map(({ need }) => need)),
  }[queue.rules.policy]();
  return [weight, first.queuedAt, first.bookingId];
}

export const properties: Record<string, (queue: Queue, allocate: Allocate) => void> = {
  "never more offers and places set aside than are free in a mode": (queue, allocate) => {
    const allocation = allocate(queue);
    const { setAside } = allocation;
    for (const mode of modes) {
      const aside = setAside.filter(
        ({ groupId }) => queue.waiting.find((one) => one.groupId === groupId)?.mode === mode,
      );
      const given = inMode(offered(allocation), mode).length + sum(aside.map(({ places }) => places));
      expect(given).toBeLessThanOrEqual(Math.max(0, queue.free[mode]));
    }
  },

  "places that are kept for an agency go to no other": (queue, allocate) => {
    const chosen = offered(allocate(queue));
    for (const mode of modes) {
      const given = inMode(chosen, mode);
      const givenTo = (agencyId: string) => given.filter((one) => one.agencyId === agencyId).length;
      for (const { agencyId } of given) {
        const others = keptIn(queue, mode).filter((quota) => quota.agencyId !== agencyId);
        const left = sum(others.map((quota) => Math.max(0, quota.places - givenTo(quota.agencyId))));
        expect(queue.free[mode] - given.length).toBeGreaterThanOrEqual(left);
      }
    }
  },

  "nobody able is passed over by somebody later in the order, but for mode and kept places": (
    queue,
    allocate,
  ) => {
    const allocation = allocate(queue);
    const chosen = offered(allocation);
    chosen.forEach((one, index) => {
      const party = partyOf(queue, allocation, one);
      const start = chosen.findIndex((other) => party.includes(other));
      const before = chosen.slice(0, Math.min(index, start));
      for (const other of queue.waiting) {
        if (!other.able || other.mode !== one.mode || chosen.includes(other)) continue;
        if (keptIn(queue, one.mode).some(({ agencyId }) => agencyId === one.agencyId)) continue;
        const others = partyOf(queue, allocation, other);
        expect(compare(keyOf(queue, party, before), keyOf(queue, others, before))).toBeLessThan(0);
      }
    });
  },

  "offers are made in the order of the policy, ties by joining": (queue, allocate) => {
    const allocation = allocate(queue);
    const chosen = offered(allocation);
    for (const [index, one] of chosen.entries()) {
      const before = chosen.slice(0, index);
      const party = partyOf(queue, allocation, one);
      if (before.some((other) => party.includes(other))) continue;
      for (const later of chosen.slice(index)) {
        const laterParty = partyOf(queue, allocation, later);
        if (party.includes(later) || later.mode !== one.mode || queue.kept.length > 0) continue;
        expect(compare(keyOf(queue, party, before), keyOf(queue, laterParty, before))).toBeLessThan(0);
      }
    }
  },

  "everyone able has one turn in the order, and nobody else has any": (queue, allocate) => {
    const { order, offers } = allocate(queue);
    const able = queue.waiting.filter((one) => one.able).map(({ bookingId }) => bookingId);
    expect(order.map(({ waiting }) => waiting.bookingId).sort()).toEqual(able.sort());
    for (const offer of offers) expect(order.some(({ waiting }) => waiting === offer.waiting)).toBe(true);
    expect(new Set(offers).size).toBe(offers.length);
  },

  "a group is offered places all together or not at all, until it is split": (queue, allocate) => {
    const allocation = allocate(queue);
    const chosen = offered(allocation);
    for (const one of chosen)
      for (const member of partyOf(queue, allocation, one)) expect(chosen).toContain(member);
  },

  "a group first in its mode does not starve: offered, split, or all free places are set aside for it": (
    queue,
    allocate,
  ) => {
    const allocation = allocate(queue);
    for (const { id, splitAt } of queue.groups) {
      const members = queue.waiting.filter(({ groupId, able }) => groupId === id && able);
      const [one] = members;
      if (!one || splitAt !== null || queue.kept.length > 0 || queue.free[one.mode] <= 0) continue;
      const rivals = queue.waiting.filter((other) => other.able && other.mode === one.mode);
      const key = keyOf(queue, members, []);
      const first = rivals.every(
        (other) =>
          members.includes(other) || compare(key, keyOf(queue, partyOf(queue, allocation, other), [])) < 0,
      );
      // What goes to people in the other mode counts as places of their agencies.
      if (
        !first ||
        (queue.rules.policy === "mixed agencies" && queue.waiting.some(({ mode }) => mode !== one.mode))
      )
        continue;
      const fits = members.length <= queue.free[one.mode];
      const aside = allocation.setAside.find(({ groupId }) => groupId === id)?.places;
      if (allocation.split.includes(id)) expect(fits).toBe(false);
      else if (!fits) expect(aside).toBe(queue.free[one.mode]);
      else if (limitOf(queue) > 0 && !queue.waiting.some(({ mode }) => mode !== one.mode))
        expect(offered(allocation)).toContain(one);
    }
  },

  "a group blocks no place once it has waited for its hours": (queue, allocate) => {
    const { setAside } = allocate(queue);
    for (const { groupId } of setAside) {
      const since = queue.groups.find(({ id }) => id === groupId)?.setAsideSince ?? queue.now;
      expect(queue.now).toBeLessThan(since + hours(queue.rules.groupHours));
    }
  },

  "no more offers are open than the terms say, but that a group is not torn apart for it": (
    queue,
    allocate,
  ) => {
    const allocation = allocate(queue);
    const chosen = offered(allocation);
    const last = chosen.at(-1);
    if (!last) return;
    const lastParty = partyOf(queue, allocation, last).length;
    expect(chosen.length - lastParty).toBeLessThan(limitOf(queue));
  },

  "a newcomer's place is one that nobody who waits could have": (queue, allocate) => {
    const unlimited = { ...queue, rules: { ...queue.rules, offersAtOnce: null } };
    const allocation = allocate(unlimited);
    for (const mode of modes) {
      for (const agencyId of agencies) {
        const places = allocation.placesFor(agencyId, mode);
        expect(places).toBeLessThanOrEqual(Math.max(0, queue.free[mode]));
        if (places === 0) continue;
        const kept = queue.kept.map((quota) =>
          quota.mode === mode && quota.agencyId === agencyId
            ? { ...quota, places: Math.max(0, quota.places - places) }
            : quota,
        );
        // Even with those places gone to newcomers, everyone who waits is offered what they were.
        const free = { ...queue.free, [mode]: queue.free[mode] - places };
        if (keptIn(queue, mode).some((quota) => quota.agencyId === agencyId)) continue;
        expect(offered(allocate({ ...unlimited, kept, free }))).toEqual(offered(allocation));
      }
      if (keptIn(queue, mode).length > 0) continue;
      const waiting = inMode(queue.waiting, mode).filter(({ able }) => able).length;
      expect(allocation.placesFor("fire", mode)).toBe(Math.max(0, queue.free[mode] - waiting));
    }
  },

  "the order in which the queue was read does not matter, and nothing of it is changed": (
    queue,
    allocate,
  ) => {
    const before = JSON.stringify({ ...queue, held: [...queue.held] });
    const ids = (allocation: Allocation) => offered(allocation).map(({ bookingId }) => bookingId);
    const other = { ...queue, waiting: [...queue.waiting].reverse(), kept: [...queue.kept].reverse() };
    expect(ids(allocate(other))).toEqual(ids(allocate(queue)));
    expect(JSON.stringify({ ...queue, held: [...queue.held] })).toBe(before);
  },
};

/** How many more offers may be open. */
const limitOf = ({ rules, openOffers }: Queue) =>
  rules.offersAtOnce === null ? Number.POSITIVE_INFINITY : rules.offersAtOnce - openOffers;
