// What is wrong with pasted rows, and what to do about it.
import { attendanceMarks } from "~/domain/bookings/bookings";
import type { RowProblem } from "~/domain/bookings/bookings.server";
import { listed } from "~/shared/format";

export const nothingPasted = "Paste the rows of your spreadsheet, its headings included";
export const notATable =
  "The first row must have the headings reference, name and mark. Copy the whole table, its headings included";

const problems: Record<RowProblem, (said: string) => string> = {
  "no reference": () => "has no reference",
  "not on this register": (said) => `the reference ${said} is not on this register`,
  "another person’s reference": (said) => `the reference ${said} is another person’s than the name says`,
  "in two rows": (said) => `the reference ${said} stands in a row above as well`,
  "no such mark": (said) => `“${said}” is no mark. Marks are ${listed(attendanceMarks)}`,
};

export const inWords = ({ row, problem, said }: { row: number; problem: RowProblem; said: string }) =>
  `Row ${row}: ${problems[problem](said.slice(0, 40))}`;
