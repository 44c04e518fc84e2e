// Pure: what a place that was not used costs under a version of the terms, and what may become of a charge.
import type { NoticeGiven, Rates, TermsRules } from "~/domain/terms/terms";
import type { Basis, ChargeKind, ChargeState } from "./charges";

/** Who may take a charge where is the policy's; `withdrawn`: the register was put right, which may be put right again. */
export const chargeTransitions: Record<ChargeState, readonly ChargeState[]> = {
  due: ["appealed", "waived", "withdrawn"],
  appealed: ["due", "waived", "withdrawn"],
  waived: [],
  withdrawn: ["due"],
};

export type ChargedPlace = {
  /** Of the person's agency on that day. */
  sector: string;
  /** Taught time of the whole session. */
  minutes: number;
  meetings: number;
  /** Meetings that were not, or not wholly, attended; null where no register says. */
  missed: number | null;
};

/** The rates for a sector: its own, or everyone's. */
function ratesFor(rules: TermsRules, sector: string): { rates: Rates; sectorRate: string | null } {
  const own = rules.sectorRates.find((rates) => sameSector(rates.sector, sector));
  return own ? { rates: own, sectorRate: own.sector } : { rates: rules.rates, sectorRate: null };
}

/** As people type them: without regard to case and spaces around. */
const sameSector = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

/** Charged for too little notice, not for what a register says. */
export const isForNotice = (kind: ChargeKind) => kind === "late cancellation" || kind === "late move";

function isExempt(rules: TermsRules, kind: ChargeKind, sector: string): boolean {
  const exempt = rules.exempt.sectors.some((one) => sameSector(one, sector));
  return exempt && (isForNotice(kind) || !rules.exempt.notForNoShows);
}

/** Share of the rate in per cent, or null where the terms ask for nothing. */
function shareFor(rules: TermsRules, kind: ChargeKind, notice: NoticeGiven | null): number | null {
  if (isForNotice(kind)) return notice?.percent ?? null;
  if (kind === "left early" && !rules.leavingEarlyIsNoShow) return null;
  return rules.noShowPercent;
}

/**
 * What is due in pence, rounded down, and how that comes about; null for nothing. A move counts as a cancellation. Where
 * each day is charged a late cancellation costs every day, and a place that was not used costs the days missed.
 */
export function amountDue(
  terms: { boardCode: string; version: number; rules: TermsRules },
  kind: ChargeKind,
  place: ChargedPlace,
  notice: NoticeGiven | null,
): { pence: number; basis: Basis } | null {
  const { rules } = terms;
  const percent = shareFor(rules, kind, notice);
  if (percent === null || isExempt(rules, kind, place.sector)) return null;
  const { rates, sectorRate } = ratesFor(rules, place.sector);
  const days = rules.perDay ? (isForNotice(kind) ? place.meetings : (place.missed ?? place.meetings)) : 1;
  const taught = rules.perDay ? place.minutes / Math.max(1, place.meetings) : place.minutes;
  const length = taught <= rules.halfDayUpToMinutes ? "half day" : "full day";
  const ratePence = length === "half day" ? rates.halfDayPence : rates.fullDayPence;
  const pence = Math.floor((ratePence * days * percent) / 100);
  if (pence === 0) return null;
  return {
    pence,
    basis: {
      boardCode: terms.boardCode,
      version: terms.version,
      notice:
        isForNotice(kind) && notice
          ? {
              given: notice.given,
              under: Math.max(...rules.notice.tiers.map(({ under }) => under)),
              unit: notice.unit,
            }
          : null,
      ratePence,
      length,
      sectorRate,
      days,
      percent,
    },
  };
}
