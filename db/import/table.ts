// From text to numbered rows of named cells, or why the text is not the table that was asked for. Pure.
import { CsvError, parse } from "csv-parse/sync";
import { counted, listed } from "~/shared/format";
import { done, type Result, refused } from "~/shared/result";
import { shown } from "./cells";

/** `number` is the row as a spreadsheet shows it: the column names are in row 1, and blank rows count. */
export type TableRow = { number: number; cells: Record<string, string> };
export type RefusedRow = { number: number; reason: string };
export type Table = { rows: TableRow[]; refused: RefusedRow[] };

/**
 * Splits CSV text into rows under exactly these columns, in any order; those that are `optional` may be there, and are
 * read as blank where they are not. Cells lose the spaces around them.
 */
export function readTable(
  text: string,
  columns: readonly string[],
  optional: readonly string[] = [],
): Result<Table, string> {
  const separator = otherSeparator(text, columns);
  if (separator) {
    return refused(
      `The columns are separated by ${separator}. This import reads commas: save the file again as "CSV UTF-8 (Comma delimited)", and keep ";" only between several dates or measures in one cell.`,
    );
  }
  const parsed = split(text);
  if (!parsed.ok) return parsed;
  const [first = [], ...rest] = parsed.value.map((cells) => cells.map((cell) => cell.trim()));
  const problems = headerProblems(first, columns, optional);
  if (problems.length > 0) {
    const besides = optional.length > 0 ? ` Besides, it may hold: ${optional.join(",")}` : "";
    return refused(
      `${problems.join(" ")} Row 1 must hold exactly these column names: ${columns.join(",")}${besides}`,
    );
  }
  const blank = Object.fromEntries(optional.map((column) => [column, ""]));
  const table: Table = { rows: [], refused: [] };
  rest.forEach((cells, index) => {
    const number = index + 2;
    if (cells.every((cell) => cell === "")) return;
    if (cells.length !== first.length) {
      table.refused.push({
        number,
        reason: `has ${counted(cells.length, "cell")} where row 1 has ${first.length}. Put quotation marks around a text with a comma in it, and check that no comma is missing.`,
      });
      return;
    }
    table.rows.push({
      number,
      cells: { ...blank, ...Object.fromEntries(first.map((column, at) => [column, cells[at] ?? ""])) },
    });
  });
  if (table.rows.length + table.refused.length === 0) {
    return refused(
      "The file has column names but no rows under them. Add the rows, or check that it is the right file.",
    );
  }
  return done(table);
}

function split(text: string): Result<string[][], string> {
  try {
    return done(parse(text, { relax_column_count: true, record_delimiter: ["\r\n", "\n", "\r"] }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const before = "records" in error && typeof error.records === "number" ? error.records : 0;
    return refused(
      `Row ${before + 1}: the quotation marks do not match. Close each one that is opened, double those inside a text, and put the whole cell in quotation marks.`,
    );
  }
}

/** Excel writes semicolons where the comma is the decimal sign; looked for first, as quotation marks then misread. */
function otherSeparator(text: string, columns: readonly string[]): string | null {
  const end = text.search(/[\r\n]/);
  const header = end === -1 ? text : text.slice(0, end);
  const names = (mark: string) =>
    header.split(mark).filter((cell) => columns.includes(cell.replace(/"/g, "").trim())).length;
  if (names(",") > 1) return null;
  if (names(";") > 1) return "semicolons";
  return names("\t") > 1 ? "tabs" : null;
}

function headerProblems(
  found: readonly string[],
  columns: readonly string[],
  optional: readonly string[],
): string[] {
  const named = (names: readonly string[]) => listed(names.map(shown));
  const missing = columns.filter((column) => !found.includes(column));
  const known = [...columns, ...optional];
  const extra = found.filter((name) => name !== "" && !known.includes(name));
  const twice = known.filter((column) => found.indexOf(column) !== found.lastIndexOf(column));
  const nameless = found.flatMap((name, at) => (name === "" ? [String(at + 1)] : []));
  const problems: string[] = [];
  if (missing.length > 0)
    problems.push(`Missing ${missing.length === 1 ? "column" : "columns"}: ${named(missing)}.`);
  if (extra.length > 0)
    problems.push(`Not ${extra.length === 1 ? "a column" : "columns"} of this file: ${named(extra)}.`);
  if (twice.length > 0) problems.push(`There more than once: ${named(twice)}.`);
  if (nameless.length > 0) problems.push(`Without a name: column ${listed(nameless)}.`);
  return problems;
}
