// Searches every column of every table: for words, for an id, and for the columns that refer to people.
import type { Db } from "db/client";

type Place = `${string}.${string}`;

/** Where in the whole database a text stands: "people.name". Dates and numbers are looked at as text. */
export function findEverywhere(db: Db, said: RegExp | string): Place[] {
  const matches = (value: unknown) =>
    typeof said === "string" ? value === said : value !== null && said.test(String(value));
  return tablesOf(db)
    .flatMap(({ table, rows }) =>
      rows.flatMap((row) =>
        Object.entries(row).flatMap(([column, value]): Place[] =>
          matches(value) ? [`${table}.${column}`] : [],
        ),
      ),
    )
    .filter((place, index, all) => all.indexOf(place) === index)
    .sort();
}

function tablesOf(db: Db): { table: string; rows: Record<string, unknown>[] }[] {
  const names = db.$client
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name")
    .pluck()
    .all()
    .map(String);
  return names.map((table) => ({
    table,
    rows: db.$client.prepare(`select * from "${table}"`).all() as Record<string, unknown>[],
  }));
}

/** Every column that refers to a person or, one step on, to a trainer. */
export function columnsOfPeople(db: Db): Place[] {
  return tablesOf(db).flatMap(({ table }) => {
    const keys = db.$client.pragma(`foreign_key_list("${table}")`) as { table: string; from: string }[];
    return keys
      .filter((key) => key.table === "people" || key.table === "trainers")
      .map((key): Place => `${table}.${key.from}`);
  });
}
