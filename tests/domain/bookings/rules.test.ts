// The pure rules of places, queues and registers, at their boundaries.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attendanceMarks, type BookingState } from "~/domain/bookings/bookings";
import {
  attendanceFrom,
  bookingWindow,
  decideBooking,
  ended,
  leftByMode,
  pending,
  placeHolding,
  placesLeft,
  settled,
  toCome,
  transitions,
} from "~/domain/bookings/rules";

const closes = Date.UTC(2026, 10, 20, 9, 30);
const open = { status: "published" as const, opensAt: null, bookingClosesAt: closes };
const newcomer = {
  now: closes - 1,
  hasLiveBooking: false,
  agencyConfirmed: true,
  disabled: false,
  hasPlace: true,
  ifFull: "refuse" as const,
  prerequisites: "met" as const,
  outsideAudience: false,
  approval: "not needed" as const,
};

describe("a wish to book", () => {
  const yes = (state: string, queued: boolean) => ({ ok: true, state, queued });
  const no = (reason: string) => ({ ok: false, reason });
  const full = { hasPlace: false };
  const wait = { hasPlace: false, ifFull: "wait" } as const;
  const claimed = { prerequisites: "claimed" } as const;
  const outside = { outsideAudience: true };
  const needed = { approval: "needed" } as const;
  test.each([
    ["a place is free", {}, {}, yes("confirmed", false)],
    ["a place is free and they would wait", {}, { ifFull: "wait" }, yes("confirmed", false)],
    ["there is none", {}, full, no("full")],
    ["there is none and they would wait", {}, wait, yes("waiting", true)],
    ["booking closes exactly now", {}, { now: closes }, no("booking closed")],
    ["booking has closed and it is full", {}, { ...wait, now: closes }, no("booking closed")],
    ["booking opens exactly now", { opensAt: closes - 1 }, {}, yes("confirmed", false)],
    ["booking opens in a moment", { opensAt: closes }, {}, no("not open yet")],
    ["they have a booking", {}, { hasLiveBooking: true }, no("already booked")],
    ["they have one and booking has closed", {}, { hasLiveBooking: true, now: closes }, no("already booked")],
    ["their account is closed", {}, { disabled: true }, no("account closed")],
    ["their agency is not confirmed", {}, { agencyConfirmed: false }, no("agency not confirmed")],
    ["it is a draft", { status: "draft" }, {}, no("not open")],
    ["it was called off", { status: "cancelled" }, {}, no("not open")],
    ["it was delivered", { status: "delivered" }, {}, no("not open")],
    ["it is closed", { status: "closed" }, {}, no("not open")],
    ["something is to be done first", {}, { prerequisites: "missing" }, no("prerequisites missing")],
    ["they say that it is done", {}, claimed, yes("requested", false)],
    ["they say so and it is full", {}, { ...claimed, ...wait }, yes("requested", true)],
    ["they say so, it is full and they would not wait", {}, { ...claimed, ...full }, no("full")],
    ["it is for other kinds of work", {}, outside, yes("requested", false)],
    ["it is for others and has to be approved", {}, { ...outside, ...needed }, yes("requested", false)],
    ["it has to be approved", {}, needed, yes("awaiting approval", false)],
    ["it has to be approved and is full", {}, { ...needed, ...wait }, yes("awaiting approval", true)],
    ["nobody could approve it", {}, { approval: "nobody to ask" }, no("no line manager")],
  ] as const)("when %s", (_, session, wish, decision) => {
    expect(decideBooking({ ...open, ...session }, { ...newcomer, ...wish })).toEqual(decision);
  });

  test("once nobody has to decide any more, it has its place or its turn", () => {
    expect(settled({ queuedAt: null })).toBe("confirmed");
    expect(settled({ queuedAt: 0 })).toBe("waiting");
  });
});

describe("the window for booking and for offers", () => {
  test.each([
    [{}, closes - 1, "open"],
    [{}, closes, "booking closed"],
    [{ opensAt: closes - 5 }, closes - 6, "not open yet"],
    [{ opensAt: closes - 5 }, closes - 5, "open"],
    [{ status: "draft", opensAt: closes }, closes - 1, "not open"],
    [{ status: "cancelled" }, closes - 1, "not open"],
    [{ status: "closed" }, closes - 1, "not open"],
    [{ status: "delivered" }, closes + 1, "not open"],
  ] as const)("%j at %i is “%s”", (session, now, window) => {
    expect(bookingWindow({ ...open, ...session }, now)).toBe(window);
  });
});

describe("places left", () => {
  const few = fc.nat(5);
  const counts = { capacity: fc.nat(8), taken: fc.nat(10), kept: few, waiting: few };

  test("are never fewer than none, and those that are kept or waited for are not among them", () => {
    fc.assert(
      fc.property(fc.record(counts), (session) => {
        const { capacity, taken, kept, waiting } = session;
        expect(placesLeft(session)).toBe(Math.max(0, capacity - taken - kept - waiting));
      }),
    );
  });

  test("in a mode are never more than are left in all, nor than that mode has", () => {
    const hybrid = fc.record({ ...counts, roomCapacity: few, onlineCapacity: few, takenOnline: few });
    fc.assert(
      fc.property(hybrid, fc.constantFrom("in person", "online", "hybrid"), (session, mode) => {
        const { placesLeft: all, leftInRoom, leftOnline } = leftByMode({ ...session, mode });
        expect(Math.max(leftInRoom, leftOnline)).toBeLessThanOrEqual(all);
        expect(Math.min(leftInRoom, leftOnline)).toBeGreaterThanOrEqual(0);
        if (mode === "in person") expect([leftInRoom, leftOnline]).toEqual([all, 0]);
        if (mode === "online") expect([leftInRoom, leftOnline]).toEqual([0, all]);
        if (mode !== "hybrid") return;
        expect(leftOnline).toBeLessThanOrEqual(Math.max(0, session.onlineCapacity - session.takenOnline));
        const takenInRoom = session.taken - session.takenOnline;
        expect(leftInRoom).toBeLessThanOrEqual(Math.max(0, session.roomCapacity - takenInRoom));
      }),
    );
  });
});

describe("what marks come to", () => {
  test.each([
    [["present"], "attended"],
    [["late"], "attended"],
    [["left early"], "partly attended"],
    [["absent"], "did not attend"],
    [["present", "late"], "attended"],
    [["present", "left early"], "partly attended"],
    [["present", "absent"], "partly attended"],
    [["left early", "left early"], "partly attended"],
    [["absent", "absent"], "did not attend"],
    [["excused"], "did not attend"],
    [["excused", "absent"], "did not attend"],
    [["present", "excused"], "partly attended"],
    [[], "did not attend"],
  ] as const)("%j is “%s”", (marks, outcome) => {
    expect(attendanceFrom([...marks])).toBe(outcome);
  });

  test("the order of the meetings does not matter, and one absence never makes a full attendance", () => {
    const marks = fc.array(fc.constantFrom(...attendanceMarks), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(marks, (given) => {
        const outcome = attendanceFrom(given);
        expect(attendanceFrom([...given].reverse())).toBe(outcome);
        if (given.includes("absent")) expect(outcome).not.toBe("attended");
        const missed = given.every((mark) => mark === "absent" || mark === "excused");
        expect(outcome === "did not attend").toBe(missed);
        if (given.includes("excused")) expect(outcome).not.toBe("attended");
      }),
    );
  });
});

describe("the table of transitions", () => {
  const states = Object.keys(transitions) as BookingState[];

  const among = (list: readonly BookingState[], state: BookingState) => list.includes(state);

  test("a state either has ended, holds a place, waits, or waits for somebody's word", () => {
    for (const state of states) {
      const kinds = [
        among(ended, state),
        among(placeHolding, state),
        among(pending, state),
        state === "waiting",
      ];
      expect(kinds.filter(Boolean)).toHaveLength(1);
    }
  });

  test("nothing follows an ended booking, and nothing that was settled goes back to being a booking", () => {
    for (const state of ended) expect(transitions[state]).toEqual([]);
    for (const state of ["attended", "partly attended", "did not attend"] as const) {
      for (const next of transitions[state]) expect(next).toMatch(/attend/);
    }
  });

  test("a place is only ever confirmed by booking it, by somebody's word, or by taking an offer", () => {
    const before = states.filter((state) => transitions[state].includes("confirmed"));
    expect(before).toEqual(["requested", "awaiting approval", "offered"]);
  });

  test("nobody is offered a place but out of the queue, and nobody goes back into it", () => {
    expect(states.filter((state) => transitions[state].includes("offered"))).toEqual(["waiting"]);
    expect(states.filter((state) => transitions[state].includes("waiting"))).toEqual([...pending]);
  });

  test("whatever has its session before it can end, and only that", () => {
    const canEnd = states.filter((state) => transitions[state].includes("cancelled"));
    expect(canEnd.sort()).toEqual([...toCome].sort());
  });
});
