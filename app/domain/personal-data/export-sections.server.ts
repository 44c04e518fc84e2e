// Turns the rows about a person into sections that they can read, as the map says.

import type { Db } from "db/client";
import { isOnlyAboutReader } from "./export-letters";
import type { Shown } from "./export-map";
import { namesFor } from "./export-names.server";
import { type Row, readRows, type Subject, sectionsFor } from "./export-rows.server";
import { type ExportedSection, type ExportedValue, heldNotShown } from "./export-shape";

/** Every section there is, also where nothing is held. */
export function sectionsAbout(db: Db, subject: Subject): ExportedSection[] {
  const names = namesFor(db, subject);
  return sectionsFor(db, subject).map((section) => ({
    heading: section.heading,
    notShown: Object.values(section.columns).flatMap((shown) =>
      shown?.as === "held, not shown" || shown?.as === "own words"
        ? [{ field: shown.heading, why: shown.why }]
        : [],
    ),
    records: readRows(db, section).map((row) => recordOf(row, section.columns, names)),
  }));
}

type Names = ReturnType<typeof namesFor>;

function recordOf(row: Row, columns: Record<string, Shown | undefined>, names: Names) {
  const record: Record<string, ExportedValue> = {};
  for (const [column, shown] of Object.entries(columns)) {
    if (shown && shown.as !== "whose") record[shown.heading] = exported(row, column, shown, names);
  }
  return record;
}

function exported(row: Row, column: string, shown: Shown, names: Names): ExportedValue {
  const value = row[column] as ExportedValue | undefined;
  if (value === null || value === undefined) return null;
  switch (shown.as) {
    case "it is":
    case "whose":
      return value;
    case "instant":
      return new Date(Number(value)).toISOString();
    case "instant in seconds":
      return new Date(Number(value) * 1000).toISOString();
    case "name":
      return names.nameOf(shown.of, String(value));
    case "who":
      return names.who(String(value));
    case "page":
      return withoutIds(String(value));
    case "without others":
      return everyText(value, names.withoutOthers);
    case "letter":
      if (!isOnlyAboutReader(String(row.kind))) return heldNotShown;
      return everyText(value, withoutLinks);
    case "own words":
      return row.stage === "M" ? heldNotShown : value;
    case "held, not shown":
      return heldNotShown;
  }
}

/** An id or a secret may stand in an address; the words of ours are short and in small letters. */
const word = /^([A-Z]+ )?[a-z.-]{0,24}$/;

/** "GET /admin/people/0190…/erasure?x=1" gives "GET /admin/people/…/erasure". */
const withoutIds = (page: string) =>
  page
    .replace(/[?#].*$/, "")
    .split("/")
    .map((part) => (word.test(part) ? part : "…"))
    .join("/");

/** Some links in letters open something for whoever has them. */
const withoutLinks = (text: string) => text.replace(/https?:\/\/\S+/g, "(link)");

function everyText(value: ExportedValue, change: (text: string) => string): ExportedValue {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((one) => everyText(one, change));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, everyText(one, change)]));
  return value;
}
