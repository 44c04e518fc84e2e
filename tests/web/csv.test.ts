// Rows as CSV: nothing in them runs in a spreadsheet, numbers stay numbers, and every cell comes back as it was.
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { csvOf } from "~/web/downloads.server";

type Value = string | number | boolean | null;

/** The one cell of a file, as it stands there. */
const cellOf = (value: Value) => {
  const file = csvOf(["c"], [{ c: value }]);
  expect(file).toMatch(/^\uFEFFc\r\n/);
  return file.slice("\uFEFFc\r\n".length, -"\r\n".length);
};

test.each(["=1+1", "+1", "-1", "@SUM(A1)"])("%s gets an apostrophe", (text) => {
  expect(cellOf(text)).toBe(`'${text}`);
});

test.each([
  ["a tab", "\t=1"],
  ["a carriage return", "\r=1"],
  ["a line feed", "\n=1"],
  ["a null", "\0=1"],
  ["an equals sign of full width", "＝1+1"],
  ["a plus of full width", "＋1"],
  ["a minus of full width", "－1"],
  ["an at sign of full width", "＠SUM(A1)"],
])("a cell led by %s gets one too", (_, text) => {
  expect(cellOf(text).replaceAll('"', "")).toBe(`'${text}`);
});

test("a formula that needs quotes gets both", () => {
  expect(cellOf('=HYPERLINK("http://x","y")')).toBe(`"'=HYPERLINK(""http://x"",""y"")"`);
});

test.each([
  [-5, "-5"],
  [0, "0"],
  [1.5, "1.5"],
  [null, ""],
  [true, "yes"],
  [false, "no"],
  ["", ""],
  ["a=b", "a=b"],
  ["Llŷr 🦊 نورا", "Llŷr 🦊 نورا"],
  ["'quoted", "'quoted"],
])("%j is written %s", (value, written) => {
  expect(cellOf(value)).toBe(written);
});

test.each([
  ["a comma", "a,b", '"a,b"'],
  ["quotes", 'say "no"', '"say ""no"""'],
  ["a line break", "a\r\nb", '"a\r\nb"'],
])("%s is quoted", (_, value, written) => {
  expect(cellOf(value)).toBe(written);
});

test("a file has a byte order mark, its header, and a row for each, in the order of the columns", () => {
  expect(csvOf(["b", "a"], [{ a: 1, b: "x" }])).toBe("\uFEFFb,a\r\nx,1\r\n");
  expect(csvOf(["b", "a"], [])).toBe("\uFEFFb,a\r\n");
});

test("what was written is read back", () => {
  const rows = [{ name: 'O"Neill, Siân\r\n', age: 1 }];
  expect(parse(csvOf(["name", "age"], rows), { columns: true, bom: true })).toEqual([
    { name: 'O"Neill, Siân\r\n', age: "1" },
  ]);
});
