// Whose turn it was: each offer against everyone who waited at that moment and waits still.
import { hours } from "~/shared/clock";
import { agree, must } from "./checks";
import { holds } from "./counts";
import type { Step } from "./promises";
import type { Seen, SeenBooking, SeenPromotion } from "./seen";
import { groupHours } from "./stage";

/** Bookings as they stood while the deed was carried out, change by change. */
function replay({ before, after, added }: Step) {
  const now = new Map(before.bookings.map((one) => [one.id, { ...one }]));
  // Whose they are, and how their agency sees them, is as after a merge: it comes before the offers.
  for (const one of after.bookings) {
    const known = now.get(one.id);
    if (known) Object.assign(known, { agencyId: one.agencyId, able: one.able });
  }
  let next = 0;
  return {
    now,
    /** Up to this change, not with it. */
    until(changeId: number): void {
      for (; next < added.changes.length; next += 1) {
        const change = added.changes[next];
        if (!change || change.id >= changeId) return;
        const row = now.get(change.bookingId) ?? after.bookings.find(({ id }) => id === change.bookingId);
        if (row) now.set(row.id, { ...row, state: change.toState });
      }
    },
  };
}

type Weighed = { waiting: { bookingId: string; need: number }[] };
type Key = [weight: number, queuedAt: number, id: string];
const isBefore = (a: Key, b: Key) => a[0] - b[0] || a[1] - b[1] || (a[2] === b[2] ? 0 : a[2] < b[2] ? -1 : 1);

/** Those who wait as one with this booking: its group while it has not been split, or itself. */
function partyOf(rows: SeenBooking[], one: SeenBooking, seen: Seen): SeenBooking[] {
  const together = seen.groups.some(({ id, splitAt }) => id === one.groupId && splitAt === null);
  return together ? rows.filter(({ groupId }) => groupId === one.groupId) : [one];
}

/** The place of a party in the order of the policy that the promotion names. */
function keyOf(party: SeenBooking[], rows: SeenBooking[], promotion: SeenPromotion): Key {
  const byJoining = [...party].sort((a, b) =>
    isBefore([0, a.queuedAt ?? 0, a.id], [0, b.queuedAt ?? 0, b.id]),
  );
  const [first] = byJoining as [SeenBooking];
  const weights: Record<string, () => number> = {
    "first come": () => 0,
    "mixed agencies": () =>
      rows.filter((one) => one.sessionId === first.sessionId && one.agencyId === first.agencyId && holds(one))
        .length,
    "needs first": () => {
      const { waiting } = JSON.parse(promotion.inputs) as Weighed;
      const needs = party.map(({ id }) => waiting.find(({ bookingId }) => bookingId === id)?.need);
      return Math.min(...needs.map((need) => need ?? Number.NaN));
    },
  };
  return [weights[promotion.policy]?.() ?? Number.NaN, first.queuedAt ?? 0, first.id];
}

/**
 * Every offer has one promotion. One by the policy went to whoever was first of all that waited; one out of turn is
 * recorded with who chose it and why, and only that deed makes one.
 */
export function offersFollowTheOrder(step: Step): void {
  const { after, added, deed } = step;
  const offers = added.changes.filter(({ toState }) => toState === "offered");
  const idsOf = (rows: { bookingId: string }[]) => rows.map(({ bookingId }) => bookingId);
  agree(idsOf(added.promotions), idsOf(offers), "promotions of offers");
  const story = replay(step);
  offers.forEach((offer, index) => {
    const promotion = added.promotions[index] as SeenPromotion;
    if (promotion.kind === "override") {
      must(deed.deed === "outOfTurn", "only a coordinator's choice is out of turn");
      must(promotion.byPersonId && promotion.overrideReason, "a choice out of turn says whose and why");
      return;
    }
    must(deed.deed !== "outOfTurn", "a choice out of turn is recorded as such");
    const chosen = after.bookings.find(({ id }) => id === offer.bookingId) as SeenBooking;
    const session = after.sessions.find(({ id }) => id === chosen.sessionId);
    const open = session?.status === "published" && after.now < session.closesAt;
    must(open, "a place is offered when booking is not open");
    const party = partyOf(after.bookings, chosen, after);
    // Of a group offered together only the first offer was a choice.
    const earlier = offers.slice(0, index).map(({ bookingId }) => bookingId);
    if (party.some(({ id }) => earlier.includes(id))) return;
    story.until(offer.id);
    const rows = [...story.now.values()];
    const waited = (id: string) => story.now.get(id)?.state === "waiting";
    const key = keyOf(
      partyOf(
        rows.filter(({ id }) => waited(id)),
        chosen,
        after,
      ),
      rows,
      promotion,
    );
    const quotas = step.before.holds.some(({ kind }) => kind === "quota");
    for (const other of after.bookings) {
      const passedOver =
        other.sessionId === chosen.sessionId && other.mode === chosen.mode && other.state === "waiting";
      if (!passedOver || !other.able || !waited(other.id)) continue;
      if (quotas && other.agencyId !== chosen.agencyId) continue;
      const others = partyOf(
        rows.filter(({ id }) => waited(id)),
        other,
        after,
      ).filter(({ able }) => able);
      must(isBefore(key, keyOf(others, rows, promotion)) < 0, "an offer passed somebody in the queue");
    }
  });
}

/** A group that waits together is offered places together: none of those able to take one is left behind. */
export function groupsStayTogether({ after, added }: Step): void {
  for (const { bookingId, kind } of added.promotions) {
    const one = after.bookings.find(({ id }) => id === bookingId);
    const group = after.groups.find(({ id, splitAt }) => id === one?.groupId && splitAt === null);
    if (!one || !group || kind === "override") continue;
    const left = after.bookings.filter(
      (other) => other.groupId === group.id && other.state === "waiting" && other.able,
    );
    must(left.length === 0, "only some of a group are offered places");
  }
}

/** After the jobs no group blocks a free place for longer than the terms say. */
export function groupsDoNotBlock({ deed, course, after }: Step): void {
  if (deed.deed !== "jobs") return;
  for (const { id, setAsideSince, splitAt } of after.groups) {
    if (setAsideSince === null || splitAt !== null) continue;
    const members = after.bookings.filter((one) => one.groupId === id && one.state === "waiting" && one.able);
    const session = after.sessions.find((one) => one.id === members[0]?.sessionId);
    const open = session?.status === "published" && after.now < session.closesAt;
    if (members.length === 0 || !open || after.holds.length > 0 || course === 1) continue;
    const own = after.bookings.filter((one) => one.sessionId === session.id && one.mode === members[0]?.mode);
    const capacity = members[0]?.mode === "online" ? session.online : session.room;
    const blocks = own.filter(holds).length < capacity;
    const longest = setAsideSince + hours(groupHours);
    must(!blocks || after.now < longest, "a group blocks places for too long");
  }
}
