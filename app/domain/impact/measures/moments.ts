// Adding moments up: a year's from its sessions', without anybody's own answers.
import type { JointMoments, Moments } from "./descriptive";

/** Of nobody. */
export const noMoments: Moments = Object.freeze({ n: 0, mean: 0, m2: 0 });
export const noJointMoments: JointMoments = Object.freeze({ x: noMoments, y: noMoments, c: 0 });

/**
 * Squared deviations this small beside the squares they came from are rounding alone and count as none, so that
 * "everyone changed by the same amount" is still seen after adding and subtracting.
 */
const ROUNDING = 1e-12;

/**
 * The moments of all people from those of groups of them (Chan, Golub & LeVeque 1979, all groups at once about their
 * common mean). In any order and grouping the same but for rounding (1e-12); m2 is exactly 0 where nobody varies.
 */
export function addMoments(groups: readonly Moments[]): Moments {
  const some = groups.filter((group) => group.n > 0);
  const first = some[0];
  if (first === undefined) return noMoments;
  if (some.length === 1) return first;
  let n = 0;
  let above = 0;
  for (const group of some) {
    n += group.n;
    above += group.n * (group.mean - first.mean);
  }
  const mean = first.mean + above / n;
  let m2 = 0;
  for (const group of some) m2 += group.m2 + group.n * (group.mean - mean) ** 2;
  return { n, mean, m2: withoutRounding(m2, n * mean ** 2) };
}

/** The same for two numbers known of each person; in one go, as reports of thousands of sessions ask for many. */
export function addJointMoments(groups: readonly JointMoments[]): JointMoments {
  let first: JointMoments | null = null;
  let [n, aboveX, aboveY] = [0, 0, 0];
  for (const group of groups) {
    if (group.x.n === 0) continue;
    first ??= group;
    n += group.x.n;
    aboveX += group.x.n * (group.x.mean - first.x.mean);
    aboveY += group.x.n * (group.y.mean - first.y.mean);
  }
  if (first === null) return noJointMoments;
  if (first.x.n === n) return first;
  const x = { n, mean: first.x.mean + aboveX / n, m2: 0 };
  const y = { n, mean: first.y.mean + aboveY / n, m2: 0 };
  let c = 0;
  for (const group of groups) {
    if (group.x.n === 0) continue;
    const [offX, offY] = [group.x.mean - x.mean, group.y.mean - y.mean];
    x.m2 += group.x.m2 + group.x.n * offX * offX;
    y.m2 += group.y.m2 + group.x.n * offY * offY;
    c += group.c + group.x.n * offX * offY;
  }
  x.m2 = withoutRounding(x.m2, n * x.mean ** 2);
  y.m2 = withoutRounding(y.m2, n * y.mean ** 2);
  return { x, y, c: x.m2 === 0 || y.m2 === 0 ? 0 : c };
}

/** Moments of y - x over the same people; m2 is exactly 0 when everyone's is the same. */
export function differenceOf({ x, y, c }: JointMoments): Moments {
  const m2 = Math.max(0, x.m2 + y.m2 - 2 * c);
  return { n: x.n, mean: y.mean - x.mean, m2: withoutRounding(m2, x.m2 + y.m2) };
}

function withoutRounding(m2: number, squares: number): number {
  return m2 <= ROUNDING * squares ? 0 : m2;
}
