// What must hold after every deed, whatever it was.
import { transitions } from "~/domain/bookings/rules";
import { agree, must } from "./checks";
import { countPlaces, holds, modes, over, waits } from "./counts";
import type { Deed } from "./deeds";
import type { Added, Seen, SeenBooking, SeenChange } from "./seen";

export type Step = { deed: Deed; course: number; before: Seen; after: Seen; added: Added };

/** Live and reserved places never exceed the capacity of their mode, save that a capacity may be lowered only so far. */
export function neverOversold({ after }: Step): void {
  for (const session of after.sessions) {
    for (const mode of modes) {
      const { taken, capacity } = countPlaces(after, session, mode);
      must(taken <= capacity, `${taken} of ${capacity} places ${mode} are taken`);
    }
  }
}

export function oneLiveBookingEach({ after }: Step): void {
  const live = after.bookings.filter(({ state }) => !over.includes(state));
  const pairs = new Set(live.map((one) => `${one.sessionId}/${one.personId}`));
  must(pairs.size === live.length, "somebody has two live bookings for a session");
}

/** What has ended stays as it is; only a merge changes whose it is. */
export function endedStaysEnded({ before, after, deed }: Step): void {
  for (const one of before.bookings) {
    if (!over.includes(one.state)) continue;
    const same = after.bookings.find(({ id }) => id === one.id);
    // A merge changes whose they are, and no more.
    const fixed = (row: SeenBooking | undefined) =>
      row && { ...row, agencyId: "", able: 0, personId: deed.deed === "merge" ? "" : row.personId };
    agree(fixed(same), fixed(one), "what had ended");
  }
}

/** An approval is open exactly while its booking waits for one. */
export function approvalsAgree({ after }: Step): void {
  const asking = after.bookings.filter(({ state }) => state === "awaiting approval").map(({ id }) => id);
  agree([...after.unanswered].sort(), asking.sort(), "open approvals");
}

/** Every change of state is one line of history and one audit entry, in the same order, and no state changes without. */
export function historyAgrees({ before, after, added }: Step): void {
  const states = new Map<string, string | null>(before.bookings.map(({ id, state }) => [id, state]));
  for (const { bookingId, fromState, toState } of added.changes) {
    agree(fromState, states.get(bookingId) ?? null, "the state before a change");
    const allowed = fromState === null || transitions[fromState].includes(toState);
    must(allowed, `${fromState} became ${toState}`);
    states.set(bookingId, toState);
  }
  for (const one of after.bookings) {
    agree(one.state, states.get(one.id), "the state that history ends with");
    const lines = added.changes.filter(({ bookingId }) => bookingId === one.id).length;
    const revision = before.bookings.find(({ id }) => id === one.id)?.revision ?? -1;
    agree(one.revision, revision + lines, "revision");
  }
  agree(after.bookings.length, states.size, "bookings with a history");
  const ofStates = added.audit.filter(({ action }) =>
    Object.keys(transitions).some((state) => action === `bookings.${state}`),
  );
  agree(
    ofStates.map(({ action, subjectId }) => [subjectId, action]),
    added.changes.map(({ bookingId, toState }) => [bookingId, `bookings.${toState}`]),
    "audit entries",
  );
}

const silent = ["booked twice", "came anyway", "named for a reserved place"];

/** The kind of message that belongs to a change; null: none. */
function messageOf({ fromState, toState, cause }: SeenChange, asked: ReadonlySet<string>, id: string) {
  if (toState === "confirmed") return cause === "came anyway" ? null : "booking confirmed";
  if (toState === "cancelled") return silent.includes(cause ?? "") ? null : "booking cancelled";
  if (toState === "declined") return fromState === "offered" ? null : "booking declined";
  if (toState === "expired") return fromState === "offered" ? "offer expired" : "waiting ended";
  if (toState === "attended" || toState === "partly attended") return asked.has(id) ? null : "end evaluation";
  if (toState === "did not attend") return null;
  return `booking ${toState}`;
}

/** Each change has its message, nobody hears of anything else, and the end evaluation is asked for once. */
export function messagesAgree({ added }: Step, asked: Set<string>): void {
  const expected: string[] = [];
  for (const change of added.changes) {
    const kind = messageOf(change, asked, change.bookingId);
    if (kind === "end evaluation") asked.add(change.bookingId);
    if (kind) expected.push(`${change.bookingId} ${kind}`);
  }
  const aboutBookings = added.messages.filter(({ bookingId }) => bookingId !== null);
  const told = aboutBookings.map(({ bookingId, kind }) => `${bookingId} ${kind}`);
  agree(told.sort(), expected.sort(), "messages");
  const approvals = added.changes.filter(({ toState }) => toState === "awaiting approval").length;
  const asking = added.messages.filter(({ kind }) => kind === "approval asked").length;
  must(approvals === 0 ? asking === 0 : asking >= approvals, "approvals asked for are written about");
}

const handedOn = ["substituted", "named for a reserved place"];

/** Bookings that have a place since this deed and had none before, other than from hand to hand. */
function newlyPlaced({ before, after, added }: Step): SeenBooking[] {
  const had = new Set(before.bookings.filter(holds).map(({ id }) => id));
  const passed = new Set(
    added.changes.filter(({ cause }) => handedOn.includes(cause ?? "")).map(({ bookingId }) => bookingId),
  );
  return after.bookings.filter((one) => holds(one) && !had.has(one.id) && !passed.has(one.id));
}

/** Nobody has been given a place that is kept for another agency. */
export function keptPlacesStay(step: Step): void {
  for (const one of newlyPlaced(step)) {
    const session = step.after.sessions.find(({ id }) => id === one.sessionId);
    if (!session) throw new Error("A booking has its session.");
    const { free, keptInAll, keptFor } = countPlaces(step.after, session, one.mode);
    must(free >= keptInAll - keptFor(one.agencyId), "a place that was kept for another agency is taken");
  }
}

/** Newcomers have what is left when everyone who waits and could take a place has theirs. */
export function newcomersComeLast(step: Step): void {
  const begun = new Set(
    step.added.changes.filter(({ fromState }) => fromState === null).map(({ bookingId }) => bookingId),
  );
  const newcomers = newlyPlaced(step).filter(({ id }) => begun.has(id));
  for (const session of step.before.sessions) {
    for (const mode of modes) {
      const here = newcomers.filter((one) => one.sessionId === session.id && one.mode === mode);
      const { free, keptInAll, keptFor, waiting } = countPlaces(step.before, session, mode);
      if (here.length === 0 || here.some(({ agencyId }) => keptFor(agencyId) > 0)) continue;
      const ahead = waiting.filter(({ agencyId }) => keptFor(agencyId) === 0).length;
      must(free - keptInAll >= ahead + here.length, "a newcomer has a place that somebody waits for");
    }
  }
}

/** After the jobs no place is free that somebody waits for, unless it is kept, set aside, or offers are limited. */
export function nobodyWaitsForAFreePlace({ deed, course, after }: Step): void {
  if (deed.deed !== "jobs" || course === 1) return;
  for (const session of after.sessions) {
    if (session.status !== "published" || after.now >= session.closesAt) continue;
    for (const mode of modes) {
      const { free, keptInAll, waiting } = countPlaces(after, session, mode);
      const together = waiting.filter(({ groupId }) =>
        after.groups.some(({ id, splitAt }) => id === groupId && splitAt === null),
      );
      const idle = together.length === 0 && waiting.length > 0 && free > keptInAll;
      must(!idle, "a place is free that somebody waits for");
    }
  }
}

/** Somebody who waits is still able to: what `able` of the tables says is what the offers went by. */
export const onlyTheAbleAreOffered = ({ after, added }: Step): void => {
  const offered = added.changes.filter(({ toState }) => toState === "offered");
  for (const { bookingId } of offered) {
    const row = after.bookings.find(({ id }) => id === bookingId);
    must(row && waits({ ...row, state: "waiting" }), "somebody is offered a place who cannot take it");
  }
};
