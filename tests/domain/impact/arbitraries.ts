// Random answers and tables for property tests.
import fc from "fast-check";
import type { Answers } from "~/domain/impact/measures/matched-pairs";

const score = fc.integer({ min: 0, max: 10 });
const maybeScore = fc.option(score, { nil: null, freq: 5 });

/** Whole scores of 0 to 10 with some answers missing. */
export const answersOf = (minLength: number, maxLength: number): fc.Arbitrary<Answers[]> =>
  fc.array(fc.record({ pre: maybeScore, post: maybeScore, followUp: maybeScore }), { minLength, maxLength });

/** Changes of -10 to 10, zeros and ties among them. */
export const changesOf = (minLength: number, maxLength: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: -10, max: 10 }), { minLength, maxLength });

/** Counts: zeros, small ones and large ones in proportions that differ from table to table. */
const countOf = (zeros: number, small: number) =>
  fc.oneof(
    { weight: zeros, arbitrary: fc.constant(0) },
    { weight: small, arbitrary: fc.integer({ min: 1, max: 4 }) },
    { weight: 4, arbitrary: fc.integer({ min: 5, max: 60 }) },
  );

/** Tables of 1 to 8 rows and columns, sparse and dense. */
export const tableOfCounts: fc.Arbitrary<number[][]> = fc
  .record({
    height: fc.integer({ min: 1, max: 8 }),
    width: fc.integer({ min: 1, max: 8 }),
    zeros: fc.integer({ min: 0, max: 9 }),
    small: fc.integer({ min: 0, max: 5 }),
  })
  .chain(({ height, width, zeros, small }) =>
    fc.array(fc.array(countOf(zeros, small), { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );

/** Lists of 1 to 10 counts, sparse and dense. */
export const listOfCounts: fc.Arbitrary<number[]> = fc
  .record({ zeros: fc.integer({ min: 0, max: 9 }), small: fc.integer({ min: 0, max: 5 }) })
  .chain(({ zeros, small }) => fc.array(countOf(zeros, small), { minLength: 1, maxLength: 10 }));
