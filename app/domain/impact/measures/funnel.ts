// Sessions beside the programme's overall percentage, without ranking them.
import { sum } from "./descriptive";
import { NORMAL_975, NORMAL_999 } from "./distributions";

/** People improved, of matched pairs, in one session. */
export type SessionCount = { improved: number; n: number };

/** Shares (0 to 1) between which chance alone keeps a session of this size; outside flags are null when n is 0. */
export type FunnelPoint = {
  lower95: number;
  upper95: number;
  lower998: number;
  upper998: number;
  outside95: boolean | null;
  outside998: boolean | null;
};

/** `overall` is the share improved of all pairs; null, with no points, when there are no pairs. */
export type Funnel = { overall: number | null; points: FunnelPoint[] };

/** Limits overall +- z sqrt(p(1-p)/n) for z of 1.96 and 3.09, clipped to 0 and 1 (Spiegelhalter 2005). */
export function funnel(sessions: readonly SessionCount[]): Funnel {
  const people = sum(sessions.map((session) => session.n));
  if (people === 0) return { overall: null, points: [] };
  const overall = sum(sessions.map((session) => session.improved)) / people;
  const points = sessions.map(({ improved, n }) => {
    const variance = overall * (1 - overall);
    // A session without pairs says nothing: its limits span the whole range.
    const se = n === 0 ? Number.POSITIVE_INFINITY : Math.sqrt(variance / n);
    const distance = Math.abs(improved / n - overall);
    return {
      lower95: Math.max(0, overall - NORMAL_975 * se),
      upper95: Math.min(1, overall + NORMAL_975 * se),
      lower998: Math.max(0, overall - NORMAL_999 * se),
      upper998: Math.min(1, overall + NORMAL_999 * se),
      outside95: n === 0 ? null : distance > NORMAL_975 * se,
      outside998: n === 0 ? null : distance > NORMAL_999 * se,
    };
  });
  return { overall, points };
}
