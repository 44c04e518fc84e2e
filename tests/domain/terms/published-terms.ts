// The numbers that partnerships have published (shared/FEATURES.md, section 4), as terms: the range that must be covered.
// Many are old, and none is this partnership's own.
import { startingRules, type TermsRules } from "~/domain/terms/terms";

type Change = Partial<Omit<TermsRules, "notice">> & { notice?: Partial<TermsRules["notice"]> };
const terms = ({ notice, ...change }: Change): TermsRules => ({
  ...startingRules,
  ...change,
  notice: { ...startingRules.notice, ...notice },
});
const rates = (halfDay: number, fullDay: number) => ({
  halfDayPence: halfDay * 100,
  fullDayPence: fullDay * 100,
});
const full = (under: number) => [{ under, percent: 100 }];

export const published = {
  // Self-cancel to 2 days before; then £80 a full, £40 a half day; those outside the partnership £100 and £50.
  greenwich: terms({
    notice: { unit: "calendar days", tiers: full(2) },
    rates: rates(40, 80),
    sectorRates: [{ sector: "outside the partnership", ...rates(50, 100) }],
  }),
  // 3 working days (72 hours), £50.
  northamptonshire: terms({ notice: { tiers: full(3) }, rates: rates(50, 50) }),
  // 2 working days; £75 and £50; a late arrival may be turned away and counts as not having come.
  sutton: terms({
    notice: { tiers: full(2) },
    rates: rates(50, 75),
    lateGraceMinutes: 0,
    note: "You may send a colleague in your place for free.",
  }),
  // 3 working days; £50 up to half a day, £90 a full one; schools pay the full cost.
  wirral: terms({
    notice: { tiers: full(3) },
    rates: rates(50, 90),
    sectorRates: [{ sector: "schools", ...rates(120, 240) }],
  }),
  // 10 working days; £50 for each day, also for those who join online late.
  salford: terms({
    notice: { tiers: full(10) },
    rates: rates(50, 50),
    perDay: true,
    lateGraceMinutes: 0,
    lateGraceFor: "online",
  }),
  // Free; 7 calendar days or fewer: £50 for each day, and other costs.
  teeswide: terms({
    notice: { unit: "calendar days", tiers: full(8) },
    rates: rates(50, 50),
    perDay: true,
    note: "We also charge costs that we cannot get back, such as an interpreter’s.",
  }),
  // Fewer than 7 days: £50; more than 20 minutes late is refused.
  brent: terms({
    notice: { unit: "calendar days", tiers: full(7) },
    rates: rates(50, 50),
    lateGraceMinutes: 20,
  }),
  // 2 calendar days or fewer: £25 a half, £50 a full day; 30 minutes late.
  lscdg: terms({
    notice: { unit: "calendar days", tiers: full(3) },
    rates: rates(25, 50),
    lateGraceMinutes: 30,
    note: "Leaving early means no certificate. We send an invoice within 2 weeks.",
  }),
  // £35 up to 4 hours, £50 above; partners and the small third sector do not pay, but do for not coming.
  leeds: terms({
    rates: rates(35, 50),
    halfDayUpToMinutes: 240,
    exempt: { sectors: ["partner", "small third sector"], notForNoShows: true },
  }),
  // 10 working days; £35 and £70.
  westSussex: terms({ notice: { tiers: full(10) }, rates: rates(35, 70) }),
  // Inside 14 days the full cost.
  plymouth: terms({ notice: { unit: "calendar days", tiers: full(14) }, rates: rates(60, 120) }),
  // Fewer than 4 weeks half, fewer than 2 weeks all; 15 minutes' grace on full days; leaving early is not coming.
  ssscb: terms({
    notice: {
      unit: "calendar days",
      tiers: [
        { under: 28, percent: 50 },
        { under: 14, percent: 100 },
      ],
    },
    rates: rates(30, 60),
    lateGraceMinutes: 15,
    lateGraceFor: "full days",
    leavingEarlyIsNoShow: true,
    note: "Finish the e-learning within 4 weeks.",
  }),
  // Outsiders £150 and £75; schools that do not contribute £50.
  cambridgeshire: terms({
    sectorRates: [
      { sector: "outside the partnership", ...rates(75, 150) },
      { sector: "school, not contributing", ...rates(50, 50) },
    ],
  }),
  // No charge at all: an agreement, and a link to cancel.
  jersey: terms({ notice: { tiers: [] }, noShowPercent: null }),
} satisfies Record<string, TermsRules>;
