// The allocation of free places, whatever the queue; and that each property can fail.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Allocation, allocate, type Queue } from "~/domain/bookings/waiting/allocation";
import { type Allocate, properties } from "./allocation-properties";
import { queues } from "./allocation-queues";

const numRuns = 3000;

describe("whatever the queue", () => {
  test.each(Object.entries(properties))("%s", (_, holds) => {
    fc.assert(
      fc.property(queues, (queue) => holds(queue, allocate)),
      { numRuns },
    );
  });
});

const offers = (queue: Queue, change: (allocation: Allocation) => Allocation["offers"]) => {
  const allocation = allocate(queue);
  return { ...allocation, offers: change(allocation) };
};
const rulesOf = (queue: Queue, rules: Partial<Queue["rules"]>): Queue => ({
  ...queue,
  rules: { ...queue.rules, ...rules },
});

const broken: [string, keyof typeof properties, Allocate][] = [
  [
    "one more is offered than is free",
    "never more offers and places set aside than are free in a mode",
    (queue) =>
      allocate({ ...queue, free: { "in person": queue.free["in person"] + 1, online: queue.free.online } }),
  ],
  [
    "quotas are not looked at",
    "places that are kept for an agency go to no other",
    (queue) => allocate({ ...queue, kept: [] }),
  ],
  [
    "the first is left out",
    "nobody able is passed over by somebody later in the order, but for mode and kept places",
    (queue) => offers(queue, (allocation) => allocation.offers.slice(1)),
  ],
  [
    "need does not count",
    "nobody able is passed over by somebody later in the order, but for mode and kept places",
    (queue) =>
      allocate(queue.rules.policy === "needs first" ? rulesOf(queue, { policy: "first come" }) : queue),
  ],
  [
    "agencies do not count",
    "nobody able is passed over by somebody later in the order, but for mode and kept places",
    (queue) =>
      allocate(queue.rules.policy === "mixed agencies" ? rulesOf(queue, { policy: "first come" }) : queue),
  ],
  [
    "offers are made the other way round",
    "offers are made in the order of the policy, ties by joining",
    (queue) => offers(queue, (allocation) => [...allocation.offers].reverse()),
  ],
  [
    "those who cannot take a place have a turn",
    "everyone able has one turn in the order, and nobody else has any",
    (queue) => allocate({ ...queue, waiting: queue.waiting.map((one) => ({ ...one, able: true })) }),
  ],
  [
    "groups are taken apart",
    "a group is offered places all together or not at all, until it is split",
    (queue) => allocate({ ...queue, groups: [] }),
  ],
  [
    "nothing is set aside for a group",
    "a group first in its mode does not starve: offered, split, or all free places are set aside for it",
    (queue) => ({ ...allocate(queue), setAside: [] }),
  ],
  [
    "a group never has waited long enough",
    "a group blocks no place once it has waited for its hours",
    (queue) => {
      const groups = queue.groups.map((group) => ({ ...group, setAsideSince: null }));
      return allocate({ ...queue, groups });
    },
  ],
  [
    "offers are not limited",
    "no more offers are open than the terms say, but that a group is not torn apart for it",
    (queue) => allocate(rulesOf(queue, { offersAtOnce: null })),
  ],
  [
    "newcomers do not wait behind anyone",
    "a newcomer's place is one that nobody who waits could have",
    (queue) => ({ ...allocate(queue), placesFor: (_, mode) => Math.max(0, queue.free[mode]) }),
  ],
  [
    "ties go by the order of reading",
    "the order in which the queue was read does not matter, and nothing of it is changed",
    (queue) => {
      const waiting = queue.waiting.map((one, index) => ({ ...one, queuedAt: one.queuedAt * 100 + index }));
      return allocate({ ...queue, waiting });
    },
  ],
];

test.each(broken)("control: it is found out when %s", (_, property, wrong) => {
  const check = fc.check(
    fc.property(queues, (queue) => properties[property]?.(queue, wrong)),
    { numRuns, endOnFailure: true },
  );
  expect(check.failed).toBe(true);
});
