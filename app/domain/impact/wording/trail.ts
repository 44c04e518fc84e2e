// The scrutineer's trail: what a figure means, how it is worked out, and how many stand behind each step of it.

import { addDays } from "~/shared/civil-time";
import { plainDate, plainDateAt } from "~/shared/format";
import type { Report } from "../report";
import { basisOf, evidenceInWords, evidenceOf, type FigureKind } from "./evidence";
import { periodInWords, sliceKinds } from "./periods";
import { figureTrails } from "./trail-figures";

/** `count` is already in words, or says why it is not shown. */
export type TrailStep = { label: string; count: string };

export type Trail = {
  kind: FigureKind;
  title: string;
  /** What it says in this report. */
  says: string;
  meaning: string;
  /** How it is worked out, step by step. */
  formula: string[];
  /** From those booked down to those counted. */
  steps: TrailStep[];
  /** Who is not counted in it, and why. */
  notCounted: string[];
  /** Scale, dates, method and what else every figure carries. */
  facts: { label: string; value: string }[];
};

/** What a kind of figure adds to what every figure carries. */
export type TrailPart = Omit<Trail, "kind" | "facts"> & { scale: string; before: string };

/** The trail of the figure with this key, or null where the report holds none. */
export function trailOf(report: Report, key: string): Trail | null {
  for (const [kind, trail] of figureTrails) {
    const rest = key === kind ? "" : key.startsWith(`${kind}-`) ? key.slice(kind.length + 1) : null;
    if (rest === null) continue;
    const part = trail(report, rest);
    if (part) return { kind, ...withFacts(report, kind, part) };
  }
  return null;
}

function withFacts(report: Report, kind: FigureKind, { scale, before, ...part }: TrailPart) {
  const { period, slice } = report;
  const facts = [
    { label: "About", value: slice.kind === "partnership" ? sliceKinds.partnership : slice.name },
    {
      label: "Sessions that ended",
      value: `${plainDate(period.from)} to ${plainDate(addDays(period.until, -1))} (${periodInWords(period)})`,
    },
    { label: "Scale", value: scale },
    { label: "When “before” was asked", value: before },
    { label: "Evidence", value: evidenceInWords[evidenceOf(basisOf[kind])] },
    {
      label: "Not shown",
      value:
        "Counts of 1 to 4, means and changes of fewer than 10 people, and whatever would give one of these back. All are written alike, so that none tells a number.",
    },
    { label: "Method", value: `Version ${report.method}` },
    {
      label: "Worked out",
      value:
        report.workedOutAt === null ? "Nothing has been worked out yet" : plainDateAt(report.workedOutAt),
    },
  ];
  return { ...part, facts: facts.filter(({ value }) => value !== "") };
}
