// How the map of personal data is written: for a table, whose its rows are and what each column says about them.
import type { SQLiteTable } from "drizzle-orm/sqlite-core";

type ColumnOf<Table extends SQLiteTable> = keyof Table["$inferSelect"] & string;

/** How the rows about somebody are found; `column` holds what it says. */
export type Way<Column extends string = string> =
  | { by: "person"; column: Column }
  | { by: "booking"; column: Column }
  /** Those who stand for their bookings among answers, until they are unlinked. */
  | { by: "respondent"; column: Column }
  | { by: "commitment"; column: Column }
  | { by: "self-assessment"; column: Column }
  | { by: "external learning"; column: Column }
  | { by: "charge"; column: Column }
  /** Their address, in rows that name no account in `unless`. */
  | { by: "address"; column: Column; unless?: Column }
  /** Letters to them: to an account of theirs, or to their address and to no account. */
  | { by: "letter"; column: Column }
  /** Letters to others that tell of them, by how a letter's key begins (export-letters.ts). */
  | { by: "letter's key"; column: Column };

/** Things with a name of their own: an export says the name, not the id. */
export type Named =
  | "agency"
  | "kind of work"
  | "course"
  | "session"
  | "meeting"
  | "booking"
  | "question"
  | "question set"
  | "competency";

/** What an export makes of a column. */
export type Shown =
  | { as: "it is"; heading: string }
  /** Milliseconds since 1970 (or seconds, for one library's own) as ISO 8601 in UTC. */
  | { as: "instant" | "instant in seconds"; heading: string }
  | { as: "name"; of: Named; heading: string }
  /** A person: "you", or what they are here; never who. */
  | { as: "who"; heading: string }
  /** Words or facts of a letter, unless the letter tells of somebody else. */
  | { as: "letter"; heading: string }
  /** The page that something was done from, without the ids in its address. */
  | { as: "page"; heading: string }
  /** What may hold ids of people: those of others are taken out. */
  | { as: "without others"; heading: string }
  /** Words typed in an evaluation, unless a line manager typed them about this person. */
  | { as: "own words"; heading: string; why: string }
  /** That it is there, not what it is. */
  | { as: "held, not shown"; heading: string; why: string }
  /** Says only whose the row is, which the whole export says. */
  | { as: "whose" };

export const text = (heading: string): Shown => ({ as: "it is", heading });
export const instant = (heading: string): Shown => ({ as: "instant", heading });
export const instantInSeconds = (heading: string): Shown => ({ as: "instant in seconds", heading });
export const nameOf = (of: Named, heading: string): Shown => ({ as: "name", of, heading });
export const who = (heading: string): Shown => ({ as: "who", heading });
export const letter = (heading: string): Shown => ({ as: "letter", heading });
export const page = (heading: string): Shown => ({ as: "page", heading });
export const withoutOthers = (heading: string): Shown => ({ as: "without others", heading });
export const ownWords = (heading: string, why: string): Shown => ({ as: "own words", heading, why });
export const notShown = (heading: string, why: string): Shown => ({ as: "held, not shown", heading, why });
export const whose: Shown = { as: "whose" };

/** Rows of someone else's, or of nobody's, in which this person did something: only what tells of the doing. */
export type Deed<Column extends string = string> = {
  heading: string;
  found: Way<Column>[];
  columns: { [Name in Column]?: Shown };
};

export type Mapped = { table: SQLiteTable; deeds: Deed[] } & (
  | { holds: "people"; heading: string; found: Way[]; columns: Record<string, Shown> }
  | { holds: "nobody"; why: string; columns: string[] }
);

/** A table whose rows are each about one person: every column says what an export makes of it. */
export function aboutPeople<Table extends SQLiteTable>(
  table: Table,
  holding: {
    heading: string;
    found: Way<ColumnOf<Table>>[];
    columns: Record<ColumnOf<Table>, Shown>;
    deeds?: Deed<ColumnOf<Table>>[];
  },
): Mapped {
  const { deeds = [], ...rest } = holding;
  return { table, holds: "people", ...rest, deeds: deeds as Deed[] };
}

/** A table that is about no person, save for who did something, which its deeds say. Every other column is named. */
export function aboutNobody<Table extends SQLiteTable>(
  table: Table,
  why: string,
  columns: ColumnOf<Table>[],
  deeds: Deed<ColumnOf<Table>>[] = [],
): Mapped {
  return { table, holds: "nobody", why, columns, deeds: deeds as Deed[] };
}
