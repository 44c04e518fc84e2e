// The words of the terms room: what a board may set about booking, and the forms they come in. Safe in a browser.
// Every partnership read about does this differently, so it is data; the ranges cover what we found in published terms.
import { z } from "zod";

export { freeToCancelInWords, lastMomentInWords, type TermsPart, termsInWords } from "./words";

export const noticeUnits = ["working days", "calendar days", "hours"] as const;
export type NoticeUnit = (typeof noticeUnits)[number];

export const waitingPolicies = ["first come", "mixed agencies", "needs first"] as const;
export type WaitingPolicy = (typeof waitingPolicies)[number];

const pence = z.int().min(0).max(100_000);
const share = z.int().min(1).max(100);

/** Each step once, and never cheaper with less notice: otherwise there would be no last day that is free. */
const dearerTheLater = (tiers: readonly { under: number; percent: number }[]) =>
  tiers.every((one) => tiers.every((other) => one === other || dearer(one, other) || dearer(other, one)));
const dearer = (later: Tier, earlier: Tier) =>
  later.under < earlier.under && later.percent >= earlier.percent;
type Tier = { under: number; percent: number };

/** In which sessions somebody who comes later than the grace counts as not having been there. */
export const graceKinds = ["every session", "full days", "online"] as const;
export type GraceKind = (typeof graceKinds)[number];

/** What a place costs that was not used. */
const ratesSchema = z.object({
  halfDayPence: pence,
  fullDayPence: pence,
});
export type Rates = z.infer<typeof ratesSchema>;

/** One version of a board's terms. */
export const termsRulesSchema = z.object({
  notice: z.object({
    unit: z.enum(noticeUnits),
    /** Less notice than `under` costs this share of the rate; the smallest `under` that fits counts. None: no charge. */
    tiers: z
      .array(z.object({ under: z.int().min(1).max(100), percent: share }))
      .max(3)
      .refine(dearerTheLater),
  }),
  rates: ratesSchema,
  /** Taught time up to this is half a day. */
  halfDayUpToMinutes: z.int().min(60).max(480),
  /** Charged for each meeting, or once for the session. */
  perDay: z.boolean(),
  /** Other rates for some kinds of agency, by sector as the agency has it. */
  sectorRates: z.array(ratesSchema.extend({ sector: z.string().min(1) })),
  /** Sectors that are not charged for cancelling late; `notForNoShows`: but are for not coming. */
  exempt: z.object({ sectors: z.array(z.string().min(1)), notForNoShows: z.boolean() }),
  /** Share of the rate for not coming without a word; blank: no charge. */
  noShowPercent: share.nullable(),
  /** Later than this into a meeting counts as not having been there; blank: late is late. */
  lateGraceMinutes: z.int().min(0).max(120).nullable(),
  lateGraceFor: z.enum(graceKinds).default("every session"),
  /** Leaving early is charged like not coming. */
  leavingEarlyIsNoShow: z.boolean(),
  waiting: z.object({
    policy: z.enum(waitingPolicies),
    offerHours: z.int().min(1).max(168),
    /** At most so many offers open at a time on a session; blank: one for each free place. */
    offersAtOnce: z.int().min(1).max(50).nullable(),
    /** How long free places are set aside for a group at the head of the queue, before its people wait one by one. */
    groupHours: z.int().min(1).max(336),
  }),
  approval: z.object({
    /** Working days an approver has. */
    workingDays: z.int().min(1).max(20),
    /** What silence means. */
    silence: z.enum(["declined", "approved"]),
  }),
  /** Places reserved without names, and quotas, go back to everyone so many working days before the start. */
  releaseWorkingDays: z.int().min(1).max(40),
  /** What else people should know, in the board's own words: shown with the terms, and nothing is worked out from it. */
  note: z.string().trim().min(1).max(500).nullable().default(null),
});
export type TermsRules = z.infer<typeof termsRulesSchema>;

/** A version of a board's terms, as stored; without an id where a board has set none yet: then nothing is charged. */
export type Terms = {
  id: string | null;
  boardCode: string;
  version: number;
  inForceFrom: number;
  rules: TermsRules;
};

/**
 * What holds until a board decides: three working days' notice, £25 a half and £50 a full day, and places on the
 * waiting list in the order of asking.
 */
export const startingRules: TermsRules = {
  notice: { unit: "working days", tiers: [{ under: 3, percent: 100 }] },
  rates: { halfDayPence: 2500, fullDayPence: 5000 },
  halfDayUpToMinutes: 240,
  perDay: false,
  sectorRates: [],
  exempt: { sectors: [], notForNoShows: true },
  noShowPercent: 100,
  lateGraceMinutes: null,
  lateGraceFor: "every session",
  leavingEarlyIsNoShow: false,
  waiting: { policy: "first come", offerHours: 24, offersAtOnce: null, groupHours: 72 },
  approval: { workingDays: 3, silence: "declined" },
  releaseWorkingDays: 10,
  note: null,
};

/** Notice as somebody gave it: how much, and what share of the rate that costs; null where it is enough. */
export type NoticeGiven = { given: number; unit: NoticeUnit; percent: number | null };
