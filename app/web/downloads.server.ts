// Files to keep: always an attachment with a safe name and its right type, so that a browser never runs one as a page.
import contentDisposition from "content-disposition";
import { stringify } from "csv-stringify/sync";

export const documentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
export const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** @param name the file's name; anything that is not a plain name for a file is put right (RFC 6266) */
export function download(
  name: string,
  type: "text/csv" | "application/json" | "application/pdf" | typeof workbookType | typeof documentType,
  body: string | Uint8Array<ArrayBuffer>,
): Response {
  return new Response(body, {
    headers: {
      "Content-Type": typeof body === "string" ? `${type}; charset=utf-8` : type,
      "Content-Disposition": contentDisposition(name.replace(/[\p{Cc}/\\]+/gu, "-")),
      "Cache-Control": "no-store",
    },
  });
}

/**
 * What a spreadsheet would take for a formula: it gets an apostrophe before it, as OWASP advises. Signs of full width, as
 * keyboards of East Asia write them, are read as the narrow ones by some.
 */
const formula = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n\0]/;

/** Text that a spreadsheet shows as it is and never runs. */
export const harmless = (text: string): string => (formula.test(text) ? `'${text}` : text);

/**
 * Rows as CSV (RFC 4180, with a byte order mark so that a spreadsheet reads the letters right). Text that a spreadsheet
 * would run is made harmless; numbers stay numbers, and what is not recorded stays blank.
 */
export function csvOf<Column extends string>(
  columns: readonly Column[],
  rows: readonly Record<Column, string | number | boolean | null>[],
): string {
  const cellOf = (value: string | number | boolean | null) =>
    typeof value === "string" ? harmless(value) : value;
  return stringify(
    rows.map((row) => columns.map((column) => cellOf(row[column]))),
    {
      header: true,
      columns: [...columns],
      bom: true,
      record_delimiter: "windows",
      cast: { boolean: (value) => (value ? "yes" : "no") },
    },
  );
}
