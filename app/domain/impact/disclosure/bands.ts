// Splits of one group into ordered bands, merged until no band is a small number.
import { type Audience, fewerThan, isSmall, LIMITS, type Limits, sameForAll, type Withheld } from "./limits";

/** People in one or more neighbouring bands; `labels` in the order given, `percent` of the group (0 to 100). */
export type Band<Label> = {
  readonly labels: readonly Label[];
  readonly count: number;
  readonly percent: number;
};

/** A group of `n` people in bands that add up to `n`. */
export type Bands<Label> = { readonly n: number; readonly bands: readonly Band<Label>[] };

/**
 * The finest split of a group into runs of neighbouring bands in which no run holds 1 to 4 people; of equally fine
 * ones, that which keeps the first bands apart. The small numbers cannot be had back: each is known only together with
 * its neighbours. Withheld when the group is too small, when only the whole group would be left, or when everyone is
 * in one band of a group too small for its audience.
 */
export function releaseBands<Label>(
  groups: readonly { label: Label; count: number }[],
  audience: Audience,
  limits: Limits = LIMITS,
): Bands<Label> | Withheld {
  const n = groups.reduce((total, group) => total + group.count, 0);
  if (n < limits.count) return fewerThan(limits.count);
  const runs = finestRuns(groups, limits);
  if (runs.length < 2) return { withheld: true, reason: "gives a small number back" };
  if (runs.filter((run) => sizeOf(run) > 0).length < 2 && n < limits.figure[audience]) return sameForAll;
  const bands = runs.map((run) => {
    const count = sizeOf(run);
    return { labels: run.map((group) => group.label), count, percent: (100 * count) / n };
  });
  return { n, bands };
}

/** How a group's answers moved, kept whole where it may be; else same is merged with declined, or with improved. */
export function releaseDirection(
  direction: { improved: number; same: number; declined: number },
  audience: Audience,
  limits: Limits = LIMITS,
): Bands<"improved" | "same" | "declined"> | Withheld {
  const { improved, same, declined } = direction;
  return releaseBands(
    [
      { label: "improved", count: improved },
      { label: "same", count: same },
      { label: "declined", count: declined },
    ],
    audience,
    limits,
  );
}

type Group<Label> = { label: Label; count: number };

/** From the last band backwards: the finest allowed split of every tail, built on those of the shorter tails. */
function finestRuns<Label>(groups: readonly Group<Label>[], limits: Limits): Group<Label>[][] {
  const tails: (Group<Label>[][] | null)[] = new Array(groups.length + 1).fill(null);
  tails[groups.length] = [];
  for (let from = groups.length - 1; from >= 0; from--) {
    for (let to = from + 1; to <= groups.length; to++) {
      const run = groups.slice(from, to);
      const rest = tails[to];
      if (!rest || isSmall(sizeOf(run), limits)) continue;
      const best = tails[from];
      if (!best || rest.length + 1 > best.length) tails[from] = [run, ...rest];
    }
  }
  return tails[0] ?? [];
}

function sizeOf<Label>(run: readonly Group<Label>[]): number {
  return run.reduce((total, group) => total + group.count, 0);
}
