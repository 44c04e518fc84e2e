// Reads every row of a table by one schema, and keeps what could not be read with its row number. Pure.
import type { z } from "zod";
import { done, type Result } from "~/shared/result";
import { type RefusedRow, readTable } from "./table";

/** What a file says: `rows` in the order of the file, each with its number in a spreadsheet. */
export type Reading<Row> = { rows: { number: number; row: Row }[]; refused: RefusedRow[] };

/** The rows of a CSV text and those that cannot be read, or why none of it can. */
export function readRows<Row>(
  text: string,
  columns: readonly string[],
  schema: z.ZodType<Row>,
  optional: readonly string[] = [],
): Result<Reading<Row>, string> {
  const table = readTable(text, columns, optional);
  if (!table.ok) return table;
  const reading: Reading<Row> = { rows: [], refused: [...table.value.refused] };
  for (const { number, cells } of table.value.rows) {
    const parsed = schema.safeParse(cells);
    if (parsed.success) reading.rows.push({ number, row: parsed.data });
    else {
      const reason = parsed.error.issues
        .map((issue) => [...issue.path.map((column) => `${String(column)}:`), issue.message].join(" "))
        .join(" ");
      reading.refused.push({ number, reason });
    }
  }
  return done(reading);
}
