// What comes first, what to offer, what to put on next, and when a form is the same form sent again.
import { describe, expect, it } from "vitest";
import type { NeedStatus } from "~/domain/needs/needs";
import { bestToBook, byUrgency, isDueSoon, isRepeat, rankByNeed } from "~/domain/needs/rules";

it("puts gaps first and what is held by its renewal day", () => {
  const statuses: NeedStatus[] = [
    { kind: "held", trainedOn: "2025-01-01", until: null },
    { kind: "held", trainedOn: "2025-01-01", until: "2028-01-01" },
    { kind: "unknown", because: "nothing said" },
    { kind: "held", trainedOn: "2024-01-01", until: "2027-01-01" },
    { kind: "gap", because: "ran out", until: "2025-01-01" },
  ];
  const sorted = statuses.map((status) => ({ status })).sort(byUrgency);
  expect(sorted.map(({ status }) => (status.kind === "held" ? status.until : status.kind))).toEqual([
    "gap",
    "unknown",
    "2027-01-01",
    "2028-01-01",
    null,
  ]);
});

it("what is held is due soon from three months before its renewal day", () => {
  const held = { kind: "held", trainedOn: "2024-03-12", until: "2027-03-12" } as const;
  expect(isDueSoon(held, "2026-12-11")).toBe(false);
  expect(isDueSoon(held, "2026-12-12")).toBe(true);
  expect(isDueSoon({ ...held, until: null }, "2026-12-12")).toBe(false);
  expect(isDueSoon({ kind: "unknown", because: "nothing said" }, "2026-12-12")).toBe(false);
});

it("offers at most two courses: with a place and soon, then full, then without a date", () => {
  const course = (slug: string, date?: string, placesLeft = 0) => ({
    slug,
    title: slug,
    next: date
      ? {
          id: slug,
          mode: "online" as const,
          venueName: null,
          dates: [{ date, startTime: "09:30", endTime: "16:30" }],
          capacity: 20,
          placesLeft,
          leftInRoom: 0,
          leftOnline: placesLeft,
          opensAt: null,
          waiting: 0,
          bookingClosed: false,
        }
      : null,
  });
  const none = course("none");
  const full = course("full", "2026-07-01");
  const later = course("later", "2026-09-01", 4);
  const soon = course("soon", "2026-08-01", 1);
  expect(bestToBook([none, full, later, soon]).map(({ slug }) => slug)).toEqual(["soon", "later"]);
  expect(bestToBook([none, full]).map(({ slug }) => slug)).toEqual(["full", "none"]);
});

describe("what to put on next", () => {
  const row = (
    name: string,
    held: number | null,
    reported: number | null,
    gap: number | null,
    unknown: number | null,
    required: number | null = 100,
  ) => ({
    name,
    counts: { required, held, reported, gap, unknown },
  });

  it("ranks by the share with a gap or not known; what nobody lacks is left out", () => {
    const { ranked } = rankByNeed([
      row("a", 80, 0, 10, 10),
      row("b", 10, 10, 30, 50),
      row("c", 90, 10, 0, 0),
    ]);
    expect(ranked.map(({ name, open }) => [name, open])).toEqual([
      ["b", 80],
      ["a", 20],
    ]);
  });

  it("among equal shares the one that more people need is first", () => {
    const { ranked } = rankByNeed([row("few", 5, 0, 5, 0, 10), row("many", 50, 0, 50, 0)]);
    expect(ranked.map(({ name }) => name)).toEqual(["many", "few"]);
  });

  it("uses only counts that are shown", () => {
    const { ranked, unranked } = rankByNeed([
      row("rest is known", 40, 10, null, null),
      row("not shown", null, 10, null, 30),
      row("not even the total", 40, 10, null, null, null),
    ]);
    expect(ranked.map(({ name, open }) => [name, open])).toEqual([["rest is known", 50]]);
    expect(unranked.map(({ name }) => name)).toEqual(["not shown", "not even the total"]);
  });
});

describe("the same form sent again", () => {
  const answers = [
    { competencyId: "a", lastTrained: "never" as const, confidence: null },
    { competencyId: "b", lastTrained: null, confidence: 4 },
  ];

  it("within a minute, in any order, is a repeat", () => {
    expect(isRepeat({ takenAt: 0, answers }, [...answers].reverse(), 59_999)).toBe(true);
  });

  it("a minute later, or with another answer, it is not", () => {
    expect(isRepeat({ takenAt: 0, answers }, answers, 60_000)).toBe(false);
    expect(isRepeat({ takenAt: 0, answers }, answers.slice(0, 1), 1)).toBe(false);
  });
});
