// The pure rules of places, queues and registers, at their boundaries.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attendanceMarks, type BookingState } from "~/domain/bookings/bookings";
import {
  attendanceFrom,
  decideBooking,
  decideOffers,
  ended,
  placeHolding,
  placesLeft,
  registerOpensAt,
  transitions,
} from "~/domain/bookings/rules";
import { planMeetings } from "~/domain/sessions/rules";
import { instantOf } from "~/shared/civil-time";
import { hours } from "~/shared/clock";

const closes = Date.UTC(2026, 10, 20, 9, 30);
const open = { status: "published" as const, bookingClosesAt: closes, capacity: 2, taken: 0, waiting: 0 };
const newcomer = {
  now: closes - 1,
  hasLiveBooking: false,
  agencyConfirmed: true,
  ifFull: "refuse" as const,
};

describe("a wish to book", () => {
  test.each([
    ["a place is free", {}, {}, { ok: true, state: "confirmed" }],
    ["the last place is free", { taken: 1 }, {}, { ok: true, state: "confirmed" }],
    ["booking closes exactly now", {}, { now: closes }, { ok: false, reason: "booking closed" }],
    [
      "booking closed a moment ago and it is full",
      { taken: 2 },
      { now: closes, ifFull: "wait" },
      { ok: false, reason: "booking closed" },
    ],
    ["it is full", { taken: 2 }, {}, { ok: false, reason: "full" }],
    [
      "it is full and the person would wait",
      { taken: 2 },
      { ifFull: "wait" },
      { ok: true, state: "waiting" },
    ],
    ["a place is free but someone waits", { waiting: 1 }, {}, { ok: false, reason: "full" }],
    [
      "a place is free but someone waits, and the person would too",
      { waiting: 1 },
      { ifFull: "wait" },
      { ok: true, state: "waiting" },
    ],
    ["it was oversold by hand", { taken: 3 }, {}, { ok: false, reason: "full" }],
    ["the person has a booking", {}, { hasLiveBooking: true }, { ok: false, reason: "already booked" }],
    [
      "the person has a booking and booking has closed",
      {},
      { hasLiveBooking: true, now: closes },
      { ok: false, reason: "already booked" },
    ],
    [
      "a place is free but their agency is not confirmed",
      {},
      { agencyConfirmed: false },
      { ok: false, reason: "agency not confirmed" },
    ],
    ["it is a draft", { status: "draft" }, {}, { ok: false, reason: "not open" }],
    ["it was called off", { status: "cancelled" }, {}, { ok: false, reason: "not open" }],
    ["it was delivered", { status: "delivered" }, {}, { ok: false, reason: "not open" }],
    ["it is closed", { status: "closed" }, {}, { ok: false, reason: "not open" }],
  ] as const)("when %s", (_, session, wish, decision) => {
    expect(decideBooking({ ...open, ...session }, { ...newcomer, ...wish })).toEqual(decision);
  });
});

describe("offers", () => {
  const queued = { ...open, taken: 1, waiting: 3 };
  test.each([
    ["one place free", {}, closes - hours(48), { count: 1, endsAt: closes - hours(24) }],
    ["two places free", { taken: 0 }, closes - hours(48), { count: 2, endsAt: closes - hours(24) }],
    ["more places free than people", { taken: 0, waiting: 1 }, closes - hours(48), { count: 1 }],
    ["a day before closing to the moment", {}, closes - hours(24), { count: 1, endsAt: closes }],
    ["less than a day before closing", {}, closes - hours(3), { count: 1, endsAt: closes }],
    ["one moment before closing", {}, closes - 1, { count: 1, endsAt: closes }],
    ["booking closes exactly now", {}, closes, { count: 0 }],
    ["no place free", { taken: 2 }, closes - hours(48), { count: 0 }],
    ["more taken than there are", { taken: 5 }, closes - hours(48), { count: 0 }],
    ["nobody waits", { waiting: 0 }, closes - hours(48), { count: 0 }],
    ["a draft", { status: "draft" }, closes - hours(48), { count: 0 }],
    ["a session called off", { status: "cancelled" }, closes - hours(48), { count: 0 }],
  ] as const)("%s", (_, session, now, decision) => {
    expect(decideOffers({ ...queued, ...session }, now)).toMatchObject(decision);
  });
});

test("places left are never fewer than none, and none while anyone waits", () => {
  fc.assert(
    fc.property(fc.nat(5), fc.nat(8), fc.nat(3), (capacity, taken, waiting) => {
      const left = placesLeft({ capacity, taken, waiting });
      expect(left).toBe(waiting > 0 ? 0 : Math.max(0, capacity - taken));
    }),
  );
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
        if (given.some((mark) => mark !== "absent")) expect(outcome).not.toBe("did not attend");
      }),
    );
  });
});

describe("the table of transitions", () => {
  const states = Object.keys(transitions) as BookingState[];

  test("a state either has ended, holds a place, or waits", () => {
    for (const state of states) {
      const kinds = [
        [...ended].some((one) => one === state),
        [...placeHolding].some((one) => one === state),
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

  test("a place is only ever confirmed by booking it or by taking an offer", () => {
    expect(states.filter((state) => transitions[state].includes("confirmed"))).toEqual(["offered"]);
  });
});

describe("a meeting at 09:30 stays at 09:30 when the clocks change", () => {
  const meeting = (date: string) => ({ date, startTime: "09:30", endTime: "16:30" });
  test.each([
    ["autumn", "2026-10-24", "2026-10-25", "2026-10-24T08:30:00.000Z", "2026-10-25T09:30:00.000Z", 25],
    ["spring", "2027-03-27", "2027-03-28", "2027-03-27T09:30:00.000Z", "2027-03-28T08:30:00.000Z", 23],
  ])("%s", (_, saturday, sunday, firstStart, secondStart, between) => {
    const planned = planMeetings([meeting(saturday), meeting(sunday)]);
    if (!planned.ok) throw new Error(planned.reason);
    const [first, second] = planned.meetings;
    if (!first || !second) throw new Error("Two meetings were planned.");
    expect(new Date(first.startsAt).toISOString()).toBe(firstStart);
    expect(new Date(second.startsAt).toISOString()).toBe(secondStart);
    expect(second.startsAt - first.startsAt).toBe(hours(between));
    expect(second.endsAt - second.startsAt).toBe(hours(7));
    expect(registerOpensAt(second)).toBe(instantOf(sunday, "08:30"));
  });
});
