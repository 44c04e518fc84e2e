// What a new address does to the agency that someone works for. Pure.
import type { AgencyStanding } from "../accounts";

type Agency = { id: string; name: string };

export type AgencyAfterMove = {
  agency: Agency;
  standing: AgencyStanding;
  /** Somebody at the agency is asked to confirm it; until they do, the person cannot book. */
  asks: boolean;
};

/**
 * An address at the same domain tells nothing new. One that proves the agency they have settles it; one that proves
 * another moves them there, and one that proves none leaves them where they are, both to be confirmed.
 */
export function agencyAfterMove(
  now: { agency: Agency; standing: AgencyStanding },
  to: { sameDomain: boolean; settled: Agency | null },
): AgencyAfterMove {
  if (to.sameDomain) return { ...now, asks: false };
  if (to.settled?.id === now.agency.id) return { agency: now.agency, standing: "confirmed", asks: false };
  return { agency: to.settled ?? now.agency, standing: "awaiting", asks: true };
}
