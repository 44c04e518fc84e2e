// Rows of a people file that cannot be taken in: each is named by its number, with what to do; nothing else goes in either.
import { people as kind, readPeople } from "db/import/people";
import { importText } from "db/import/run-import";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digestOf } from "../domain/support-check/ledger";
import { makeWorld } from "../support/world";
import { csvLine, peopleFile, peopleHeader, programmeFile } from "./import-workbench";

const good = "Jo Bloggs,jo@police.example.org,Police,Front line,,,,";
type Cells = Partial<
  Record<"name" | "email" | "agency" | "group" | "team" | "job" | "boss" | "left", string>
>;
const row = (cells: Cells) =>
  csvLine([
    cells.name ?? "Sam",
    cells.email ?? "sam@police.example.org",
    cells.agency ?? "Police",
    cells.group ?? "",
    cells.team ?? "",
    cells.job ?? "",
    cells.boss ?? "",
    cells.left ?? "",
  ]);

describe("a row that cannot be read", () => {
  it.each([
    ["no name", row({ name: " " }), "name: is blank. Enter it."],
    ["a name of nothing but marks", row({ name: "\u202e\u202c" }), "name: Enter your full name"],
    ["a name of 121 letters", row({ name: "Ŵ".repeat(121) }), "name: is longer than 120 characters"],
    ["a huge name", row({ name: "a".repeat(100_000) }), "name: is longer than 120 characters"],
    ["a name of 61 emoji", row({ name: "👩".repeat(61) }), "name: Enter a name of 120 characters or fewer"],
    ["a team of 121 letters", row({ team: "x".repeat(121) }), "team: is longer than 120 characters"],
    ["no address", row({ email: "" }), "email: is blank. Enter it."],
    [
      "no @",
      row({ email: "sam.police" }),
      'email: "sam.police" is not an email address. Write it as in name@example.org.',
    ],
    ["two addresses", row({ email: "a@example.org;b@example.org" }), "is not an email address"],
    ["a link from a spreadsheet", row({ email: "mailto:sam@example.org" }), "is not an email address"],
    ["an address with a name", row({ email: "Sam <sam@example.org>" }), "is not an email address"],
    [
      "a line break in an address",
      row({ email: "sam@example.org\nBcc: x@example.org" }),
      "is not an email address",
    ],
    [
      "a very long address",
      row({ email: `${"a".repeat(250)}@example.org` }),
      "email: is longer than 254 characters",
    ],
    ["no agency", row({ agency: "" }), "agency: is blank. Enter it."],
    ["a manager's name", row({ boss: "Bo Oss" }), 'line_manager_email: "Bo Oss" is not an email address'],
    [
      "a day of another kind",
      row({ left: "5/5/26" }),
      'left_on: "5/5/26" is not a date as this file writes it. Write year-month-day',
    ],
    ["a day that does not exist", row({ left: "2026-02-30" }), "left_on: "],
    ["a word for a day", row({ left: "yes" }), "left_on: "],
    ["too few cells", "Sam,sam@example.org", "has 2 cells where row 1 has 8"],
    ["too many", `${row({})},`, "has 9 cells where row 1 has 8"],
  ])("has %s", (_, line, words) => {
    const result = readPeople(peopleFile(good, line));
    expect(result.ok && result.value.refused).toEqual([
      { number: 3, reason: expect.stringContaining(words) },
    ]);
    expect(result.ok && result.value.rows).toHaveLength(1);
  });
});

describe("a row that cannot stand", () => {
  it.each([
    [
      "an agency that is not here",
      row({ agency: "Polcie" }),
      'agency: "Polcie" is not in the list of agencies. Write it as it stands there, or add it there first.',
    ],
    [
      "a kind of work that is not here",
      row({ group: "Magician" }),
      'role_group: "Magician" is not one of the kinds of work here.',
    ],
    [
      "themselves as line manager",
      row({ boss: "SAM@police.example.org" }),
      "line_manager_email: is the person's own address.",
    ],
    [
      "a last day to come",
      row({ left: "2026-11-04" }),
      "left_on: 4 November 2026 is still to come. Leave it blank until they have left.",
    ],
    [
      "the address of another row",
      row({ email: "JO@Police.example.org" }),
      "has the same email as row 2, upper and lower case aside. Take one of the two out.",
    ],
    [
      "two faults",
      row({ agency: "x", group: "y" }),
      'agency: "x" is not in the list of agencies. Write it as it stands there, or add it there first. role_group: "y" is not',
    ],
  ])("has %s: nothing is written, and the good row is not refused", (_, line, words) => {
    const world = makeWorld();
    const before = digestOf(world.db);
    const result = importText(kind, world.asSystem, peopleFile(good, line), {
      source: "x.csv",
      dryRun: false,
    });
    expect(result.ok && result.value).toMatchObject({ read: 2, added: 0, unchanged: 0 });
    expect(result.ok && result.value.refused).toEqual([
      { number: 3, reason: expect.stringContaining(words) },
    ]);
    expect(digestOf(world.db)).toBe(before);
  });

  it("is refused once and in order, beside those that cannot be read", () => {
    const world = makeWorld();
    const text = peopleFile(
      row({ email: "x" }),
      good,
      good,
      row({ agency: "x", group: "y" }),
      "too,few",
      good,
    );
    const result = importText(kind, world.asSystem, text, { source: "x.csv", dryRun: false });
    expect(result.ok && result.value.refused.map(({ number }) => number)).toEqual([2, 4, 5, 6, 7]);
    expect(result.ok && result.value).toMatchObject({ read: 6, added: 0, unchanged: 0 });
  });

  it("may have left today", () => {
    const world = makeWorld();
    const text = peopleFile(row({ left: "2026-11-03" }));
    expect(importText(kind, world.asSystem, text, { source: "x.csv", dryRun: false })).toMatchObject({
      value: { added: 1 },
    });
  });
});

describe("another file", () => {
  it.each([
    ["the programme", programmeFile("A,training,,,,,"), 'Missing columns: "name"'],
    ["semicolons", peopleFile(good).replaceAll(",", ";"), "separated by semicolons"],
    ["a missing column", peopleFile().replace("team,", ""), 'Missing column: "team".'],
    [
      "an open quotation mark",
      peopleFile(good, '"Sam,sam@example.org,Police,,,,,'),
      "Row 3: the quotation marks do not match",
    ],
    ["nobody", peopleFile(), "no rows under them"],
  ])("is refused whole: %s", (_, text, words) => {
    expect(readPeople(text)).toMatchObject({ ok: false, reason: expect.stringContaining(words) });
  });

  it("is answered, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.boolean(), (tail, headed) => {
        const result = readPeople(headed ? `${peopleHeader}\n${tail}` : tail);
        if (!result.ok) expect(result.reason).not.toBe("");
      }),
      { numRuns: 150 },
    );
  });
});
