// What was delivered and measured before this service, as the partnership's two files of 2023 tell it.
import { fileURLToPath } from "node:url";
import { openFile } from "../import/open-file";
import { practiceMeasures } from "../import/practice-measures";
import { programme } from "../import/programme";
import { importText } from "../import/run-import";
import { must, type Seeding } from "./seeding";

/** Goes through the import itself. */
export function importHistory({ asSystem }: Seeding): void {
  const read = (name: string) =>
    must(openFile(fileURLToPath(new URL(`./reference/${name}`, import.meta.url))));
  for (const [kind, source] of [
    ["programme", "programme-2023.csv"],
    ["practice measures", "practice-measures-2023.csv"],
  ] as const) {
    const run = { source, dryRun: false };
    const report = must(
      kind === "programme"
        ? importText(programme, asSystem, read(source), run)
        : importText(practiceMeasures, asSystem, read(source), run),
    );
    if (report.refused.length > 0)
      throw new Error(`${source} was refused: ${JSON.stringify(report.refused)}`);
  }
}
