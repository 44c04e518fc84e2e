// The map of personal data is whole: every column of every table is on it, once, and nothing that is not there.
import * as schema from "db/schema";
import { getTableColumns, getTableName, is } from "drizzle-orm";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { describe, expect, it } from "vitest";
import type { Deed, Mapped } from "~/domain/personal-data/export-map";
import { personalDataMap } from "~/domain/personal-data/personal-data-map";

const tables = Object.values(schema).filter((one) => is(one, SQLiteTable));

/** What the map says about a table and what the table has, where the two differ. */
function differences(mapped: Mapped): string[] {
  const there = Object.keys(getTableColumns(mapped.table));
  const deeds = mapped.deeds.flatMap(({ columns, found }) => [
    ...Object.keys(columns),
    ...found.map((way) => way.column),
  ]);
  const named =
    mapped.holds === "people"
      ? Object.keys(mapped.columns)
      : [...mapped.columns, ...mapped.deeds.flatMap(({ found }) => found.map((way) => way.column))];
  const ways = mapped.holds === "people" ? mapped.found.map((way) => way.column) : [];
  return [
    ...there.filter((column) => !named.includes(column)).map((column) => `${column} is not on the map`),
    ...[...named, ...deeds, ...ways]
      .filter((column) => !there.includes(column))
      .map((column) => `${column} is not in the table`),
    ...named.filter((column, at) => named.indexOf(column) !== at).map((column) => `${column} is there twice`),
  ];
}

it("every table is on the map once", () => {
  expect(tables.length).toBeGreaterThan(40);
  expect(personalDataMap.map(({ table }) => getTableName(table)).sort()).toEqual(
    tables.map((table) => getTableName(table)).sort(),
  );
});

it.each(personalDataMap.map((mapped) => [getTableName(mapped.table), mapped] as const))(
  "every column of %s is on the map",
  (_, mapped) => {
    expect(differences(mapped)).toEqual([]);
  },
);

it("control: a column that is left out or gone is told", () => {
  const people = personalDataMap.find(({ table }) => table === schema.people);
  if (people?.holds !== "people") throw new Error("People are not on the map.");
  const { jobTitle, ...others } = people.columns;
  expect(differences({ ...people, columns: others })).toEqual(["jobTitle is not on the map"]);
  expect(differences({ ...people, columns: { ...people.columns, shoeSize: jobTitle as never } })).toEqual([
    "shoeSize is not in the table",
  ]);
  const venues = personalDataMap.find(({ table }) => table === schema.venues);
  if (venues?.holds !== "nobody") throw new Error("Venues are about somebody.");
  expect(differences({ ...venues, columns: venues.columns.slice(1) })).toEqual(["id is not on the map"]);
});

/** Columns that lead to a person: by a reference to something of theirs, or by what they are called. */
const leadsToAPerson = /^(personId|userId|.*PersonId|.*By|takenBy|.*[eE]mail|mergedIntoId|actor\w*Id)$/;
const ofAPerson = ["people", "bookings", "trainers", "self_assessments", "responses"];

function leading(table: SQLiteTable): string[] {
  const referring = getTableConfig(table).foreignKeys.flatMap((key) => {
    const { columns, foreignTable } = key.reference();
    return ofAPerson.includes(getTableName(foreignTable)) ? columns.map(({ name }) => name) : [];
  });
  return Object.entries(getTableColumns(table)).flatMap(([name, column]) =>
    referring.includes(column.name) || leadsToAPerson.test(name) ? [name] : [],
  );
}

/** What names the partnership's own office or role, not a person; and a time by which something is due. */
const offices = ["partnership.contactEmail", "courses.ledBy", "sessions.decideBy"];

it("no column that leads to a person is said to be about nobody", () => {
  const strays = personalDataMap.flatMap((mapped) =>
    mapped.holds === "people"
      ? []
      : leading(mapped.table)
          .filter((column) => mapped.columns.includes(column))
          .map((column) => `${getTableName(mapped.table)}.${column}`),
  );
  expect(strays.sort()).toEqual([...offices].sort());
});

it("who did something is found by their deeds, wherever it is kept who that was", () => {
  const missing = personalDataMap.flatMap(({ table, deeds, ...rest }) => {
    const found = [
      ...deeds.flatMap((deed) => deed.found),
      ...(rest.holds === "people" ? rest.found : []),
    ].map((way) => way.column);
    return leading(table)
      .filter((column) => /By$|PersonId$/.test(column) && !found.includes(column))
      .map((column) => `${getTableName(table)}.${column}`);
  });
  // Times by which something is due, the office that leads a course, and the way a letter left.
  expect(missing.sort()).toEqual([
    "booking_approvals.answerBy",
    "courses.ledBy",
    "outbox.sentBy",
    "sessions.decideBy",
  ]);
});

it("every section says how its rows are found", () => {
  for (const mapped of personalDataMap) {
    if (mapped.holds === "people") expect(mapped.found, getTableName(mapped.table)).not.toEqual([]);
    for (const deed of mapped.deeds) expect(deed.found, deed.heading).not.toEqual([]);
  }
});

describe("what a person reads", () => {
  const sections: (Deed | Extract<Mapped, { holds: "people" }>)[] = personalDataMap.flatMap((mapped) => [
    ...(mapped.holds === "people" ? [mapped] : []),
    ...mapped.deeds,
  ]);

  it("every section has a heading of its own", () => {
    const headings = sections.map(({ heading }) => heading);
    expect(new Set(headings).size).toBe(headings.length);
  });

  it.each(sections.map((section) => [section.heading, section] as const))("%s", (_, { columns }) => {
    const shown = Object.values(columns).flatMap((one) => (one && one.as !== "whose" ? [one] : []));
    expect(new Set(shown.map(({ heading }) => heading)).size).toBe(shown.length);
    for (const one of shown) {
      expect(one.heading).toMatch(/^\p{Lu}/u);
      if (one.as === "held, not shown") expect(one.why).toMatch(/^\p{Lu}.{15,}\.$/u);
    }
  });

  it("every table about nobody says why", () => {
    for (const mapped of personalDataMap)
      if (mapped.holds === "nobody") expect(mapped.why).toMatch(/^\p{Lu}.{15,}\.$/u);
  });
});
