// The words of the impact room: figures as pages may show them, each already past disclosure control.
import type { Bands } from "./disclosure/bands";
import type { Withheld } from "./disclosure/limits";

/** A change in mean score on the 0 to 10 scale, with what it rests on. */
export type Change = {
  before: number;
  after: number;
  change: number;
  /** The 95% interval; null where everyone changed by the same amount or it cannot be worked out. */
  low: number | null;
  high: number | null;
  pairs: number;
  sessions: number;
  /** One group of pairs, or sessions pooled because people in one session are alike. */
  method: "pairs" | "pooled sessions";
};

export type Direction = "improved" | "same" | "declined";

export type { Bands, Withheld };

export type PracticeMeasure = {
  number: string;
  name: string;
  unit: string;
  source: "audit" | "dataset";
  /** What the audit cycle asks. */
  question: string | null;
  better: "higher" | "lower" | null;
  points: { period: string; target: number | null; outcome: number | null; cases: number | null }[];
  /** Training that named this measure, recorded before this service. */
  training: { title: string; deliveries: number; attended: number | null; unrecorded: number }[];
};

export { corrections } from "./practice-measures";
export * from "./release";
export type * from "./report";
