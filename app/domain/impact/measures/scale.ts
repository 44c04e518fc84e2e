// How well the items of a scale hang together, and a person's score on it.
import { correlation, type Interval, mean, standardDeviation, sum, variance } from "./descriptive";
import { fQuantile } from "./distributions";
import { answered } from "./matched-pairs";

/** One row per person, one column per item, null where an item was left blank; every row has the same length. */
export type ItemAnswers = readonly (readonly (number | null)[])[];

/**
 * Reliability from the people who answered every item. `alpha` may be low or negative and is then shown as it is; it
 * is null below two people or two items, or when totals do not vary. `itemRestCorrelations` (each item with the sum of
 * the others) hold null where one does not vary; `alphaIfDropped` is null below three items.
 */
export type ScaleReliability = {
  complete: number;
  items: number;
  alpha: number | null;
  ci95: Interval | null;
  totalSd: number | null;
  itemRestCorrelations: (number | null)[];
  alphaIfDropped: (number | null)[] | null;
};

/** Cronbach's (1951) alpha with Feldt's (1965) interval; for programmes, never for one session. */
export function scaleReliability(items: ItemAnswers): ScaleReliability {
  const width = items[0]?.length ?? 0;
  const complete = items.map(answered).filter((row) => row.length === width);
  const columns = Array.from({ length: width }, (_, item) => complete.map((row) => row[item] ?? 0));
  const totals = complete.map(sum);
  const spreads = columns.map((column) => variance(column) ?? 0);
  const allSpreads = sum(spreads);
  const rests = columns.map((column) => totals.map((total, person) => total - (column[person] ?? 0)));
  const alpha = cronbachAlpha(width, allSpreads, totals);
  return {
    complete: complete.length,
    items: width,
    alpha,
    ci95: alpha === null ? null : feldtInterval(alpha, complete.length, width),
    totalSd: standardDeviation(totals),
    itemRestCorrelations: columns.map((column, item) => correlation(column, rests[item] ?? [])),
    alphaIfDropped:
      width > 2
        ? rests.map((rest, item) => cronbachAlpha(width - 1, allSpreads - (spreads[item] ?? 0), rest))
        : null,
  };
}

/** A person's score: the mean of the items answered when at least half were, else null; in scale points. */
export function personScore(row: readonly (number | null)[]): number | null {
  const given = answered(row);
  return given.length >= row.length / 2 ? mean(given) : null;
}

function cronbachAlpha(items: number, sumOfVariances: number, totals: readonly number[]): number | null {
  const whole = variance(totals);
  if (items < 2 || !whole) return null;
  return (items / (items - 1)) * (1 - sumOfVariances / whole);
}

function feldtInterval(alpha: number, people: number, items: number): Interval {
  const df1 = people - 1;
  const df2 = df1 * (items - 1);
  return [1 - (1 - alpha) * fQuantile(0.975, df1, df2), 1 - (1 - alpha) * fQuantile(0.025, df1, df2)];
}
