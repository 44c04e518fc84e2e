// Email addresses as people paste them: one per line, or with commas or semicolons between them, with names or without,
// or columns of a spreadsheet.
import { z } from "zod";

const address = z.email();
const bracketed = /<([^<>]*)>\s*$/;

export type Pasted = { emails: string[]; unreadable: string[] };

/**
 * Takes "ann@here", "Ann <ann@here>" and "Surname, Ann <ann@here>" apart; each address once, in small letters, in the
 * order of the text. What holds no address that could be one is given back as it was typed.
 */
export function readPasted(text: string): Pasted {
  const emails = new Set<string>();
  const unreadable: string[] = [];
  for (const part of text.split(/[\n\r;]+/).flatMap(cellsWithAddress)) {
    let before = "";
    for (const piece of part.split(",").map((one) => one.trim())) {
      if (piece === "") continue;
      const inside = bracketed.exec(piece)?.[1];
      const read = address.safeParse((inside ?? piece).trim().replace(/^mailto:/i, ""));
      if (read.success) {
        emails.add(read.data.toLowerCase());
        // "Surname, Ann <ann@here>": what stood before the comma was part of the name.
        if (inside === undefined && before) unreadable.push(before);
        before = "";
        continue;
      }
      if (before) unreadable.push(before);
      before = piece;
    }
    if (before) unreadable.push(before);
  }
  return { emails: [...emails], unreadable };
}

/** Of columns copied from a spreadsheet those that may be addresses; where none may be, all, so that each is told of. */
function cellsWithAddress(line: string): string[] {
  const cells = line.split("\t");
  const withAddress = cells.filter((cell) => cell.includes("@"));
  return withAddress.length > 0 ? withAddress : cells;
}
