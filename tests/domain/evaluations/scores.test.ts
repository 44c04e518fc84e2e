// What a response comes to: means of what was answered, if that is at least half; a blank is never 0.
import fc from "fast-check";
import { expect, test } from "vitest";
import { scoresOf } from "~/domain/evaluations/answering/scores";
import type { Item } from "~/domain/evaluations/evaluations";

const asked = (slug: string, ofCourse = false) => ({ id: slug, slug, wording: slug, ofCourse });
const scale = (slug: string, kind: "confidence" | "recalled" | "reaction", ofCourse = false): Item => ({
  ...asked(slug, ofCourse),
  ...{ kind, lowest: 0, highest: 10, lowestLabel: "", middleLabel: null, highestLabel: "" },
});
const scenario = (slug: string, ofCourse = false): Item => ({
  ...asked(slug, ofCourse),
  kind: "scenario",
  options: [1, 2, 3].map((position) => ({ position, text: String(position) })),
});
const items = [
  ...["a", "b", "c", "d"].map((slug) => scale(slug, "confidence")),
  scale("own", "confidence", true),
  scale("was", "recalled"),
  scale("liked", "reaction"),
  scenario("s1"),
  scenario("s2"),
  scenario("s3", true),
];
const rights = new Map([
  ["s1", new Set([2])],
  ["s2", new Set([1, 3])],
  ["s3", new Set([3])],
]);
const of = (values: Record<string, number>) =>
  scoresOf(
    items,
    Object.entries(values).map(([itemId, value]) => ({ itemId, value })),
    rights,
  );

test("confidence is the mean of the core items: the course's own, recalled and reactions do not count", () => {
  expect(of({ a: 3, b: 4, c: 5, d: 6, own: 10, was: 0, liked: 1 }).confidence).toBe(4.5);
  expect(of({ a: 0, b: 0 }).confidence).toBe(0);
});

test("at least half of the core items: two of four do, one does not", () => {
  expect(of({ a: 3, b: 4 }).confidence).toBe(3.5);
  expect(of({ a: 3, own: 9, was: 9, liked: 9 }).confidence).toBeNull();
  expect(of({}).confidence).toBeNull();
});

test("scenarios are the share answered rightly, the course's own among them; any right option is right", () => {
  expect(of({ s1: 2, s2: 3, s3: 3 }).scenarios).toBe(1);
  expect(of({ s1: 2, s2: 2, s3: 1 }).scenarios).toBe(1 / 3);
  expect(of({ s1: 1, s2: 2, s3: 1 }).scenarios).toBe(0);
});

test("a scenario left blank is not a wrong one; fewer than half is nothing", () => {
  expect(of({ s1: 2, s2: 2 }).scenarios).toBe(0.5);
  expect(of({ s1: 2 }).scenarios).toBeNull();
});

test("where nothing of a kind is asked there is no score of it", () => {
  expect(scoresOf([scale("liked", "reaction")], [{ itemId: "liked", value: 5 }], rights)).toEqual({
    confidence: null,
    scenarios: null,
  });
});

test("whatever is answered, scores are within their bounds, and the order says nothing", () => {
  const values = fc.record(
    Object.fromEntries(
      items.map(({ id, kind }) => [
        id,
        fc.integer(kind === "scenario" ? { min: 1, max: 3 } : { min: 0, max: 10 }),
      ]),
    ),
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(values, (given) => {
      const { confidence, scenarios } = of(given as Record<string, number>);
      if (confidence !== null) expect(confidence >= 0 && confidence <= 10).toBe(true);
      if (scenarios !== null) expect(scenarios >= 0 && scenarios <= 1).toBe(true);
      const reversed = Object.fromEntries(Object.entries(given as Record<string, number>).reverse());
      const again = of(reversed);
      expect(again.scenarios).toBe(scenarios);
      expect(again.confidence === null).toBe(confidence === null);
      if (confidence !== null) expect(again.confidence).toBeCloseTo(confidence, 12);
    }),
  );
});
