// Rows that cannot be imported: each gets its number in a spreadsheet, and a reason that says what to do.
import { practiceMeasures, readPracticeMeasures } from "db/import/practice-measures";
import { programme, readProgramme } from "db/import/programme";
import { importText } from "db/import/run-import";
import { describe, expect, it } from "vitest";
import { contents, measuresFile, ownContext, programmeFile } from "./import-workbench";

const good = "Neglect,training,managers,21/6/23,5,4,";
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe("a row that is refused", () => {
  const row = (cells: Partial<Record<"title" | "type" | "dates" | "attended" | "measures", string>>) =>
    [
      cells.title ?? "A",
      cells.type ?? "training",
      "",
      cells.dates ?? "",
      cells.attended ?? "",
      cells.measures ?? "",
      "",
    ].join(",");

  it.each([
    ["impossible date", row({ dates: "31/2/23" }), 'dates: "31/2/23" is a date that does not exist'],
    ["29 February of a common year", row({ dates: "29/2/23" }), "does not exist"],
    ["day 0", row({ dates: "0/3/23" }), "does not exist"],
    ["month first", row({ dates: "3/14/23" }), "looks as if the month comes first"],
    ["four-digit year", row({ dates: "7/3/2023" }), "Write day/month/year, such as 7/3/23"],
    ["one-digit year", row({ dates: "7/3/3" }), "Write day/month/year"],
    ["ISO date", row({ dates: "2023-03-07" }), "is not a date as this file writes it"],
    ["dots", row({ dates: "7.3.23" }), "is not a date as this file writes it"],
    ["words", row({ dates: "7 March 23" }), "is not a date as this file writes it"],
    ["Excel's number for a date", row({ dates: "44992" }), "is not a date as this file writes it"],
    ["Arabic digits", row({ dates: "٧/٣/٢٣" }), "is not a date as this file writes it"],
    [
      "one bad date among good",
      row({ dates: "1/3/23;31/4/23;1/5/23" }),
      '"31/4/23" is a date that does not exist',
    ],
    ["a date twice", row({ dates: "1/3/23;01/03/23" }), '"01/03/23" is there twice'],
    ["dangling semicolon", row({ dates: "1/3/23;" }), 'has a ";" with nothing before or after it'],
    ["negative count", row({ attended: "-3" }), 'attended: "-3" is below 0'],
    ["typographic minus", row({ attended: "−3" }), "is below 0"],
    ["fraction", row({ attended: "2.5" }), 'attended: "2.5" is not a whole number'],
    ["absurd count", row({ attended: "5001" }), "more people than can be true"],
    ["endless count", row({ attended: "9".repeat(400) }), "more people than can be true"],
    ["power of ten", row({ attended: "1e3" }), "is not a whole number"],
    ["words for a count", row({ attended: "about 12" }), "leave it blank if nobody recorded it"],
    ["formula for a count", row({ attended: "=2+3" }), "is not a whole number"],
    ["blank title", row({ title: " " }), "title: is blank"],
    ["blank type", row({ type: "" }), "activity_type: is blank"],
    ["endless title", row({ title: "a".repeat(201) }), "title: is longer than 200 characters"],
    ["measures by comma", row({ measures: '"6,8"' }), "several as in 6;8"],
    ["a measure twice", row({ measures: "6;6" }), '"6" is there twice'],
    ["too many cells", `${row({})},`, "has 8 cells where row 1 has 7"],
    ["too few cells", "A,training", "has 2 cells where row 1 has 7"],
  ])("programme: %s", (_, line, words) => {
    const result = readProgramme(programmeFile(good, line));
    expect(result.ok && result.value.refused).toEqual([
      { number: 3, reason: expect.stringContaining(words) },
    ]);
    expect(result.ok && result.value.rows).toHaveLength(1);
  });

  it.each([
    ["neither figure", "4,M,% good,2023-04,,", "target and outcome are both blank"],
    ["more than all", "4,M,% good,2023-04,,101", 'outcome: "101" is more than 100%'],
    ["negative", "4,M,days,2023-04,-1,", 'target: "-1" is not a number from 0'],
    ["per cent sign", "4,M,% good,2023-04,60%,", "Enter the number alone"],
    ["not a number", "4,M,days,2023-04,NaN,", "is not a number"],
    ["absurd", "4,M,days,2023-04,1000001,", "is not a number from 0 to 1,000,000"],
    ["month 13", "4,M,days,2023-13,1,", "period: "],
    ["Excel's month", "4,M,days,Apr-23,1,", "Write year-month, such as 2023-04"],
    ["no unit", "4,M,,2023-04,1,", "unit: is blank"],
    ["no measure", ",,days,2023-04,1,", "measure_no: "],
  ])("practice measures: %s", (_, line, words) => {
    const result = readPracticeMeasures(measuresFile("5,N,days,2023-04,1,2.5", line));
    expect(result.ok && result.value.refused).toEqual([
      { number: 3, reason: expect.stringContaining(words) },
    ]);
  });

  it("names every fault of a row, and every row at fault, by the number a spreadsheet shows", () => {
    const text = programmeFile(
      '"A\nB\r\nC",training,,,,,',
      "",
      ",,,,,,",
      row({ dates: "1/13/23", attended: "-1" }),
      good,
      row({ type: "" }),
    );
    const result = readProgramme(text);
    expect(result.ok && result.value.rows.map((each) => each.number)).toEqual([2, 6]);
    expect(result.ok && result.value.refused).toEqual([
      { number: 5, reason: expect.stringMatching(/dates: "1\/13\/23".*attended: "-1"/) },
      { number: 7, reason: expect.stringContaining("activity_type") },
    ]);
  });

  it("names the rows in the order of the file, whatever is wrong with each", () => {
    const ctx = ownContext();
    const text = programmeFile(
      good,
      good,
      row({ attended: "x" }),
      "too,few",
      good,
      row({ dates: "x" }),
      "too,few",
    );
    const result = importText(programme, ctx, text, { source: "x.csv", dryRun: false });
    expect(result.ok && result.value.refused.map((each) => each.number)).toEqual([3, 4, 5, 6, 7, 8]);
    expect(result.ok && result.value).toMatchObject({ read: 7, added: 0, unchanged: 0 });
  });

  it("repeats a cell on one line, without letters that move the cursor", () => {
    const result = readProgramme(programmeFile(row({ dates: quoted(`1\n2\u001b[2J"${"x".repeat(80)}`) })));
    const reason = result.ok ? (result.value.refused[0]?.reason ?? "") : "";
    expect(reason).not.toMatch(/\p{Cc}/u);
    expect(reason).toContain("…");
  });
});

describe("a row that is there twice", () => {
  it("is refused with both row numbers, and nothing is written", () => {
    const ctx = ownContext();
    const before = contents(ctx.db);
    const text = programmeFile(good, "", "Other,training,,,,,", "NEGLECT,training,Managers,21/06/23,5,4,");
    expect(importText(programme, ctx, text, { source: "x.csv", dryRun: false })).toMatchObject({
      value: {
        read: 3,
        added: 0,
        refused: [{ number: 5, reason: expect.stringContaining("same delivery as row 2") }],
      },
    });
    expect(contents(ctx.db)).toEqual(before);
  });

  it("is refused among measures too, and so are two names for one measure", () => {
    const ctx = ownContext();
    const text = measuresFile(
      "4,M,days,2023-04,1,",
      "4,M,days,2023-04,1,",
      "4,N,days,2023-05,1,",
      "Overall,O,days,2023-04,1,",
      "overall,O,days,2023-04,1,",
    );
    expect(importText(practiceMeasures, ctx, text, { source: "x.csv", dryRun: false })).toMatchObject({
      value: {
        refused: [
          { number: 3, reason: expect.stringContaining("same measure and period as row 2") },
          { number: 4, reason: expect.stringContaining('measure "N" is "M" in row 2') },
          { number: 6, reason: expect.stringContaining("as row 5") },
        ],
      },
    });
    expect(ctx.db.$client.prepare("select count(*) as n from practice_measure_points").get()).toEqual({
      n: 0,
    });
  });
});
