// Whatever statement fails, nothing remains: approving, moving, handing on, groups, charges, and calling a session off.
import { expect, test } from "vitest";
import {
  answerApproval,
  answerRequest,
  answerSilence,
  bookGroup,
  bookPlace,
  callOffSession,
  cancelBooking,
  endWaiting,
  holdPlaces,
  moveBooking,
  namePerson,
  offerFreePlaces,
  offerOutOfTurn,
  releaseHeldPlaces,
  substitute,
} from "~/domain/bookings/bookings.server";
import { days } from "~/shared/clock";
import { leavesSomethingBehind } from "./failing";
import { ruledWorld } from "./ruled-world";

type Ruled = ReturnType<typeof ruledWorld>;

/** A full session of one place, with its holder and two who wait. */
function fullSession(ruled: Ruled) {
  const { world } = ruled;
  const sessionId = ruled.session({ capacity: 1 });
  const [holder, first, second] = [0, 1, 2].map(() => {
    world.clock.forward(1);
    const personId = world.person();
    return { personId, ctx: world.as(personId), bookingId: world.book(sessionId, personId) };
  });
  if (!holder || !first || !second) throw new Error("Three people were booked.");
  return { sessionId, holder, first, second };
}

const wishOf = (personId: string, sessionId: string) => ({ personId, sessionId, ifFull: "wait" as const });
const done = (count: number) => ({ ok: count > 0 });

/** Each sets the scene and gives the command, with the fewest statements it can need. */
const commands: [string, number, (ruled: Ruled) => () => unknown][] = [
  [
    "asking for a place that has to be approved",
    14,
    (ruled) => {
      ruled.asks({ approval: "line manager" });
      const personId = ruled.managed();
      const wish = wishOf(personId, ruled.session());
      return () => bookPlace(ruled.world.as(personId), wish);
    },
  ],
  [
    "asking for a place with a claim",
    12,
    (ruled) => {
      const claims = [{ prerequisiteId: ruled.asks({ prerequisite: true }), said: "Last year" }];
      const personId = ruled.world.person();
      const wish = { ...wishOf(personId, ruled.session()), claims };
      return () => bookPlace(ruled.world.as(personId), wish);
    },
  ],
  [
    "cancelling late, with a charge and the place passed on",
    24,
    (ruled) => {
      const { world } = ruled;
      const { holder } = fullSession(ruled);
      world.clock.forward(days(12));
      return () => cancelBooking(holder.ctx, holder);
    },
  ],
  [
    "offering places to a group",
    20,
    (ruled) => {
      const { world, lead } = ruled;
      const { sessionId, first, second } = fullSession(ruled);
      for (const one of [first, second]) cancelBooking(one.ctx, one);
      const personIds = [world.person(), world.person()];
      bookGroup(lead, { sessionId, personIds, ifFull: "wait" });
      world.db.update(world.tables.sessions).set({ capacity: 3 }).run();
      return () => done(offerFreePlaces(world.asSystem, sessionId));
    },
  ],
  [
    "offering a place out of turn",
    12,
    (ruled) => {
      const { world } = ruled;
      const { second } = fullSession(ruled);
      world.db.update(world.tables.sessions).set({ capacity: 2 }).run();
      return () => offerOutOfTurn(ruled.coordinator, { ...second, reason: "Starts on Monday" });
    },
  ],
  [
    "approving",
    14,
    (ruled) => {
      const approvalId = ruled.asked();
      return () => answerApproval(ruled.coordinator, { approvalId, approve: true });
    },
  ],
  [
    "not approving",
    14,
    (ruled) => {
      const approvalId = ruled.asked();
      return () => answerApproval(ruled.coordinator, { approvalId, approve: false, note: "Not this month" });
    },
  ],
  [
    "the job that takes silence for an answer",
    14,
    (ruled) => {
      ruled.asked();
      ruled.world.clock.forward(days(9));
      return () => done(answerSilence(ruled.world.asSystem));
    },
  ],
  [
    "accepting a request that then has to be approved",
    16,
    (ruled) => {
      const claims = [{ prerequisiteId: ruled.asks({ prerequisite: true }), said: null }];
      ruled.asks({ approval: "agency lead" });
      const personId = ruled.world.person();
      const asked = bookPlace(ruled.world.as(personId), { ...wishOf(personId, ruled.session()), claims });
      if (!asked.ok) throw new Error(asked.reason);
      return () => answerRequest(ruled.coordinator, { bookingId: asked.value.bookingId, accept: true });
    },
  ],
  [
    "moving to another date, late, with the old place passed on",
    34,
    (ruled) => {
      const { world } = ruled;
      const { holder } = fullSession(ruled);
      const toSessionId = ruled.session();
      world.clock.forward(days(12));
      return () => moveBooking(holder.ctx, { ...holder, toSessionId });
    },
  ],
  [
    "a colleague taking a place who waited for one",
    24,
    (ruled) => {
      const { holder, first } = fullSession(ruled);
      return () => substitute(ruled.lead, { bookingId: holder.bookingId, personId: first.personId });
    },
  ],
  [
    "naming somebody for a reserved place",
    12,
    (ruled) => {
      const heldPlacesId = ruled.reserved(ruled.session({ capacity: 4 }), 2);
      const personId = ruled.world.person();
      return () => namePerson(ruled.lead, { heldPlacesId, personId });
    },
  ],
  [
    "reserving places",
    5,
    (ruled) => {
      const hold = {
        sessionId: ruled.session({ capacity: 4 }),
        kind: "reserved",
        agencyId: "police",
      } as const;
      const releasesAt = ruled.world.clock.now() + days(1);
      return () => holdPlaces(ruled.lead, { ...hold, mode: "in person", places: 2, releasesAt });
    },
  ],
  [
    "the job that releases places, with an offer of each",
    16,
    (ruled) => {
      const { world } = ruled;
      const sessionId = ruled.session({ capacity: 1 });
      ruled.reserved(sessionId, 1);
      world.book(sessionId, world.person());
      world.clock.forward(days(6));
      return () => done(releaseHeldPlaces(world.asSystem));
    },
  ],
  [
    "booking a group",
    24,
    (ruled) => {
      const { world, lead } = ruled;
      const personIds = [world.person(), world.person(), world.person()];
      const wish = { sessionId: ruled.session({ capacity: 3 }), personIds, ifFull: "refuse" } as const;
      return () => bookGroup(lead, wish);
    },
  ],
  [
    "calling a session off",
    24,
    (ruled) => {
      const { sessionId } = fullSession(ruled);
      return () => callOffSession(ruled.coordinator, { sessionId, reason: "no trainer" });
    },
  ],
  [
    "the job that ends waiting",
    8,
    (ruled) => {
      const { world } = ruled;
      const { second } = fullSession(ruled);
      cancelBooking(second.ctx, second);
      world.clock.forward(days(14));
      return () => done(endWaiting(world.asSystem));
    },
  ],
];

test.each(commands)(
  "%s leaves the database untouched whichever statement fails, and works once none does",
  (name, fewest, scene) => {
    const ruled = ruledWorld();
    expect(leavesSomethingBehind(ruled.world, scene(ruled), fewest)).toBeNull();
    const charges = ruled.world.db.select().from(ruled.world.tables.charges).all();
    expect(charges).toHaveLength(/late/.test(name) ? 1 : 0);
  },
);

test.each(commands.filter(([name]) => /moving|group|approving/.test(name)))(
  "control: without the transaction %s leaves half of it behind",
  (_, _fewest, scene) => {
    const ruled = ruledWorld();
    const command = scene(ruled);
    const { $client } = ruled.world.db;
    // A database that says it is already in a transaction makes `transact` join one that is not there.
    ruled.world.db.$client = Object.create($client, { inTransaction: { get: () => true } });
    expect(leavesSomethingBehind(ruled.world, command, 0)).toBeGreaterThan(0);
    ruled.world.db.$client = $client;
  },
);
