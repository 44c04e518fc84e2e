// The practice measures file: audit figures and their targets, a row for each measure and month.
import { z } from "zod";
import {
  type MeasureDifference,
  type MeasureRefusal,
  type PracticeMeasurePoint,
  recordPracticeMeasures,
  weighPracticeMeasures,
} from "~/domain/impact/impact.server";
import { counted } from "~/shared/format";
import type { Result } from "~/shared/result";
import { figure, measureNumber, period, requiredText, shown } from "./cells";
import { type Reading, readRows } from "./reading";
import { agreeOrTakeOut, type Kind } from "./run-import";

const cells = z.object({
  measure_no: measureNumber,
  measure: requiredText(),
  unit: requiredText(),
  period,
  target: figure,
  outcome: figure,
});

const point = cells.transform(({ measure_no, measure, ...same }, ctx): PracticeMeasurePoint => {
  const wrong = (message: string, column?: string) =>
    ctx.addIssue({ code: "custom", message, path: column === undefined ? [] : [column] });
  if (same.target === null && same.outcome === null) {
    wrong("target and outcome are both blank. Enter at least one of them, or take the row out.");
  }
  for (const column of ["target", "outcome"] as const) {
    const value = same[column];
    if (same.unit.startsWith("%") && value !== null && value > 100) {
      wrong(`"${value}" is more than 100%. Enter a number from 0 to 100.`, column);
    }
  }
  return { ...same, number: measure_no, name: measure };
});

/** The targets and outcomes that a practice measures file's text tells of, and the rows that cannot be read. Pure. */
export function readPracticeMeasures(text: string): Result<Reading<PracticeMeasurePoint>, string> {
  return readRows(text, Object.keys(cells.shape), point);
}

function differenceWords({ what, recorded, given }: MeasureDifference): string {
  const value = (text: string) => (what === "measure" || what === "unit" ? shown(text) : text);
  const before = recorded === null ? `no ${what}` : `${what} ${value(recorded)}`;
  return `${before}; the file ${given === null ? "leaves it blank" : `says ${value(given)}`}`;
}

function reasonOf(refusal: MeasureRefusal, numberAt: (index: number) => number): string {
  switch (refusal.kind) {
    case "repeated":
      return `is the same measure and period as row ${numberAt(refusal.firstIndex)}. Take one of the two out.`;
    case "two names in the list": {
      const first = numberAt(refusal.firstIndex);
      const words = refusal.differences.map(
        ({ what, recorded, given }) =>
          `${what} ${shown(given ?? "")} is ${shown(recorded ?? "")} in row ${first}`,
      );
      return `${words.join("; ")}, under the same measure_no. Write one measure the same way in every row.`;
    }
    case "recorded differently":
      return `already recorded with ${refusal.differences.map(differenceWords).join("; and with ")}. ${agreeOrTakeOut}`;
  }
}

export const practiceMeasures: Kind<PracticeMeasurePoint, MeasureRefusal> = {
  read: readPracticeMeasures,
  weigh: weighPracticeMeasures,
  record: recordPracticeMeasures,
  reasonOf,
  totalsLine: (points) =>
    [
      counted(new Set(points.map((each) => each.number)).size, "measure"),
      `${counted(points.filter((each) => each.target !== null).length, "target")}`,
      `${counted(points.filter((each) => each.outcome !== null).length, "outcome")}`,
    ].join(", "),
};
