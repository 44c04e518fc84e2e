// A register as rows to fill in elsewhere and paste back: what the rows would change, and what is wrong with them.
import { CsvError, parse } from "csv-parse/sync";
import { type AttendanceMark, attendanceMarks } from "../bookings";

/** The headings of a register's file, in their order; `name` may be left out of what comes back. */
export const registerColumns = ["reference", "name", "mark"] as const;

export type RowProblem =
  | "no reference"
  | "not on this register"
  | "another person’s reference"
  | "in two rows"
  | "no such mark";

type OnRegister = { bookingId: string; reference: string; name: string; mark: AttendanceMark | null };

export type WeighedRegister = {
  /** Rows are counted as a spreadsheet does: the headings are row 1. */
  refused: { row: number; problem: RowProblem; said: string }[];
  changes: { bookingId: string; name: string; before: AttendanceMark | null; mark: AttendanceMark }[];
  unchanged: number;
};

/**
 * What pasted rows come to; nothing is written. Commas, semicolons and tabs part columns, as spreadsheets copy them. A
 * blank mark leaves a person as they are.
 * @returns null for text that is no table with the columns `reference` and `mark`
 */
export function weighRegister(text: string, people: readonly OnRegister[]): WeighedRegister | null {
  const rows = rowsOf(text);
  const headings = rows?.[0]?.map((heading) => heading.toLowerCase()) ?? [];
  const [reference, name, mark] = registerColumns.map((column) => headings.indexOf(column));
  if (!rows || reference === undefined || reference < 0 || mark === undefined || mark < 0) return null;

  const byReference = new Map(people.map((person) => [person.reference, person]));
  const weighed: WeighedRegister = { refused: [], changes: [], unchanged: 0 };
  const seen = new Set<string>();
  for (const [index, cells] of rows.entries()) {
    if (index === 0 || cells.every((cell) => cell === "")) continue;
    const cell = (column: number | undefined) => (column === undefined ? "" : (cells[column] ?? ""));
    const code = cell(reference).toUpperCase();
    const person = byReference.get(code);
    const given = markOf(cell(mark));
    const refuse = (problem: RowProblem, said: string) =>
      weighed.refused.push({ row: index + 1, problem, said });
    if (code === "") refuse("no reference", "");
    else if (!person) refuse("not on this register", cell(reference));
    else if (seen.has(code)) refuse("in two rows", code);
    else if (cell(name) !== "" && plainly(cell(name)) !== plainly(person.name))
      refuse("another person’s reference", code);
    else if (given === undefined) refuse("no such mark", cell(mark));
    else if (given === null || given === person.mark) weighed.unchanged += 1;
    else weighed.changes.push({ ...pick(person), mark: given });
    seen.add(code);
  }
  return weighed;
}

const pick = ({ bookingId, name, mark }: OnRegister) => ({ bookingId, name, before: mark });

/** Null for a blank, undefined for what is no mark. */
function markOf(text: string): AttendanceMark | null | undefined {
  if (text === "") return null;
  const said = text.toLowerCase().replace(/[-_\s]+/g, " ");
  return attendanceMarks.find((mark) => mark === said);
}

/** As a spreadsheet may have left it: an apostrophe before what looked like a formula, other spaces, other capitals. */
const plainly = (name: string) => name.replace(/^'/, "").replace(/\s+/g, " ").trim().toLowerCase();

function rowsOf(text: string): string[][] | null {
  const first = text.split(/\r?\n/, 1)[0] ?? "";
  const delimiter = first.includes("\t") ? "\t" : first.includes(";") ? ";" : ",";
  try {
    return parse(text, { bom: true, trim: true, relax_column_count: true, delimiter });
  } catch (problem) {
    if (problem instanceof CsvError) return null;
    throw problem;
  }
}
