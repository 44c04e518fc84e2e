// The programme file that the business unit really keeps: imported exactly, and never against what is recorded.
import { reportLines } from "db/import/report-lines";
import { auditEntries, recordedDeliveries, recordedDeliveryDates } from "db/schema";
import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { contents, imported, ownContext, programmeFile, reference, rowCounts } from "./import-workbench";

const programmeText = reference("programme-2023.csv");

describe("the programme file", () => {
  it("is imported exactly: 51 rows, 29 titles, 453 attendances recorded", () => {
    const ctx = ownContext();
    expect(reportLines(imported(ctx, programmeText))).toEqual([
      "51 read, 51 added, 0 unchanged, 0 refused",
      "29 titles, 453 attendances recorded, 9 rows without a recorded attendance",
    ]);
    const rows = ctx.db.select().from(recordedDeliveries).all();
    expect(rows).toHaveLength(51);
    expect(new Set(rows.map((row) => row.title)).size).toBe(29);
    expect(rows.reduce((sum, row) => sum + (row.attended ?? 0), 0)).toBe(453);
    expect(rows.filter((row) => row.attended === null)).toHaveLength(9);
    expect(rows.filter((row) => row.attended === 0)).toHaveLength(0);
    // 51 rows less 4 without a date, and two cohorts of three dates: 45 + 6. One row serves two measures.
    expect(rowCounts(ctx.db)).toMatchObject({
      recorded_delivery_dates: 51,
      recorded_delivery_measures: 52,
      audit_entries: 1,
    });
  });

  it("keeps cohorts together, undated rows undated, and blank attendance blank", () => {
    const ctx = ownContext();
    imported(ctx, programmeText);
    const found = (title: string) => {
      const row = ctx.db.select().from(recordedDeliveries).where(eq(recordedDeliveries.title, title)).get();
      const dates = ctx.db
        .select({ date: recordedDeliveryDates.date })
        .from(recordedDeliveryDates)
        .where(eq(recordedDeliveryDates.deliveryId, row?.id ?? ""))
        .orderBy(asc(recordedDeliveryDates.date))
        .all();
      return { ...row, dates: dates.map((each) => each.date) };
    };
    expect(found("Reflective Supervision")).toMatchObject({
      attended: 7,
      audience: null,
      dates: ["2023-03-01", "2023-03-20", "2023-04-19"],
    });
    expect(found("Our Children Record Launch")).toMatchObject({
      activityType: "launch event",
      attended: 197,
      dates: [],
      note: "date not recorded",
    });
    expect(found("Data Development Day")).toMatchObject({ attended: null, dates: ["2023-03-13"] });
    expect(found("Management of Allegations, LADO")).toMatchObject({ attended: 5, dates: ["2023-06-07"] });
  });

  it("leaves one audit entry that names the file and the counts", () => {
    const ctx = ownContext();
    imported(ctx, programmeText);
    expect(ctx.db.select().from(auditEntries).all()).toMatchObject([
      {
        actorKind: "system",
        action: "sessions.past deliveries recorded",
        detail: {
          file: "file.csv",
          read: 51,
          added: 51,
          unchanged: 0,
          titles: 29,
          attended: 453,
          notCounted: 9,
        },
      },
    ]);
  });

  it("refuses the same delivery with another count, and says which", () => {
    const ctx = ownContext();
    imported(ctx, programmeText);
    const before = contents(ctx.db);
    const report = imported(ctx, programmeText.replace(",,22/3/23,4,", ",,22/3/23,5,"));
    expect(report).toMatchObject({ read: 51, added: 0, unchanged: 50 });
    expect(report.refused).toHaveLength(1);
    expect(reportLines(report)[0]).toMatch(/^Row 2: already recorded with 4 attended; the file says 5\. /);
    expect(contents(ctx.db)).toEqual(before);
  });

  it.each([
    [
      "blank where 4 were counted",
      "A,training,,1/2/23,4,,",
      "A,training,,1/2/23,,,",
      "4 attended; the file leaves it blank",
    ],
    [
      "4 where nobody counted",
      "A,training,,1/2/23,,,",
      "A,training,,1/2/23,4,,",
      "attendance not recorded; the file says 4",
    ],
    [
      "0 where nobody counted",
      "A,training,,1/2/23,,,",
      "A,training,,1/2/23,0,,",
      "attendance not recorded; the file says 0",
    ],
    [
      "other measures",
      "A,training,,,,6;8,",
      "A,training,,,,6,",
      'practice measures "6;8"; the file says "6"',
    ],
    ["no measures", "A,training,,,,6,", "A,training,,,,,", 'practice measures "6"; the file has none'],
    [
      "another activity type",
      "A,training,,,,,",
      "A,launch,,,,,",
      'activity type "training"; the file says "launch"',
    ],
    ["a new note", "A,training,,,,,", "A,training,,,,,moved", 'no note; the file says "moved"'],
  ])("refuses %s", (_, first, second, words) => {
    const ctx = ownContext();
    imported(ctx, programmeFile(first));
    expect(imported(ctx, programmeFile(second)).refused[0]?.reason).toContain(
      `already recorded with ${words}`,
    );
  });

  it("knows the same delivery however its title is spaced, cased or composed, and its dates are padded or ordered", () => {
    const ctx = ownContext();
    imported(ctx, programmeFile("Diogelu Plant yng Nghymrŵ,training,Managers,01/02/23;3/2/23,4,8;6,"));
    const again = "diogelu  plant yng nghymrŵ,training,managers,3/2/23;1/2/23,4,6;8,".normalize("NFD");
    expect(imported(ctx, programmeFile(again))).toMatchObject({ unchanged: 1, added: 0, refused: [] });
    const others = [
      "Diogelu Plant yng Nghymrŵ,training,,1/2/23;3/2/23,4,8;6,",
      "Diogelu Plant yng Nghymrŵ,training,managers,1/2/23,4,8;6,",
    ];
    expect(imported(ctx, programmeFile(...others))).toMatchObject({ unchanged: 0, added: 2 });
  });
});
