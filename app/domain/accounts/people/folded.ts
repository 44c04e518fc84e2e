// Names as a search compares them: without regard to capitals, accents and the kind of apostrophe. Pure, save that it
// teaches a database to do the same.
import type { Db } from "db/client";

// What phones type for an apostrophe, and what stands in names that people paste.
const apostrophes = /[’‘ʼʻ`´]/g;

const plain = /^[\0-_a-~]*$/;

/** "Siân O’Neill" and "sian o'neill" come to the same. */
export const folded = (text: string): string =>
  // Most names are of plain letters, and a search folds everybody's.
  plain.test(text)
    ? text.toLowerCase()
    : text
        .normalize("NFKD")
        .replace(/[\u0300-\u036f]/g, "")
        .replace(apostrophes, "'")
        .toLowerCase();

/** Makes `folded(text)` known to this database's SQL: SQLite itself knows capitals of plain letters only. */
export function teachFolding(db: Db): void {
  db.$client.function("folded", { deterministic: true }, (text) =>
    typeof text === "string" ? folded(text) : null,
  );
}
