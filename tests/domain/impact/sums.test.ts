import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSums, writeSums } from "~/domain/impact/figures/kept-sums";
import { addSums, addWithinSession, emptySums, type Sums } from "~/domain/impact/figures/sums";
import { type Respondent, sumsOfPeople } from "~/domain/impact/figures/sums-of-people";
import { people, questions } from "./respondents";

/** Every number and name in it, pairs by session put in order, as no order is meant. */
function expectAlike(actual: Sums, expected: Sums): void {
  const flat = (sums: Sums) => {
    const numbers = new Map<string, number>();
    const walk = (value: unknown, at: string) => {
      if (typeof value === "number") numbers.set(at, value);
      else if (Array.isArray(value) && at.endsWith("sessions"))
        [...value]
          .sort((one, other) => one.mean - other.mean || one.n - other.n || one.m2 - other.m2)
          .forEach((one, i) => {
            walk(one, `${at}.${i}`);
          });
      else if (typeof value === "object" && value !== null)
        for (const [key, inner] of Object.entries(value)) walk(inner, `${at}.${key}`);
    };
    walk(sums, "");
    return numbers;
  };
  const wanted = flat(expected);
  const got = flat(actual);
  expect([...got.keys()].sort()).toEqual([...wanted.keys()].sort());
  for (const [at, value] of wanted) {
    const difference = Math.abs((got.get(at) ?? Number.NaN) - value);
    if (!(difference <= 1e-12 * Math.max(1, Math.abs(value)) * 100))
      expect(`${at} ${got.get(at)}`).toBe(`${at} ${value}`);
  }
}

const sumsOf = (list: readonly Respondent[]) => sumsOfPeople(list, questions, true);
/** The order of people is nobody's: any permutation by a list of numbers. */
const shuffled = <T>(list: readonly T[], keys: readonly number[]) =>
  list
    .map((one, i) => ({ one, key: keys[i % Math.max(1, keys.length)] ?? 0 }))
    .sort((x, y) => x.key - y.key)
    .map(({ one }) => one);

describe("sums", () => {
  it("of agencies in a session come to those of everybody in it, in any order", () => {
    fc.assert(
      fc.property(
        people(30),
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 30 }),
        (all, keys) => {
          const agencies = [0, 1, 2, 3, 4].map((agency) =>
            all.filter((_, i) => keys[i % keys.length] === agency),
          );
          const parts = shuffled(agencies.map(sumsOf), keys);
          expectAlike(addWithinSession(parts), sumsOf(all));
        },
      ),
      { numRuns: 200 },
    );
  });

  it("of sessions are the same however they are grouped on the way", () => {
    fc.assert(
      fc.property(
        fc.array(people(8), { minLength: 1, maxLength: 8 }),
        fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 8 }),
        (sessions, keys) => {
          const all = sessions.map(sumsOf);
          const groups = [0, 1, 2].map((group) =>
            addSums(all.filter((_, i) => keys[i % keys.length] === group)),
          );
          expectAlike(addSums(shuffled(groups, keys)), addSums(all));
          expectAlike(addSums([...all].reverse()), addSums(all));
          const everyone = sumsOf(sessions.flat());
          const { sessions: rooms, ...confidence } = addSums(all).confidence;
          expect(rooms.length).toBe(all.filter((one) => one.confidence.pairs.x.n > 0).length);
          expectAlike(
            { ...emptySums(), confidence: { ...confidence, sessions: [] } },
            {
              ...emptySums(),
              confidence: { ...everyone.confidence, sessions: [] },
            },
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it("would differ if one person were left out (the comparison can fail)", () => {
    const one = (pre: number, post: number): Respondent => ({
      responses: new Map([
        [
          "T0",
          { instrumentId: "set", keptApart: false, confidence: pre, scenarios: null, answers: new Map() },
        ],
        [
          "T2",
          { instrumentId: "set", keptApart: false, confidence: post, scenarios: null, answers: new Map() },
        ],
      ]),
      commitments: [],
    });
    const all = [one(2, 5), one(4, 6), one(6, 6.5)];
    expect(() => expectAlike(sumsOf(all.slice(1)), sumsOf(all))).toThrow();
    // Agencies of one room, added as if they were rooms of their own.
    expect(() =>
      expectAlike(addSums([sumsOf(all.slice(1)), sumsOf(all.slice(0, 1))]), sumsOf(all)),
    ).toThrow();
  });

  it("of nobody change nothing, and are what nobody comes to", () => {
    expect(sumsOf([])).toEqual(emptySums());
    expect(addSums([])).toEqual(emptySums());
    fc.assert(
      fc.property(people(10), (all) => {
        expectAlike(addSums([emptySums(), sumsOf(all), emptySums()]), sumsOf(all));
      }),
      { numRuns: 50 },
    );
  });

  it("are read as they were written", () => {
    fc.assert(
      fc.property(people(12), (all) => {
        const sums = { ...sumsOf(all), places: { booked: 12, came: 11, absent: 1, walkIns: 0 } };
        sums.managers.partly = 3;
        expect(readSums(writeSums(sums))).toEqual(sums);
      }),
      { numRuns: 100 },
    );
  });
});
