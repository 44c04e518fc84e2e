// How few people may stand behind a figure before it is withheld.

/** Who reads: the team that owns the sessions, or everyone outside it (partnership pages, exports, releases). */
export type Audience = "owner" | "partnership";

/** `count`: counts from 1 to one below it are never shown. `figure`: fewest people behind a mean, interval or effect. */
export type Limits = { readonly count: number; readonly figure: Readonly<Record<Audience, number>> };

/** The least the product allows. */
export const LIMITS: Limits = { count: 5, figure: { owner: 5, partnership: 10 } };

/** Limits a partnership asks for, never below LIMITS, and never kinder to outsiders than to the owning team. */
export function raisedLimits(wanted: { count?: number; owner?: number; partnership?: number }): Limits {
  const count = Math.max(LIMITS.count, wanted.count ?? 0);
  const owner = Math.max(LIMITS.figure.owner, count, wanted.owner ?? 0);
  return {
    count,
    figure: { owner, partnership: Math.max(LIMITS.figure.partnership, owner, wanted.partnership ?? 0) },
  };
}

/** Why a figure is not shown. One symbol stands for all of them on a page, so that none tells a number apart. */
export type Reason =
  | `fewer than ${number}`
  | "gives a small number back"
  | "same for everyone in a small group";

/** A figure that is kept back; never shown as 0. */
export type Withheld = { readonly withheld: true; readonly reason: Reason };

/** Whether a figure was kept back. */
export function isWithheld(value: unknown): value is Withheld {
  return typeof value === "object" && value !== null && "withheld" in value && value.withheld === true;
}

/** A count of people, or withheld when it is small; 0 is not small. */
export function releaseCount(count: number, limits: Limits = LIMITS): number | Withheld {
  return isSmall(count, limits) ? fewerThan(limits.count) : count;
}

/**
 * A mean, interval, effect or any other figure computed from `n` people, or withheld when they are too few for the
 * audience. A null figure (not estimable) stays null when there are enough people.
 */
export function releaseFigure<T>(
  figure: T,
  n: number,
  audience: Audience,
  limits: Limits = LIMITS,
): T | Withheld {
  const fewest = limits.figure[audience];
  return n < fewest ? fewerThan(fewest) : figure;
}

/**
 * Percentage (0 to 100, unrounded) that `part` is of `whole`. It gives both the part and the rest away, so it is
 * withheld when either is small; 0% and 100% tell something of every person in the group, so the group must then be
 * large enough for the audience.
 */
export function releasePercentage(
  part: number,
  whole: number,
  audience: Audience,
  limits: Limits = LIMITS,
): number | Withheld {
  if (whole < limits.count) return fewerThan(limits.count);
  if (isSmall(part, limits) || isSmall(whole - part, limits))
    return { withheld: true, reason: "gives a small number back" };
  if ((part === 0 || part === whole) && whole < limits.figure[audience]) return sameForAll;
  return (100 * part) / whole;
}

/**
 * Whether two published populations, one within the other, differ by so few people that taking one from the other
 * would show them. Publish one of the two only.
 */
export function differBySmallNumber(n: number, other: number, limits: Limits = LIMITS): boolean {
  return isSmall(Math.abs(n - other), limits);
}

/** Whether a published number may be refreshed: after enough new responses, or when the session has closed. */
export function mayRefresh(publishedN: number, n: number, closed: boolean, limits: Limits = LIMITS): boolean {
  return closed || n - publishedN >= limits.count;
}

/** Whether a count is one of those never shown. */
export function isSmall(count: number, limits: Limits = LIMITS): boolean {
  return count > 0 && count < limits.count;
}

/** Withheld for want of `fewest` people. */
export function fewerThan(fewest: number): Withheld {
  return { withheld: true, reason: `fewer than ${fewest}` };
}

/** Withheld because it would say the same of every person in a group too small for that. */
export const sameForAll: Withheld = { withheld: true, reason: "same for everyone in a small group" };

/** Withheld because with what is shown elsewhere it would give a small group's figure away. */
export const givesSmallBack: Withheld = { withheld: true, reason: "gives a small number back" };
