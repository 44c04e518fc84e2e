// Finds every row about a person, table by table, as the map says.

import type { Db } from "db/client";
import {
  bookings,
  charges,
  commitments,
  externalLearning,
  outbox,
  people,
  respondents,
  selfAssessments,
} from "db/schema";
import { and, count, getTableColumns, gte, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { keysThatTellOf } from "./export-letters";
import type { Deed, Mapped, Way } from "./export-map";
import { personalDataMap } from "./personal-data-map";

/** One person: the accounts that were merged into one, and the addresses of all of them in small letters. */
export type Subject = { ids: string[]; addresses: string[] };

/** The account asked for is the first; empty where there is no such account. */
export function readSubject(db: Db, personId: string): Subject {
  const accounts = db.all<{ id: string; address: string }>(sql`
    with recursive accounts(id, merged_into) as (
      select ${people.id}, ${people.mergedIntoId} from ${people} where ${people.id} = ${personId}
      union
      select ${people.id}, ${people.mergedIntoId} from ${people}
      inner join accounts on ${people.mergedIntoId} = accounts.id or ${people.id} = accounts.merged_into
    )
    select ${people.id} as id, lower(${people.email}) as address from ${people}
    inner join accounts on accounts.id = ${people.id}
    order by ${people.id} <> ${personId}, ${people.id}`);
  return { ids: accounts.map(({ id }) => id), addresses: accounts.map(({ address }) => address) };
}

export type Row = Record<string, unknown>;

/** Rows of a table that an export gives under one heading. */
export type Section = {
  heading: string;
  table: SQLiteTable;
  columns: Deed["columns"];
  rows: SQL;
};

/** Every section there is: what is held about the person first, then what they did to what is held about others. */
export function sectionsFor(db: Db, subject: Subject): Section[] {
  const about = (mapped: Mapped) =>
    mapped.holds === "people" ? anyOf(db, mapped.table, mapped.found, subject) : none;
  const held = personalDataMap.flatMap((mapped) => {
    if (mapped.holds === "nobody") return [];
    const { heading, table, columns } = mapped;
    return [{ heading, table, columns, rows: about(mapped) }];
  });
  const deeds = personalDataMap.flatMap((mapped) =>
    mapped.deeds.map(({ heading, found, columns }) => {
      const { table } = mapped;
      const done = anyOf(db, table, found, subject);
      // "Is not true" holds also where a column is blank.
      return { heading, table, columns, rows: sql`${done} and (${about(mapped)}) is not true` };
    }),
  );
  return [...held, ...deeds];
}

/** The rows of a section, in the order in which they were written. */
export const readRows = (db: Db, { table, rows }: Section): Row[] =>
  db.select().from(table).where(rows).orderBy(sql`rowid`).all();

export const countRows = (db: Db, { table, rows }: Section): number =>
  db.select({ n: count() }).from(table).where(rows).get()?.n ?? 0;

/** No way to a row finds no row: left out, a condition would let every row in. */
const none = sql`0`;

const anyOf = (db: Db, table: SQLiteTable, ways: Way[], subject: Subject): SQL =>
  sql`(${or(...ways.map((way) => conditionOf(db, table, way, subject))) ?? none})`;

function conditionOf(db: Db, table: SQLiteTable, way: Way, { ids, addresses }: Subject): SQL | undefined {
  const columns = getTableColumns(table);
  const named = (name: string) => {
    const column = columns[name];
    if (!column) throw new Error(`The map of personal data names a column that is not there: ${name}`);
    return column;
  };
  const column = named(way.column);
  const theirs = db.select({ id: bookings.id }).from(bookings).where(inArray(bookings.personId, ids));
  const respondent = db
    .select({ id: respondents.id })
    .from(respondents)
    .where(inArray(respondents.bookingId, theirs));
  switch (way.by) {
    case "person":
      return inArray(column, ids);
    case "booking":
      return inArray(column, theirs);
    case "respondent":
      return inArray(column, respondent);
    case "commitment": {
      const { id, respondentId } = commitments;
      return inArray(column, db.select({ id }).from(commitments).where(inArray(respondentId, respondent)));
    }
    case "self-assessment": {
      const { id, personId } = selfAssessments;
      return inArray(column, db.select({ id }).from(selfAssessments).where(inArray(personId, ids)));
    }
    case "external learning": {
      const { id, personId } = externalLearning;
      return inArray(column, db.select({ id }).from(externalLearning).where(inArray(personId, ids)));
    }
    case "charge": {
      const { id, personId } = charges;
      return inArray(column, db.select({ id }).from(charges).where(inArray(personId, ids)));
    }
    case "address":
      return and(
        inArray(sql`lower(${column})`, addresses),
        way.unless ? isNull(named(way.unless)) : undefined,
      );
    case "letter": {
      const { id, toPersonId, toEmail } = outbox;
      const toThem = or(
        inArray(toPersonId, ids),
        and(isNull(toPersonId), inArray(sql`lower(${toEmail})`, addresses)),
      );
      return inArray(column, db.select({ id }).from(outbox).where(toThem));
    }
    case "letter's key":
      // A span instead of LIKE: it uses the index, and no id is taken for a pattern. "0" comes after "/".
      return or(
        ...ids
          .flatMap(keysThatTellOf)
          .map((key) => and(gte(column, key), lt(column, `${key.slice(0, -1)}0`))),
      );
  }
}
