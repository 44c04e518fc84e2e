// Random respondents of a small question set, for property tests.
import fc from "fast-check";
import type { Questions, Respondent, Response, SumStage } from "~/domain/impact/figures/sums-of-people";

export const questions: Questions = {
  items: new Map([
    ["a", { kind: "confidence", slug: "a", lowest: 0, highest: 10, recalls: null }],
    ["b", { kind: "confidence", slug: "b", lowest: 0, highest: 10, recalls: null }],
    ["b2", { kind: "confidence", slug: "b", lowest: 0, highest: 10, recalls: null }],
    ["r", { kind: "recalled", slug: "r", lowest: 0, highest: 10, recalls: "a" }],
    ["useful", { kind: "reaction", slug: "useful", lowest: 1, highest: 5, recalls: null }],
    ["seen", { kind: "choice", slug: "seen", lowest: 1, highest: 5, recalls: null }],
  ]),
  coreOf: new Map([
    ["set", ["a", "b"]],
    ["reworded", ["a", "b2"]],
  ]),
};

export const point = fc.integer({ min: 0, max: 10 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 });
const response = fc.record({
  a: maybe(point),
  b: maybe(point),
  r: maybe(point),
  useful: maybe(fc.integer({ min: 1, max: 5 })),
  scenarios: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
  keptApart: fc.boolean().map((one) => one),
});
const responseOf = ({ a, b, r, useful, scenarios }: Given, keptApart: boolean): Response => {
  const answers = new Map(
    Object.entries({ a, b, r, useful }).flatMap(([id, value]) =>
      value === undefined ? [] : [[id, value] as const],
    ),
  );
  const given = [a, b].filter((value) => value !== undefined);
  const confidence = given.length === 0 ? null : given.reduce((sum, value) => sum + value, 0) / given.length;
  return {
    instrumentId: "set",
    keptApart,
    confidence,
    scenarios: scenarios === null ? null : scenarios / 3,
    answers,
  };
};
type Given = typeof response extends fc.Arbitrary<infer One> ? One : never;

const person = fc
  .record({
    T0: maybe(response),
    T1: maybe(response),
    T2: maybe(response),
    T3: maybe(response),
    late: fc.constantFrom<SumStage | null>(null, null, null, "T2", "T3"),
    made: fc.array(
      fc.record({
        outcome: fc.constantFrom(
          null,
          "done" as const,
          "partly" as const,
          "not yet" as const,
          "no longer relevant" as const,
        ),
        opportunity: fc.constantFrom(null, true, false),
        seen: fc.constantFrom(null, "yes" as const, "no opportunity" as const),
      }),
      { maxLength: 3 },
    ),
  })
  .map(
    ({ late, made, ...stages }): Respondent => ({
      responses: new Map(
        Object.entries(stages).flatMap(([stage, given]) =>
          given === undefined ? [] : [[stage as SumStage, responseOf(given, stage === late)] as const],
        ),
      ),
      commitments: made,
    }),
  );
export const people = (maxLength: number) => fc.array(person, { maxLength });
