// The form of a new version: its fields, what they hold for given terms, and the terms that they make.
import { z } from "zod";
import {
  graceKinds,
  noticeUnits,
  type TermsRules,
  termsRulesSchema,
  waitingPolicies,
} from "~/domain/terms/terms";
import { moneyOf, poundsOf, wholeOf } from "./fields";

/** How many steps of notice the form has. */
export const steps = [1, 2, 3] as const;
export const noticeField = (step: number) => `under${step}`;
export const shareField = (step: number) => `percent${step}`;
export const sectorFields = (index: number) => ({
  sector: `sector${index}`,
  half: `sectorHalf${index}`,
  full: `sectorFull${index}`,
});

const notice = (step: number) => wholeOf(`the notice of step ${step}`, 1, 100).optional();
const share = (step: number) => wholeOf(`the share of step ${step}`, 1, 100).optional();

export const termsForm = z.object({
  unit: z.enum(noticeUnits, { error: "Select how notice is counted" }),
  under1: notice(1),
  percent1: share(1),
  under2: notice(2),
  percent2: share(2),
  under3: notice(3),
  percent3: share(3),
  halfDay: moneyOf("the rate for a half day"),
  fullDay: moneyOf("the rate for a full day"),
  halfDayMinutes: wholeOf("how many minutes a half day has at most", 60, 480),
  perDay: z.enum(["session", "day"], { error: "Select whether each day is charged" }),
  exempt: z.array(z.string()).optional(),
  exemptNoShows: z.enum(["charged", "not charged"], {
    error: "Select whether exempt agencies are charged for not coming",
  }),
  noShowPercent: wholeOf("the share for not coming", 1, 100).optional(),
  grace: wholeOf("the minutes that people may be late", 0, 120).optional(),
  graceFor: z.enum(graceKinds, { error: "Select where being late counts" }),
  leavingEarly: z.literal("yes").optional(),
  policy: z.enum(waitingPolicies, { error: "Select who is offered a free place first" }),
  offerHours: wholeOf("how many hours an offer is open", 1, 168),
  offersAtOnce: wholeOf("how many offers may be open", 1, 50).optional(),
  groupHours: wholeOf("how many hours places are set aside for a group", 1, 336),
  approvalDays: wholeOf("how many working days an approver has", 1, 20),
  silence: z.enum(["declined", "approved"], { error: "Select what no answer means" }),
  releaseDays: wholeOf("how many working days before the session places go back", 1, 40),
  note: z.string().trim().max(500, "Enter 500 characters or fewer").optional(),
});
type Filled = z.output<typeof termsForm>;

/** The fields in the order of the page; those of kinds of agency come where they are found. */
export const fieldOrder = ["from", ...Object.keys(termsForm.shape)];

/** What the form holds for these terms, by field name. */
export function valuesOf(rules: TermsRules, sectors: readonly string[]): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {
    unit: rules.notice.unit,
    halfDay: poundsOf(rules.rates.halfDayPence),
    fullDay: poundsOf(rules.rates.fullDayPence),
    halfDayMinutes: String(rules.halfDayUpToMinutes),
    perDay: rules.perDay ? "day" : "session",
    exempt: rules.exempt.sectors,
    exemptNoShows: rules.exempt.notForNoShows ? "charged" : "not charged",
    noShowPercent: String(rules.noShowPercent ?? ""),
    grace: String(rules.lateGraceMinutes ?? ""),
    graceFor: rules.lateGraceFor,
    leavingEarly: rules.leavingEarlyIsNoShow ? "yes" : "",
    policy: rules.waiting.policy,
    offerHours: String(rules.waiting.offerHours),
    offersAtOnce: String(rules.waiting.offersAtOnce ?? ""),
    groupHours: String(rules.waiting.groupHours),
    approvalDays: String(rules.approval.workingDays),
    silence: rules.approval.silence,
    releaseDays: String(rules.releaseWorkingDays),
    note: rules.note ?? "",
  };
  const inOrder = [...rules.notice.tiers].sort((one, other) => other.under - one.under);
  for (const step of steps) {
    values[noticeField(step)] = String(inOrder[step - 1]?.under ?? "");
    values[shareField(step)] = String(inOrder[step - 1]?.percent ?? "");
  }
  sectors.forEach((sector, index) => {
    const own = rules.sectorRates.find((rates) => rates.sector === sector);
    const names = sectorFields(index);
    values[names.half] = own ? poundsOf(own.halfDayPence) : "";
    values[names.full] = own ? poundsOf(own.fullDayPence) : "";
  });
  return values;
}

type Read = { ok: true; rules: TermsRules } | { ok: false; errors: Record<string, string> };

/** The terms that a filled form makes; or what is wrong between its fields. */
export function rulesOf(filled: Filled, posted: FormData, sectors: readonly string[]): Read {
  const errors: Record<string, string> = {};
  const tiers = tiersOf(filled, errors);
  const sectorRates = sectorRatesOf(posted, sectors, errors);
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const rules: TermsRules = {
    notice: { unit: filled.unit, tiers },
    rates: { halfDayPence: filled.halfDay, fullDayPence: filled.fullDay },
    halfDayUpToMinutes: filled.halfDayMinutes,
    perDay: filled.perDay === "day",
    sectorRates,
    exempt: {
      sectors: (filled.exempt ?? []).filter((sector) => sectors.includes(sector)),
      notForNoShows: filled.exemptNoShows === "charged",
    },
    noShowPercent: filled.noShowPercent ?? null,
    lateGraceMinutes: filled.grace ?? null,
    lateGraceFor: filled.graceFor,
    leavingEarlyIsNoShow: filled.leavingEarly === "yes",
    waiting: {
      policy: filled.policy,
      offerHours: filled.offerHours,
      offersAtOnce: filled.offersAtOnce ?? null,
      groupHours: filled.groupHours,
    },
    approval: { workingDays: filled.approvalDays, silence: filled.silence },
    releaseWorkingDays: filled.releaseDays,
    note: filled.note || null,
  };
  if (termsRulesSchema.safeParse(rules).success) return { ok: true, rules };
  return { ok: false, errors: { under1: "Enter each step once: less notice may not cost less" } };
}

function tiersOf(filled: Filled, errors: Record<string, string>): TermsRules["notice"]["tiers"] {
  const tiers: TermsRules["notice"]["tiers"] = [];
  for (const step of steps) {
    const under = filled[`under${step}`];
    const percent = filled[`percent${step}`];
    if (under !== undefined && percent !== undefined) tiers.push({ under, percent });
    else if (under !== undefined) errors[shareField(step)] = `Enter the share of step ${step}`;
    else if (percent !== undefined) errors[noticeField(step)] = `Enter the notice of step ${step}`;
  }
  return tiers;
}

function sectorRatesOf(posted: FormData, sectors: readonly string[], errors: Record<string, string>) {
  return sectors.flatMap((_any, index) => {
    const { sector: name, half, full } = sectorFields(index);
    // The form says which sector each row was about: an agency may have come or gone since.
    const sector = sectors.find((one) => one === posted.get(name));
    if (sector === undefined) return [];
    const [halfText, fullText] = [half, full].map((name) => String(posted.get(name) ?? "").trim());
    if (!halfText && !fullText) return [];
    const halfDay = moneyOf(`the rate for a half day, ${sector}`).safeParse(halfText || undefined);
    const fullDay = moneyOf(`the rate for a full day, ${sector}`).safeParse(fullText || undefined);
    if (!halfDay.success) errors[half] = halfDay.error.issues[0]?.message ?? "";
    if (!fullDay.success) errors[full] = fullDay.error.issues[0]?.message ?? "";
    return halfDay.success && fullDay.success
      ? [{ sector, halfDayPence: halfDay.data, fullDayPence: fullDay.data }]
      : [];
  });
}
