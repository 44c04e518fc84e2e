// Charges as the rows of a file, CSV or Excel: the same columns for coordinators and for an agency's statement.
import { kindInWords, stateInWords } from "~/domain/charges/charges";
import type { AgencyStatement, ListedCharge } from "~/domain/charges/charges.server";
import { civilDateAt } from "~/shared/civil-time";
import { csvOf } from "./downloads.server";
import { type WorkbookSheet, workbookOf } from "./workbook.server";

const columns = [
  { heading: "Made on", width: 14 },
  { heading: "Name", width: 28 },
  { heading: "Agency", width: 28 },
  { heading: "Board", width: 28 },
  { heading: "Course", width: 40 },
  { heading: "Session on", width: 14 },
  { heading: "Booking reference", width: 18 },
  { heading: "What for", width: 18 },
  { heading: "Amount in pounds", width: 16 },
  { heading: "What became of it", width: 18 },
];

const cellsOf = (charge: ListedCharge): WorkbookSheet["rows"][number] => [
  { day: civilDateAt(charge.madeAt) },
  charge.personName,
  charge.agencyName,
  charge.boardName,
  charge.courseTitle,
  { day: civilDateAt(charge.startsAt) },
  charge.reference,
  kindInWords[charge.kind],
  { pence: charge.pence },
  stateInWords[charge.state],
];

export function chargesAsCsv(charges: ListedCharge[]): string {
  const headings = columns.map(({ heading }) => heading);
  const rows = charges.map((charge) =>
    Object.fromEntries(cellsOf(charge).map((cell, index) => [headings[index] ?? "", plain(cell)])),
  );
  return csvOf(headings, rows);
}

function plain(cell: WorkbookSheet["rows"][number][number]): string | number | null {
  if (cell === null || typeof cell !== "object") return cell;
  return "day" in cell ? cell.day : (cell.pence / 100).toFixed(2);
}

const sheetOf = (charges: ListedCharge[]): WorkbookSheet => ({
  name: "Charges",
  columns,
  rows: charges.map(cellsOf),
});

export const chargesAsWorkbook = (charges: ListedCharge[]) => workbookOf([sheetOf(charges)]);

/** The totals on a sheet of their own, then the charges. */
export const statementAsWorkbook = (statement: AgencyStatement) =>
  workbookOf([
    {
      name: "Statement",
      columns: [
        { heading: "Statement", width: 44 },
        { heading: statement.agencyName, width: 28 },
      ],
      rows: [
        ["First day", { day: statement.from }],
        ["Last day", { day: statement.to }],
        ["Places used", statement.used],
        ["Places cancelled or moved late", statement.lateCancellations],
        ["Places not used and not cancelled", statement.noShows],
        ["Charges due", { pence: statement.pence.due }],
        ["Charges appealed against", { pence: statement.pence.appealed }],
        ["Charges waived", { pence: statement.pence.waived }],
        ["Charges withdrawn", { pence: statement.pence.withdrawn }],
      ],
    },
    sheetOf(statement.charges),
  ]);
