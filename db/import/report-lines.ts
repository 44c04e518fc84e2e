// What an import prints: each refused row, the counts, and what the file comes to. Pure.
import { counted } from "~/shared/format";
import type { ImportReport } from "./run-import";

/** The report as lines of text. Counts are written without commas, for those who read them with a program. */
export function reportLines(report: ImportReport): string[] {
  const { dryRun, read, added, completed, unchanged, refused, totalsLine } = report;
  const lines = refused.map(({ number, reason }) => `Row ${number}: ${reason}`);
  lines.push(
    `${read} read, ${added} ${dryRun ? "would be added" : "added"}, ${unchanged} unchanged, ${refused.length} refused`,
  );
  if (refused.length > 0) {
    lines.push("Nothing was written: put the rows above right, then import the whole file again.");
    return lines;
  }
  if (completed > 0)
    lines.push(`${counted(completed, "row")} of those added fill a blank in what was recorded before`);
  lines.push(totalsLine);
  if (dryRun) lines.push("Dry run: nothing was written.");
  return lines;
}
