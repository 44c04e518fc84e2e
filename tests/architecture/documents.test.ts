// The documents that the house promises are there, and say what the code does.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { expect, it } from "vitest";
import { isMessageKind, priorityOf } from "~/domain/notifications/notifications";
import { lettersTables, pictureOf, picturesFolder } from "./letters-table";
import { rooms } from "./plan";
import { releaseStatesTable, statesTable } from "./states-table";

const begins = "<!-- transitions -->";
const ends = "<!-- /transitions -->";

const releasesBegin = "<!-- release transitions -->";
const releasesEnd = "<!-- /release transitions -->";

/** The table between the marks; null where they are not. */
function tableIn(text: string, first = begins, last = ends): string | null {
  const from = text.indexOf(first);
  const to = text.indexOf(last);
  return from === -1 || to < from ? null : text.slice(from + first.length, to).trim();
}

it.each(["docs/glossary.md", "docs/states.md"])("%s is written", (path) => {
  expect(existsSync(path), `${path} is still to be written`).toBe(true);
});

it("decisions are written down", () => {
  const decisions = existsSync("docs/decisions") ? readdirSync("docs/decisions") : [];
  expect(
    decisions.filter((name) => name.endsWith(".md")),
    "docs/decisions holds no decision",
  ).not.toEqual([]);
});

it("docs/states.md has the transitions that the rules allow", () => {
  expect(existsSync("docs/states.md"), "docs/states.md is still to be written").toBe(true);
  const table = tableIn(readFileSync("docs/states.md", "utf8"));
  expect(table, `docs/states.md has no table between ${begins} and ${ends}`).not.toBeNull();
  const advice = "Put what `node --import tsx tests/architecture/states-table.ts` prints between its marks";
  expect(table, advice).toBe(statesTable());
});

it("docs/states.md has the states of releases that the rules allow", () => {
  const table = tableIn(readFileSync("docs/states.md", "utf8"), releasesBegin, releasesEnd);
  expect(table, "Put what the same command prints second between its marks").toBe(releaseStatesTable());
});

it("control: a table that says otherwise is not the same", () => {
  expect(tableIn(`${begins}\n${statesTable()}\n${ends}`)).toBe(statesTable());
  expect(tableIn(`${begins}\n${statesTable().replace("offered, ", "confirmed, ")}\n${ends}`)).not.toBe(
    statesTable(),
  );
  expect(tableIn(statesTable())).toBeNull();
});

const lettersBegin = "<!-- letters -->";
const lettersEnd = "<!-- /letters -->";

it("docs/letters.md has every kind of letter as it is sent", () => {
  const tables = tableIn(readFileSync("docs/letters.md", "utf8"), lettersBegin, lettersEnd);
  const advice = "Put what `node --import tsx tests/architecture/letters-table.ts` prints between its marks";
  expect(tables, advice).toBe(lettersTables());
});

it("every kind of letter has its picture, all of them together below 3 MB", () => {
  const pictures = readdirSync(picturesFolder);
  const kinds = Object.keys(priorityOf).filter(isMessageKind);
  expect(pictures.toSorted(), "Run `npm run screenshots:letters`").toEqual(kinds.map(pictureOf).toSorted());
  const sizes = pictures.map((name) => statSync(`${picturesFolder}/${name}`).size);
  expect(Math.min(...sizes)).toBeGreaterThan(1000);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000);
});

it("record 2 names the rooms in their order", () => {
  const text = readFileSync("docs/decisions/0002-the-house-and-the-order-of-its-rooms.md", "utf8");
  const [, named] = /\*\*The order now\.\*\* [^:]+: ([^.]+)\./.exec(text) ?? [];
  expect(named?.split(", ")).toEqual(rooms);
});

it("every decision is in the list of decisions, and every one listed is there", () => {
  const listed = [...readFileSync("docs/decisions/README.md", "utf8").matchAll(/\((\d{4}-[\w-]+\.md)\)/g)];
  const written = readdirSync("docs/decisions").filter((name) => name !== "README.md");
  expect(listed.map(([, name]) => name)).toEqual(written.toSorted());
});

const pathsIn = (text: string) =>
  [...text.matchAll(/`(tests\/[\w./$-]+\.tsx?)`/g)].map(([, path]) => path ?? "");

it("docs/security.md has all forty checks, each with a test that is there and what was seen to fail", () => {
  const text = readFileSync("docs/security.md", "utf8");
  const rows = [...text.matchAll(/^\| (\d+) \| (.+) \|$/gm)];
  expect(rows.map(([, number]) => Number(number))).toEqual(
    Array.from({ length: 40 }, (_, index) => index + 1),
  );
  for (const [row, number] of rows) {
    const cells = row.split(" | ");
    expect(cells, `check ${number} has five cells`).toHaveLength(5);
    expect(pathsIn(row), `check ${number} names a test`).not.toEqual([]);
    expect(cells[4]?.length, `check ${number} says what was seen to fail`).toBeGreaterThan(8);
  }
  expect(pathsIn(text).filter((path) => !existsSync(path))).toEqual([]);
});
