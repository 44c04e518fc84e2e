import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "db/client";
import { importCommand } from "db/import/command";
import { describe, expect, it } from "vitest";
import { ownDatabase, ownFolder, programmeFile, referencePath, rowCounts } from "./import-workbench";
import { runProgram } from "./run-program";

const run = (databasePath: string, ...words: string[]) => runProgram("import", databasePath, ...words);

const file = referencePath("programme-2023.csv");
const oneLine = /^[^\n]+$/;

describe("as it is typed", () => {
  it("imports a file and exits 0", async () => {
    const path = ownDatabase();
    expect(await run(path, "programme", file)).toEqual({
      code: 0,
      out: "51 read, 51 added, 0 unchanged, 0 refused\n29 titles, 453 attendances recorded, 9 rows without a recorded attendance\n",
      err: "",
    });
    const db = openDatabase(path);
    expect(rowCounts(db)).toMatchObject({ recorded_deliveries: 51, audit_entries: 1 });
    db.$client.close();
  });

  it("reports refused rows on stdout, or why a file cannot be used on stderr, and exits 1", async () => {
    const folder = ownFolder();
    const bad = join(folder, "bad.csv");
    writeFileSync(bad, programmeFile("A,training,,,,,", "B,training,,31/2/23,,,"));
    const [rows, columns] = await Promise.all([
      run(ownDatabase(), "programme", bad),
      run(ownDatabase(), "practice-measures", file),
    ]);
    expect(rows).toMatchObject({ code: 1, err: "" });
    expect(rows.out).toMatch(/^Row 3: dates: "31\/2\/23" is a date that does not exist/);
    expect(rows.out).toContain("\n2 read, 0 added, 0 unchanged, 1 refused\n");
    expect(columns).toMatchObject({ code: 1, out: "" });
    expect(columns.err.trimEnd()).toMatch(oneLine);
    expect(columns.err).toContain('Missing columns: "measure_no"');
  });
});

describe("what it answers", () => {
  const answer = (databasePath: string, ...words: string[]) =>
    importCommand(words, { NODE_ENV: "test", DATABASE_PATH: databasePath });

  it("dry run, import, and import again", () => {
    const path = ownDatabase();
    const firstLine = (...words: string[]) => answer(path, ...words).out.split("\n")[0];
    expect(firstLine("programme", file, "--dry-run")).toBe(
      "51 read, 51 would be added, 0 unchanged, 0 refused",
    );
    expect(firstLine("programme", file)).toBe("51 read, 51 added, 0 unchanged, 0 refused");
    expect(firstLine("--dry-run", "programme", file)).toBe(
      "51 read, 0 would be added, 51 unchanged, 0 refused",
    );
    expect(answer(path, "programme", file)).toMatchObject({
      code: 0,
      out: expect.stringContaining("51 read, 0 added, 51 unchanged, 0 refused"),
    });
  });

  it("writes nothing to the database file when a row is refused", () => {
    const folder = ownFolder();
    const path = ownDatabase(folder);
    const before = readFileSync(path);
    const bad = join(folder, "bad.csv");
    writeFileSync(bad, programmeFile("A,training,,,,,", "B,training,,,-1,,"));
    expect(answer(path, "programme", bad).code).toBe(1);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it.each([
    ["no words", []],
    ["an unknown kind", ["registers", file]],
    ["a kind that every object knows", ["toString", file]],
    ["no file", ["programme"]],
    ["an unknown option", ["programme", file, "--dryrun"]],
    ["an option for a file", ["programme", "--dryrun"]],
    ["two files", ["programme", file, file]],
  ])("usage with the kinds, for %s", (_, words) => {
    const path = join(ownFolder(), "none.db");
    expect(answer(path, ...words)).toEqual({
      code: 1,
      out: "",
      err: "Usage: npm run import -- KIND FILE.csv [--dry-run]\nKinds: programme, practice-measures, people, bookings",
    });
    expect(existsSync(path)).toBe(false);
  });

  it("one line for a file that is not there, a database that is not, lacks migrations, or is something else", () => {
    const folder = ownFolder();
    const path = (name: string) => join(folder, name);
    openDatabase(path("bare.db")).$client.close();
    writeFileSync(
      path("broken.db"),
      "a text that is long enough to be taken for a database at first".repeat(20),
    );
    const errors = [
      answer(ownDatabase(folder), "programme", path("none.csv")),
      answer(path("none.db"), "programme", file),
      answer(path("bare.db"), "programme", file),
      answer(path("broken.db"), "programme", file),
      importCommand(["programme", file], { NODE_ENV: "test", PORT: "many" }),
    ].map(({ code, out, err }) => {
      expect({ code, out }).toEqual({ code: 1, out: "" });
      expect(err).toMatch(oneLine);
      return err;
    });
    expect(errors[0]).toMatch(/^There is no file .*none\.csv\./);
    expect(errors[1]).toMatch(/^There is no database at .*none\.db\. Run `npm run db:migrate` first\.$/);
    expect(errors[2]).toMatch(/lacks \d+ migrations?\. Run `npm run db:migrate` first\.$/);
    expect(errors[3]).toMatch(/^The database could not be used \(file is not a database\)/);
    expect(errors[4]).toMatch(/^PORT is not usable/);
    expect(existsSync(path("none.db"))).toBe(false);
  });
});
