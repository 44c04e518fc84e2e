// What people complain about in other booking services, each as a test of that name. What comes after the day itself is
// in complaints-afterwards.test.ts.
import { describe, expect, test } from "vitest";
import {
  acceptOffer,
  bookGroup,
  bookPlace,
  callOffSession,
  cancelBooking,
  declineOffer,
  expireOffers,
  offerFreePlaces,
  offerOutOfTurn,
  readBooking,
  readPlaces,
  runQueues,
} from "~/domain/bookings/bookings.server";
import { days, hours } from "~/shared/clock";
import { ruledWorld } from "./ruled-world";

/** A full session with some who wait; each has a booking and a context to act in. */
function queueOf(length: number, capacity = 1, ruled = ruledWorld()) {
  const { world } = ruled;
  const sessionId = ruled.session({ capacity });
  const all = Array.from({ length: capacity + length }, () => {
    world.clock.forward(1000);
    const personId = world.person();
    return { personId, ctx: world.as(personId), bookingId: world.book(sessionId, personId) };
  });
  const states = () => all.slice(capacity).map(({ bookingId }) => ruled.stateOf(bookingId));
  const [holder] = all;
  if (!holder) throw new Error("Somebody has a place.");
  return { ...ruled, sessionId, holder, queue: all.slice(capacity), states };
}

const lettersTo = ({ world }: Pick<ReturnType<typeof ruledWorld>, "world">, personId: string) =>
  world.db
    .select()
    .from(world.tables.outbox)
    .all()
    .filter(({ toPersonId }) => toPersonId === personId);

describe("from day one", () => {
  test("last seat under concurrency", () => {
    // The race itself, with eight processes, is in race.test.ts: here what the last two are told.
    const { world, session } = ruledWorld();
    const sessionId = session({ capacity: 1 });
    const [ann, bob] = [world.person(), world.person()];
    const answers = [ann, bob].map((personId) =>
      bookPlace(world.as(personId), { sessionId, personId, ifFull: "refuse" }),
    );
    expect(answers).toMatchObject([{ ok: true }, { ok: false, reason: "full" }]);
    expect(readPlaces(world, sessionId)).toMatchObject({ taken: 1, capacity: 1 });
  });

  test("a freed seat never goes past the queue", () => {
    const { world, sessionId, holder, states } = queueOf(2);
    cancelBooking(holder.ctx, holder);
    const newcomer = world.person();
    const wish = { sessionId, personId: newcomer, ifFull: "refuse" } as const;
    expect(bookPlace(world.as(newcomer), wish)).toEqual({ ok: false, reason: "full" });
    expect(bookPlace(world.as(world.coordinator), wish)).toEqual({ ok: false, reason: "full" });
    expect(states()).toEqual(["offered", "waiting"]);
  });

  test.each([
    ["booking closes", hours(2)],
    ["start", 0],
  ])("no promotion after %s", (_, before) => {
    const { world, sessionId, holder, queue, states } = queueOf(1);
    const { sessions } = world.tables;
    const closesAt = readPlaces(world, sessionId).startsAt - before;
    world.db.update(sessions).set({ bookingClosesAt: closesAt }).run();
    world.clock.set(closesAt);
    const given = cancelBooking(holder.ctx, holder);
    expect(given.ok).toBe(before > 0);
    world.db.update(sessions).set({ capacity: 5 }).run();
    expect(offerFreePlaces(world.asSystem, sessionId)).toBe(0);
    expect(runQueues(world.asSystem)).toBe(0);
    const urgent = { bookingId: queue[0]?.bookingId ?? "", reason: "Urgent" };
    const chosen = offerOutOfTurn(world.as(world.coordinator), urgent);
    expect(chosen).toEqual({ ok: false, reason: "booking closed" });
    expect(states()).toEqual(["waiting"]);
  });

  test("declining an offer, or cancelling an accepted one, frees the seat at once", () => {
    const { holder, queue, states } = queueOf(4);
    const [first, second, third] = queue;
    if (!first || !second || !third) throw new Error("Four people wait.");
    cancelBooking(holder.ctx, holder);
    declineOffer(first.ctx, first.bookingId);
    expect(states()).toEqual(["declined", "offered", "waiting", "waiting"]);
    acceptOffer(second.ctx, second.bookingId);
    cancelBooking(second.ctx, second);
    expect(states()).toEqual(["declined", "cancelled", "offered", "waiting"]);
    cancelBooking(third.ctx, third);
    expect(states()).toEqual(["declined", "cancelled", "cancelled", "offered"]);
  });

  test("group of n neither starves nor blocks for ever: places are set aside for it, and after its hours each waits alone", () => {
    const ruled = ruledWorld({ groupHours: 72 });
    const { world, lead, sessionId, holder, queue } = queueOf(0, 2, ruled);
    expect(queue).toEqual([]);
    const members = [world.person(), world.person(), world.person()];
    const group = bookGroup(lead, { sessionId, personIds: members, ifFull: "wait" });
    if (!group.ok) throw new Error("The group waits.");
    world.clock.forward(1000);
    const later = world.person();
    const laterBooking = world.book(sessionId, later);
    const states = () => [...group.value.bookingIds, laterBooking].map(ruled.stateOf);
    // It does not starve: the free place is not given to whoever came later, or comes now.
    cancelBooking(holder.ctx, holder);
    expect(states()).toEqual(["waiting", "waiting", "waiting", "waiting"]);
    const newcomer = world.person();
    expect(bookPlace(world.as(newcomer), { sessionId, personId: newcomer, ifFull: "refuse" })).toMatchObject({
      ok: false,
    });
    world.clock.forward(hours(72) - 1);
    expect(runQueues(world.asSystem)).toBe(0);
    // It does not block for ever: its people wait one by one, still before whoever came later.
    world.clock.forward(1);
    expect(runQueues(world.asSystem)).toBe(1);
    expect(states()).toEqual(["offered", "waiting", "waiting", "waiting"]);
  });

  test("cancel of one learner reaches only that learner", () => {
    const { world, holder } = queueOf(0, 3);
    const before = world.count("outbox");
    cancelBooking(holder.ctx, holder);
    expect(world.count("outbox")).toBe(before + 1);
    const letters = lettersTo({ world }, holder.personId);
    expect(letters.at(-1)?.kind).toBe("booking cancelled");
  });
});

describe("asked for, or complained about", () => {
  test("1, 4: a waiting list that one can join, hear of, and leave", () => {
    const found = queueOf(2);
    const [first, second] = found.queue;
    if (!first || !second) throw new Error("Two people wait.");
    expect(lettersTo(found, second.personId)).toMatchObject([
      { kind: "booking waiting", facts: { position: 2 } },
    ]);
    cancelBooking(first.ctx, first);
    expect(lettersTo(found, first.personId).at(-1)).toMatchObject({
      kind: "booking cancelled",
      facts: { wasConfirmed: false },
    });
    expect(readBooking(second.ctx, second.bookingId).position).toBe(1);
  });

  test("2: waiting as a group, all or none", () => {
    const { world, lead, sessionId, stateOf } = queueOf(0, 2);
    const personIds = [world.person(), world.person()];
    const group = bookGroup(lead, { sessionId, personIds, ifFull: "wait" });
    if (!group.ok) throw new Error("The group waits.");
    const set = (capacity: number) => world.db.update(world.tables.sessions).set({ capacity }).run();
    set(3);
    expect(offerFreePlaces(world.asSystem, sessionId)).toBe(0);
    set(4);
    expect(offerFreePlaces(world.asSystem, sessionId)).toBe(2);
    expect(group.value.bookingIds.map(stateOf)).toEqual(["offered", "offered"]);
  });

  test("3: it is recorded why someone moved up the queue, and who chose it", () => {
    const { world, holder, queue } = queueOf(3);
    const [first, , third] = queue;
    if (!first || !third) throw new Error("Three people wait.");
    cancelBooking(holder.ctx, holder);
    world.db.update(world.tables.sessions).set({ capacity: 2 }).run();
    const reason = "Takes up a new post on Monday";
    expect(offerOutOfTurn(world.as(world.coordinator), { ...third, reason })).toEqual({
      ok: true,
      value: null,
    });
    const why = world.db.select().from(world.tables.promotions).all();
    expect(why).toMatchObject([
      {
        ...{ bookingId: first.bookingId, kind: "policy", termsId: "terms", byPersonId: null },
        reason: "longest waiting",
      },
      { bookingId: third.bookingId, kind: "override", byPersonId: world.coordinator, overrideReason: reason },
    ]);
    expect(why[1]?.reason).toBe("chosen by a coordinator; was 2 of 2");
  });

  test("5: a place that was taken through an offer and then cancelled does not stay blocked until the offer's end", () => {
    const { world, holder, queue, states } = queueOf(2);
    const [first] = queue;
    if (!first) throw new Error("Two people wait.");
    cancelBooking(holder.ctx, holder);
    acceptOffer(first.ctx, first.bookingId);
    cancelBooking(first.ctx, first);
    expect(states()).toEqual(["cancelled", "offered"]);
    world.clock.forward(days(1));
    expect(expireOffers(world.asSystem)).toBe(1);
  });

  test("6: whoever has waited longest is offered a place first, whatever the order of their bookings' ids", () => {
    const { world, holder, queue, states } = queueOf(2);
    const [first, second] = queue;
    if (!first || !second) throw new Error("Two people wait.");
    const ids = world.db.$client.prepare("update bookings set queued_at = ? where id = ?");
    ids.run(world.clock.now() + 5, first.bookingId);
    cancelBooking(holder.ctx, holder);
    expect(states()).toEqual(["waiting", "offered"]);
  });

  test("7: a freed place is offered the moment it is free, without anyone looking", () => {
    const { holder, states } = queueOf(1);
    cancelBooking(holder.ctx, holder);
    expect(states()).toEqual(["offered"]);
  });

  test("8: nobody is offered a place on training that has started", () => {
    const { world, sessionId, holder, queue, states } = queueOf(1);
    const { startsAt } = readPlaces(world, sessionId);
    world.clock.set(startsAt - 1);
    cancelBooking(holder.ctx, holder);
    expect(readBooking(world.asSystem, queue[0]?.bookingId ?? "").offerEndsAt).toBe(startsAt);
    world.clock.set(startsAt);
    expect(acceptOffer(world.asSystem, queue[0]?.bookingId ?? "")).toEqual({
      ok: false,
      reason: "offer over",
    });
    expireOffers(world.asSystem);
    expect(states()).toEqual(["expired"]);
  });

  test("9: an offer to the first for so many hours, then to the second", () => {
    const ruled = ruledWorld({ offerHours: 6 });
    const { world, holder, states } = queueOf(2, 1, ruled);
    cancelBooking(holder.ctx, holder);
    world.clock.forward(hours(6) - 1);
    expect(expireOffers(world.asSystem)).toBe(0);
    world.clock.forward(1);
    expect(expireOffers(world.asSystem)).toBe(1);
    expect(states()).toEqual(["expired", "offered"]);
  });

  test("12: one place cancelled, and nobody else is told that the training is off; called off, everyone is told once", () => {
    const { world, sessionId, holder, queue, coordinator } = queueOf(2, 2);
    cancelBooking(holder.ctx, holder);
    const others = queue.map(({ personId }) => lettersTo({ world }, personId));
    for (const letters of others) expect(letters.map(({ kind }) => kind)).not.toContain("booking cancelled");
    callOffSession(coordinator, { sessionId, reason: "no venue" });
    for (const { personId } of queue) {
      const letters = lettersTo({ world }, personId);
      expect(letters.filter(({ kind }) => kind === "booking cancelled")).toHaveLength(1);
    }
  });

  test("20: of a hybrid session each mode has its own places, waiting list and joining details", () => {
    const { world, session, stateOf } = ruledWorld();
    const link = "https://meet.example.org/it";
    const sessionId = session({ mode: "hybrid", capacity: 1, onlineCapacity: 1, joiningLink: link });
    const book = (mode: "in person" | "online") => {
      world.clock.forward(1000);
      const personId = world.person();
      const result = bookPlace(world.as(personId), { sessionId, personId, mode, ifFull: "wait" });
      if (!result.ok) throw new Error(result.reason);
      return { ...result.value, personId, ctx: world.as(personId) };
    };
    const [inRoom, waitsForRoom, online, waitsOnline] = [
      book("in person"),
      book("in person"),
      book("online"),
      book("online"),
    ];
    expect([inRoom, waitsForRoom, online, waitsOnline].map(({ state }) => state)).toEqual([
      ...["confirmed", "waiting", "confirmed", "waiting"],
    ]);
    cancelBooking(online.ctx, online);
    expect([waitsForRoom, waitsOnline].map(({ bookingId }) => stateOf(bookingId))).toEqual([
      "waiting",
      "offered",
    ]);
    const [letter] = world.db
      .select()
      .from(world.tables.outbox)
      .all()
      .filter(({ toPersonId }) => toPersonId === online.personId);
    expect(letter?.facts).toMatchObject({ mode: "online", place: "Online", access: null });
  });
});
