// Queues of every make for the properties of the allocation: two modes, three agencies, groups, quotas, ties.
import fc from "fast-check";
import type { Queue, Waiting } from "~/domain/bookings/waiting/allocation";
import { waitingPolicies } from "~/domain/terms/terms";
import { hours } from "~/shared/clock";

export const agencies = ["fire", "health", "police"] as const;
export const modes = ["in person", "online"] as const;
const now = hours(1000);
const agencyId = fc.constantFrom(...agencies);
const mode = fc.constantFrom(...modes);

const need = fc.constantFrom(0, 1, 2, 3) as fc.Arbitrary<Waiting["need"]>;
/** A few instants only, so that there are ties. */
const queuedAt = fc.nat(5);
const able = fc.constantFrom(true, true, true, false);

type Party = {
  agencyId: string;
  mode: Waiting["mode"];
  queuedAt: number;
  /** More than one: a group. */
  members: Pick<Waiting, "need" | "able">[];
  setAsideSince: number | null;
  splitAt: number | null;
};

const party: fc.Arbitrary<Party> = fc.record({
  agencyId,
  mode,
  queuedAt,
  members: fc.oneof(
    { weight: 3, arbitrary: fc.array(fc.record({ need, able }), { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(fc.record({ need, able }), { minLength: 2, maxLength: 4 }) },
  ),
  setAsideSince: fc.constantFrom(null, null, now - hours(1), now - hours(24), now - hours(100)),
  splitAt: fc.constantFrom(null, null, null, now - hours(2)),
});

const free = fc.integer({ min: -1, max: 5 });

export const queues: fc.Arbitrary<Queue> = fc
  .record({
    parties: fc.array(party, { maxLength: 7, size: "max" }),
    order: fc.array(fc.nat(), { minLength: 28, maxLength: 28 }),
    free: fc.record({ "in person": free, online: free }),
    kept: fc.oneof(
      fc.constant<Queue["kept"]>([]),
      fc.uniqueArray(fc.record({ agencyId, mode, places: fc.integer({ min: 1, max: 3 }) }), {
        maxLength: 3,
        selector: (quota) => `${quota.agencyId}/${quota.mode}`,
      }),
    ),
    held: fc.uniqueArray(fc.tuple(agencyId, fc.nat(4)), { selector: ([agency]) => agency }),
    openOffers: fc.nat(2),
    policy: fc.constantFrom(...waitingPolicies),
    offersAtOnce: fc.constantFrom(null, null, 1, 2, 3),
  })
  .map(({ parties, order, held, policy, offersAtOnce, ...given }) => {
    // Ids in no order of joining: whoever booked first need not be who waits longest.
    let count = 0;
    const nextId = () => {
      count += 1;
      return `b${String((order[count] ?? 0) % 1000).padStart(3, "0")}-${String(count).padStart(2, "0")}`;
    };
    const groupId = (index: number) => (parties[index]?.members.length === 1 ? null : `g${index}`);
    const waiting = parties.flatMap(({ members, agencyId, mode, queuedAt }, index) =>
      members.map((member) => {
        return { ...member, agencyId, mode, queuedAt, bookingId: nextId(), groupId: groupId(index) };
      }),
    );
    const groups = parties.flatMap(({ setAsideSince, splitAt }, index) => {
      const id = groupId(index);
      return id === null ? [] : [{ id, setAsideSince, splitAt }];
    });
    const rules = { policy, offersAtOnce, offerHours: 24, groupHours: 24 };
    return { ...given, now, waiting, groups, held: new Map(held), rules };
  });
