// The words of the charges room: what is charged for, how an amount came about, and what may become of it. Safe in a browser.
import type { NoticeUnit } from "~/domain/terms/terms";
import { addDays, civilDateAt, startOfDay } from "~/shared/civil-time";

export { becauseInWords, kindInWords, stateInWords } from "./words";

export const chargeKinds = ["late cancellation", "late move", "did not attend", "left early"] as const;
export type ChargeKind = (typeof chargeKinds)[number];

export const chargeStates = ["due", "appealed", "waived", "withdrawn"] as const;
export type ChargeState = (typeof chargeStates)[number];

export const isChargeState = (text: string): text is ChargeState => chargeStates.some((one) => one === text);

/** How an amount came about: everything that it can be worked out from again. */
export type Basis = {
  boardCode: string;
  version: number;
  /** Given and asked for; null for a place that was not used on the day. */
  notice: { given: number; under: number; unit: NoticeUnit } | null;
  /** The rate of a half or of a full day, for the agency's sector if it has one of its own. */
  ratePence: number;
  length: "half day" | "full day";
  sectorRate: string | null;
  /** How often the rate counts: days missed where each is charged, otherwise 1. */
  days: number;
  /** Share of the rate, in per cent. */
  percent: number;
};

const appealDays = 28;

/** The last instant for an appeal against a charge: the end of the 28th day after the day on which it was made, in London. */
export const appealUntil = (madeAt: number): number =>
  startOfDay(addDays(civilDateAt(madeAt), appealDays + 1)) - 1;
