// Reading a parsed JSON value as the shape it should have, or saying in one line where it has another. Each reader takes
// a value and the place `where` it stands (`rows[3].pre`), and throws an Error that names the place.

export type JsonObject = { readonly [key: string]: unknown };

/** An object, not a list or null. */
export function asObject(value: unknown, where: string): JsonObject {
  if (!isObject(value)) throw wrong(where, "an object");
  return value;
}

/** A text, perhaps empty. */
export function asText(value: unknown, where: string): string {
  if (typeof value !== "string") throw wrong(where, "text");
  return value;
}

/** A finite number. */
export function asNumber(value: unknown, where: string): number {
  // JSON has no infinity, but 1e999 parses to it.
  if (typeof value !== "number" || !Number.isFinite(value)) throw wrong(where, "a finite number");
  return value;
}

/** A whole number of 0 or more, small enough to be exact. */
export function asCount(value: unknown, where: string): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
    throw wrong(where, "a whole number, 0 or more");
  }
  return value;
}

/** A number, or null for "not answered". */
export function asScore(value: unknown, where: string): number | null {
  if (value === null) return null;
  if (typeof value !== "number" || !Number.isFinite(value)) throw wrong(where, "a finite number or null");
  return value;
}

/** Reads every member of a list with one reader. */
export function asListOf<T>(value: unknown, where: string, read: (member: unknown, where: string) => T): T[] {
  if (!Array.isArray(value)) throw wrong(where, "a list");
  return value.map((member: unknown, i) => read(member, `${where}[${i}]`));
}

/**
 * Reads rows, given as a list of objects or as R writes a data frame: an object of equally long columns, where a
 * column of one value may stand without its brackets.
 */
export function asRows<T>(
  value: unknown,
  where: string,
  names: readonly string[],
  read: (row: JsonObject, where: string) => T,
): T[] {
  const rows = Array.isArray(value) ? value : rowsOfColumns(asObject(value, where), where, names);
  return asListOf(rows, where, (member, place) => read(asObject(member, place), place));
}

function rowsOfColumns(frame: JsonObject, where: string, names: readonly string[]): JsonObject[] {
  const columns = names.map((name) => {
    const column = frame[name];
    if (column === undefined) throw wrong(`${where}.${name}`, "a list");
    return { name, cells: Array.isArray(column) ? column : [column] };
  });
  const height = columns[0]?.cells.length ?? 0;
  if (columns.some(({ cells }) => cells.length !== height)) {
    throw new Error(`${where}: ${names.join(", ")} must have the same length`);
  }
  return Array.from({ length: height }, (_, row) =>
    Object.fromEntries(columns.map(({ name, cells }) => [name, cells[row]])),
  );
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function wrong(where: string, expected: string): Error {
  return new Error(`${where} must be ${expected}`);
}
