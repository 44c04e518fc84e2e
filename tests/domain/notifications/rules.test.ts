// The rules of trying again, for any message.
import fc from "fast-check";
import { expect, test } from "vitest";
import { endOf, keyHoldsFor, mayBeTried, mostTries, waitAfter } from "~/domain/notifications/sending/rules";
import { hours, minutes } from "~/shared/clock";

test("waits double from one minute to sixty, 20% more or less, and are the same on every run", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (id, tries) => {
      const usual = Math.min(2 ** (tries - 1), 60);
      const wait = waitAfter(id, tries) / minutes(1);
      expect(wait).toBeGreaterThanOrEqual(usual * 0.8 - 1e-4);
      expect(wait).toBeLessThanOrEqual(usual * 1.2 + 1e-4);
      expect(waitAfter(id, tries)).toBe(waitAfter(id, tries));
    }),
  );
});

test("messages that failed together come back spread out", () => {
  const waits = Array.from({ length: 200 }, (_, n) => waitAfter(`m-${n}`, 7));
  expect(new Set(waits).size).toBeGreaterThan(190);
  const middle = waits.reduce((sum, wait) => sum + wait, 0) / waits.length / minutes(1);
  expect(middle).toBeGreaterThan(57);
  expect(middle).toBeLessThan(63);
});

test("a wait that was asked for is never cut short, and grows", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 8 }), fc.nat(hours(24)), (id, tries, asked) => {
      expect(waitAfter(id, tries, asked)).toBeGreaterThanOrEqual(asked);
    }),
  );
  expect(waitAfter("m", 5, 1000)).toBeGreaterThanOrEqual(16_000);
  expect(waitAfter("m", 1, 0)).toBeGreaterThanOrEqual(1000);
});

test("eight tries within 23 hours of the first, whatever the waits", () => {
  expect(mayBeTried({ attempts: mostTries - 1, firstTriedAt: 0 }, keyHoldsFor - 1)).toBe(true);
  expect(mayBeTried({ attempts: mostTries, firstTriedAt: 0 }, 1)).toBe(false);
  expect(mayBeTried({ attempts: 1, firstTriedAt: 0 }, keyHoldsFor)).toBe(false);
  expect(mayBeTried({ attempts: 1, firstTriedAt: null }, hours(1000))).toBe(true);
  expect(endOf({ firstTriedAt: null }, { remembersKeys: true })).toBe("failed");
  expect(endOf({ firstTriedAt: 0 }, { remembersKeys: true })).toBe("unsure");
  // What a relay did not take it said so; what it may have taken is unsure at once, and no try is left to end.
  expect(endOf({ firstTriedAt: 0 }, { remembersKeys: false })).toBe("failed");
});
