// Files that cannot be imported: each gets one clear sentence, with the row and what to do.
import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decodeFile, largestFile, openFile } from "db/import/open-file";
import { readPracticeMeasures } from "db/import/practice-measures";
import { readProgramme } from "db/import/programme";
import { describe, expect, it } from "vitest";
import { measuresHeader, ownFolder, programmeFile, programmeHeader } from "./import-workbench";

const good = "Neglect,training,managers,21/6/23,5,4,";
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe("a file that cannot be read", () => {
  const write = (bytes: Uint8Array | string) => {
    const path = join(ownFolder(), "file.csv");
    writeFileSync(path, bytes);
    return openFile(path);
  };

  it("is not there", () => {
    const folder = ownFolder();
    writeFileSync(join(folder, "plain"), "x");
    expect(openFile(join(folder, "none.csv"))).toMatchObject({
      reason: expect.stringMatching(/^There is no file .*none\.csv\./),
    });
    expect(openFile(join(folder, "plain", "x.csv"))).toMatchObject({
      reason: expect.stringContaining("cannot be read"),
    });
  });

  it("is a folder or a device", () => {
    const folder = join(ownFolder(), "folder.csv");
    mkdirSync(folder);
    expect(openFile(folder)).toMatchObject({ reason: expect.stringContaining("is a folder") });
    expect(openFile("/dev/zero")).toMatchObject({
      reason: expect.stringContaining("is not an ordinary file"),
    });
  });

  it("is too large, and is not read to find out", () => {
    const path = join(ownFolder(), "large.csv");
    writeFileSync(path, "");
    // Sparse, so all NUL bytes: had it been read, those would be the complaint.
    truncateSync(path, 51 * 1024 * 1024);
    expect(openFile(path)).toMatchObject({
      reason: expect.stringMatching(/holds 51 MB; the limit is 20 MB/),
    });
    truncateSync(path, largestFile + 1);
    expect(openFile(path)).toMatchObject({ reason: expect.stringContaining("limit") });
    truncateSync(path, largestFile);
    expect(openFile(path)).toMatchObject({ reason: expect.stringContaining("NUL") });
  });

  it.each([
    ["NUL bytes", Buffer.from(`${programmeFile(good)}\0`), "NUL bytes"],
    ["UTF-16", Buffer.from(programmeFile(good), "utf16le"), "not plain text"],
    ["Windows-1252", Buffer.from(programmeFile("Café,training,,,,,"), "latin1"), "not UTF-8"],
    ["a cut-off letter", Buffer.from("ŵ").subarray(0, 1), "not UTF-8"],
    ["nothing", Buffer.alloc(0), "is empty"],
    ["only a byte order mark and blank lines", Buffer.from("\ufeff\r\n \r\n"), "is empty"],
  ])("holds %s", (_, bytes, words) => {
    expect(write(bytes)).toMatchObject({ ok: false, reason: expect.stringContaining(words) });
  });
});

describe("a file that is another table", () => {
  it.each([
    ["a missing column", programmeFile().replace("attended,", ""), 'Missing column: "attended".'],
    [
      "a wrong column",
      programmeFile().replace("audience", "Audience"),
      'Missing column: "audience". Not a column of this file: "Audience".',
    ],
    [
      "an extra column",
      programmeFile().replace("note", "note,cost,venue"),
      'Not columns of this file: "cost" and "venue".',
    ],
    ["a column twice", programmeFile().replace("note", "note,title"), 'There more than once: "title".'],
    ["a nameless column", programmeFile().replace("note", "note,"), "Without a name: column 8."],
    ["no column names", `${good}\n`, "Missing columns"],
    ["a blank first row", `\n${programmeFile(good)}`, "Missing columns"],
    [
      "semicolons from Excel",
      `${programmeHeader.replaceAll(",", ";")}\r\nA;training;"x, ""y""";;;;\r\n`,
      "separated by semicolons",
    ],
    ["tabs", programmeFile(good).replaceAll(",", "\t"), "separated by tabs"],
    ["column names alone", programmeFile(), "no rows under them"],
    ["column names without a line end", programmeHeader, "no rows under them"],
    ["column names over blank rows", programmeFile("", ",,,,,,", ""), "no rows under them"],
    [
      "a quotation mark left open",
      programmeFile(good, 'A,"training,,,,,', good),
      "Row 3: the quotation marks do not match",
    ],
    [
      "a quotation mark inside a word",
      programmeFile(good, 'A "B" C,training,,,,,'),
      "Row 3: the quotation marks do not match",
    ],
    [
      "words after a closing mark",
      programmeFile('"A" B,training,,,,,'),
      "Row 2: the quotation marks do not match",
    ],
  ])("has %s", (_, text, words) => {
    expect(readProgramme(text)).toMatchObject({ ok: false, reason: expect.stringContaining(words) });
  });

  it("is the other kind of file", () => {
    expect(readPracticeMeasures(programmeFile(good))).toMatchObject({
      reason: expect.stringContaining(measuresHeader),
    });
  });
});

describe("a file that only looks unusual", () => {
  it.each([
    ["a byte order mark", Buffer.from(`\ufeff${programmeFile(good)}`)],
    [
      "a byte order mark before quotation marks",
      Buffer.from(`\ufeff${programmeFile(good).replace("title", '"title"')}`),
    ],
    ["CRLF line ends", Buffer.from(programmeFile(good).replaceAll("\n", "\r\n"))],
    ["mixed line ends", Buffer.from(`${programmeHeader}\r\n${good}\n\r\n`)],
    ["no last line end", Buffer.from(programmeFile(good).trimEnd())],
    ["blank rows as Excel leaves them", Buffer.from(programmeFile(good, ",,,,,,", ",,,,,,"))],
    [
      "columns in another order",
      Buffer.from(
        "note,dates,title,activity_type,audience,attended,practice_measures\n,21/06/23,Neglect,training,managers,5,4\n",
      ),
    ],
    ["spaces around cells", Buffer.from(programmeFile(" Neglect ,training, managers,21/6/23 , 5,4 ,"))],
  ])("%s is fine", (_, bytes) => {
    const text = decodeFile(bytes);
    expect(text.ok && readProgramme(text.value)).toEqual({
      ok: true,
      value: {
        refused: [],
        rows: [
          {
            number: 2,
            row: {
              title: "Neglect",
              activityType: "training",
              audience: "managers",
              dates: ["2023-06-21"],
              attended: 5,
              measures: ["4"],
              note: null,
            },
          },
        ],
      },
    });
  });

  it("keeps what looks like a formula as text", () => {
    const title = '=HYPERLINK("http://example.org";"x")';
    const result = readProgramme(programmeFile(`${quoted(title)},+training,@all,,0,,-1`));
    expect(result.ok && result.value.rows[0]?.row).toMatchObject({
      title,
      activityType: "+training",
      audience: "@all",
      attended: 0,
      note: "-1",
    });
  });
});
