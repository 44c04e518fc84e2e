// Tables as an Excel workbook. The library is loaded with the first file that somebody asks for.
import type { SheetData } from "write-excel-file/node";
import { harmless } from "./downloads.server";

/** A day is written as a date, `{ pounds }` as money; text that a spreadsheet would run is made harmless as in a CSV. */
export type WorkbookCell = string | number | null | { day: string } | { pence: number };
export type WorkbookSheet = {
  /** 31 characters at most, none of []*?:/\ : Excel refuses others. */
  name: string;
  columns: { heading: string; width: number }[];
  rows: WorkbookCell[][];
};

/** The sheets as the bytes of an .xlsx file, each with its headings in bold above the rows. */
export async function workbookOf(sheets: WorkbookSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const { default: writeExcelFile } = await import("write-excel-file/node");
  const buffer = await writeExcelFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      data: [
        columns.map(({ heading }) => ({
          value: harmless(heading),
          type: String,
          fontWeight: "bold" as const,
        })),
        ...rows.map((row) => row.map(cellOf)),
      ] satisfies SheetData,
    })),
  ).toBuffer();
  return new Uint8Array(buffer);
}

function cellOf(cell: WorkbookCell) {
  if (cell === null) return null;
  if (typeof cell === "string") return { value: harmless(cell), type: String };
  if (typeof cell === "number") return { value: cell, type: Number };
  if ("pence" in cell) return { value: cell.pence / 100, type: Number, format: "£#,##0.00" };
  // A workbook counts days and knows no zone: midnight in UTC is that day.
  return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: "d mmm yyyy" };
}
