// The two files that the partnership really keeps: imported exactly, once, and all or nothing.
import { readPracticeMeasures } from "db/import/practice-measures";
import { readProgramme } from "db/import/programme";
import { reportLines } from "db/import/report-lines";
import { practiceMeasurePoints } from "db/schema";
import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { contents, imported, measuresFile, ownContext, reference, rowCounts } from "./import-workbench";

const programmeText = reference("programme-2023.csv");
const measuresText = reference("practice-measures-2023.csv");

describe("the practice measures file", () => {
  it("is imported exactly, with blanks as null", () => {
    const ctx = ownContext();
    expect(reportLines(imported(ctx, measuresText))).toEqual([
      "32 read, 32 added, 0 unchanged, 0 refused",
      "8 measures, 24 targets, 16 outcomes",
    ]);
    const points = ctx.db
      .select()
      .from(practiceMeasurePoints)
      .where(eq(practiceMeasurePoints.measureNumber, "overall"))
      .orderBy(asc(practiceMeasurePoints.period))
      .all();
    expect(points.map(({ period, target, outcome }) => [period, target, outcome])).toEqual([
      ["2023-04", null, 29],
      ["2023-10", 50, 48],
      ["2024-03", 60, null],
      ["2024-10", 70, null],
    ]);
    expect(rowCounts(ctx.db)).toMatchObject({
      practice_measures: 8,
      practice_measure_points: 32,
      audit_entries: 1,
    });
  });

  it("takes an outcome that was awaited, and refuses one that contradicts the record or has vanished", () => {
    const ctx = ownContext();
    imported(ctx, measuresText);
    const line = "4,Timely Analytical and Comprehensive Assessments,% of audits graded good";
    const filled = imported(ctx, measuresFile(`${line},2024-03,70,66.5`));
    expect(reportLines(filled).slice(0, 2)).toEqual([
      "1 read, 1 added, 0 unchanged, 0 refused",
      "1 row of those added fill a blank in what was recorded before",
    ]);
    const refusedLine = (row: string) => imported(ctx, measuresFile(row)).refused[0]?.reason;
    expect(refusedLine(`${line},2024-03,70,67`)).toMatch(
      /^already recorded with outcome 66\.5; the file says 67\. /,
    );
    expect(refusedLine(`${line},2024-03,70,`)).toContain("outcome 66.5; the file leaves it blank");
    expect(refusedLine("4,Timely,% of audits graded good,2025-03,70,")).toContain(
      'measure "Timely Analytical and Comprehensive Assessments"; the file says "Timely"',
    );
  });
});

describe.each([
  ["programme", programmeText, "Bad,training,,31/2/23,1,4,"],
  [
    "practice measures",
    measuresText,
    "4,Timely Analytical and Comprehensive Assessments,% of audits graded good,2025-01,,",
  ],
])("any file: %s", (_, text, badLine) => {
  const size = text.trim().split("\n").length - 1;

  it("changes nothing when it is imported again", () => {
    const ctx = ownContext();
    imported(ctx, text);
    const before = contents(ctx.db);
    const changes = () => ctx.db.$client.prepare("select total_changes() as n").get();
    const changesBefore = changes();
    expect(imported(ctx, text)).toMatchObject({ read: size, added: 0, unchanged: size, refused: [] });
    expect(contents(ctx.db)).toEqual(before);
    expect(changes()).toEqual(changesBefore);
  });

  it("writes nothing in a dry run, and says the same as the run after it", () => {
    const ctx = ownContext();
    const before = contents(ctx.db);
    const dry = imported(ctx, text, true);
    expect(reportLines(dry)[0]).toBe(`${size} read, ${size} would be added, 0 unchanged, 0 refused`);
    expect(contents(ctx.db)).toEqual(before);
    expect(imported(ctx, text)).toEqual({ ...dry, dryRun: false });
  });

  it("is imported whole or not at all", () => {
    const ctx = ownContext();
    const before = contents(ctx.db);
    const report = imported(ctx, `${text}${badLine}\n`);
    expect(report).toMatchObject({ read: size + 1, added: 0, unchanged: 0 });
    expect(report.refused.map((row) => row.number)).toEqual([size + 2]);
    expect(reportLines(report)).toContain(`${size + 1} read, 0 added, 0 unchanged, 1 refused`);
    expect(contents(ctx.db)).toEqual(before);
    // Control: it was the one bad row that kept the others out.
    expect(imported(ctx, text)).toMatchObject({ added: size });
  });
});

it("reads without a database", () => {
  const deliveries = readProgramme(programmeText);
  const points = readPracticeMeasures(measuresText);
  expect(deliveries.ok && deliveries.value.rows).toHaveLength(51);
  expect(points.ok && points.value.rows).toHaveLength(32);
});
