// Inputs of a report that is to stand beside earlier ones, without the figures that would give people away there.
import { buildReport } from "./build-report";
import { clashesWithEarlier, heldBackAs } from "./disclosure/differencing";
import type { Report, ReportInputs, Slice } from "./report";

/** Once a figure is held back others may have to be as well, so it is looked at anew until nothing is left to hold. */
export function heldBackBeside(
  inputs: ReportInputs,
  slices: readonly Slice[],
  earlier: readonly Report[],
): ReportInputs {
  let now: ReportInputs = inputs;
  for (;;) {
    const reports = slices.map((slice) => buildReport(now, slice));
    const clashes = clashesWithEarlier(reports, earlier).map(heldBackAs);
    const held = [...new Set([...(now.heldBack ?? []), ...clashes])].sort();
    if (held.length === (now.heldBack ?? []).length) return now;
    now = { ...inputs, heldBack: held };
  }
}
