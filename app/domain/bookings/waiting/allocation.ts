// Who gets the free places of a session: pure, so that the same rule offers, previews, and tells a newcomer whether
// there is one for them.

import type { TermsRules, WaitingPolicy } from "~/domain/terms/terms";
import { hours } from "~/shared/clock";
import type { PlaceMode } from "../bookings";

/** Someone on the waiting list, with what a policy may weigh. */
export type Waiting = {
  bookingId: string;
  agencyId: string;
  mode: PlaceMode;
  queuedAt: number;
  groupId: string | null;
  /** 0 must be trained and is not, 1 nobody knows, 2 not asked of their kind of work, 3 trained and in date. */
  need: 0 | 1 | 2 | 3;
  /** Still here and confirmed by their agency; others keep their turn and are passed over. */
  able: boolean;
};

export type WaitingGroup = { id: string; setAsideSince: number | null; splitAt: number | null };

export type Queue = {
  now: number;
  /** Places nobody holds, per mode: capacity less what is taken and reserved. */
  free: Record<PlaceMode, number>;
  /** What is left of quotas: places that only one agency's people may have. */
  kept: { agencyId: string; mode: PlaceMode; places: number }[];
  /** Places that each agency's people hold already. */
  held: ReadonlyMap<string, number>;
  waiting: Waiting[];
  groups: WaitingGroup[];
  /** Offers that nobody has answered yet. */
  openOffers: number;
  rules: TermsRules["waiting"];
};

export type Turn = { waiting: Waiting; reason: string };
type Party = { members: Waiting[]; group: WaitingGroup | null };

export type Allocation = {
  /** Whom to offer a place now, in this order. */
  offers: Turn[];
  /** Groups at the head of the queue for whom places are set aside from now on, with how many. */
  setAside: { groupId: string; places: number }[];
  /** Groups that have waited together for long enough: their people wait one by one. */
  split: string[];
  /** Everyone who can take a place, in the order of their turn, each with why. */
  order: Turn[];
  /** How many places people of this agency could have who come now. */
  placesFor(agencyId: string, mode: PlaceMode): number;
};

/**
 * Goes through the queue in the policy's order and gives each who can take one a place, as long as there are any. A
 * place that is kept for another agency is not free for them, and nobody is passed over for a reason but these two:
 * no place of their mode, or not able to take it.
 *
 * A group is offered places together or not at all. At the head of the queue the free places are set aside for it, so
 * that it does not starve; after `groupHours` its people wait one by one in the same turn, so that it does not block.
 */
export function allocate(queue: Queue): Allocation {
  const free = { ...queue.free };
  const kept = queue.kept.map((quota) => ({ ...quota }));
  const held = new Map(queue.held);
  const offers: Turn[] = [];
  const order: Turn[] = [];
  const setAside: Allocation["setAside"] = [];
  const split: string[] = [];
  let budget =
    queue.rules.offersAtOnce === null
      ? Number.POSITIVE_INFINITY
      : queue.rules.offersAtOnce - queue.openOffers;

  const available = (agencyId: string, mode: PlaceMode) =>
    free[mode] -
    kept
      .filter((quota) => quota.mode === mode && quota.agencyId !== agencyId)
      .reduce((sum, quota) => sum + quota.places, 0);
  const take = (agencyId: string, mode: PlaceMode, places = 1) => {
    free[mode] -= places;
    let left = places;
    for (const own of kept.filter((quota) => quota.mode === mode && quota.agencyId === agencyId)) {
      const used = Math.min(own.places, left);
      own.places -= used;
      left -= used;
    }
  };

  const parties = partiesOf(queue);
  while (parties.length > 0) {
    const turn = nextTurn(parties, queue.rules.policy, held);
    const [party] = parties.splice(turn, 1) as [Party];
    const first = party.members[0] as Waiting;
    const why = reasonFor(queue.rules.policy, party, held);
    const there = party.members.filter((member) => available(member.agencyId, member.mode) > 0);
    const fits = fitsTogether(party.members, available);
    if (party.group && !fits) {
      const open = Math.min(party.members.length, Math.max(0, available(first.agencyId, first.mode)));
      const since = party.group.setAsideSince ?? queue.now;
      if (open > 0 && queue.now >= since + hours(queue.rules.groupHours)) {
        split.push(party.group.id);
        parties.push(...party.members.map((member) => ({ members: [member], group: null })));
        parties.sort(byJoining);
        continue;
      }
      for (const member of party.members)
        order.push({ waiting: member, reason: `${why}; waits for ${party.members.length} places together` });
      if (open > 0) {
        setAside.push({ groupId: party.group.id, places: open });
        take(first.agencyId, first.mode, open);
      }
      continue;
    }
    for (const member of party.members) order.push({ waiting: member, reason: why });
    if (there.length === 0) continue;
    const offering = budget > 0;
    for (const member of party.members) {
      // Beyond the offers open at a time a place is still theirs: nobody behind them gets it.
      take(member.agencyId, member.mode);
      held.set(member.agencyId, (held.get(member.agencyId) ?? 0) + 1);
      if (offering) offers.push({ waiting: member, reason: why });
    }
    if (offering) budget -= party.members.length;
  }
  return {
    offers,
    setAside,
    split,
    order,
    placesFor: (agencyId, mode) => Math.max(0, available(agencyId, mode)),
  };
}

function fitsTogether(members: Waiting[], available: (agencyId: string, mode: PlaceMode) => number): boolean {
  const wanted = (mode: PlaceMode) => members.filter((member) => member.mode === mode).length;
  return members.every((member) => available(member.agencyId, member.mode) >= wanted(member.mode));
}

/** Singles, and groups that still wait together, in order of joining. */
function partiesOf(queue: Queue): Party[] {
  const parties: Party[] = [];
  const byGroup = new Map<string, Party>();
  const able = queue.waiting.filter((waiting) => waiting.able);
  for (const waiting of able.sort(joinedBefore)) {
    const group = queue.groups.find(
      (candidate) => candidate.id === waiting.groupId && candidate.splitAt === null,
    );
    const known = group && byGroup.get(group.id);
    if (known) {
      known.members.push(waiting);
      continue;
    }
    const party = { members: [waiting], group: group ?? null };
    parties.push(party);
    if (group) byGroup.set(group.id, party);
  }
  return parties;
}

const joinedBefore = (a: Waiting, b: Waiting): number =>
  a.queuedAt - b.queuedAt || (a.bookingId < b.bookingId ? -1 : 1);
const byJoining = (a: Party, b: Party): number =>
  joinedBefore(a.members[0] as Waiting, b.members[0] as Waiting);

/** The index of the party whose turn it is; parties are in order of joining, and the earlier wins a tie. */
function nextTurn(parties: Party[], policy: WaitingPolicy, held: ReadonlyMap<string, number>): number {
  if (policy === "first come") return 0;
  const weight = ({ members }: Party) => {
    if (policy === "mixed agencies") return held.get(members[0]?.agencyId ?? "") ?? 0;
    if (policy === "needs first") return Math.min(...members.map((member) => member.need));
    return 0;
  };
  let best = 0;
  for (let index = 1; index < parties.length; index += 1) {
    if (weight(parties[index] as Party) < weight(parties[best] as Party)) best = index;
  }
  return best;
}

const needInWords = [
  "must be trained in this and is not",
  "nobody knows whether they are trained in it",
  "it is not asked of their kind of work",
  "trained in it and in date",
] as const;

function reasonFor(policy: WaitingPolicy, { members }: Party, held: ReadonlyMap<string, number>): string {
  if (policy === "mixed agencies") {
    const places = held.get(members[0]?.agencyId ?? "") ?? 0;
    return `fewest places: their agency has ${places}; then longest waiting`;
  }
  if (policy === "needs first") {
    const need = Math.min(...members.map((member) => member.need)) as Waiting["need"];
    return `greatest need: ${needInWords[need]}; then longest waiting`;
  }
  return "longest waiting";
}
