// Who is meant by part of a name or an address.
import { prepared } from "db/client";
import { people } from "db/schema";
import { eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";

type Reader = Pick<Context, "db">;

/** More people than anybody means by one search. */
export const mostPeople = 20;

const everybody = prepared((db) =>
  db.select({ id: people.id, name: people.name, email: people.email }).from(people).prepare(),
);

// SQLite knows capitals of plain letters only; a phone types a curly apostrophe where a desk types a straight one.
const folded = (text: string) => text.normalize("NFC").toLocaleLowerCase("en-GB").replaceAll("’", "'");

/** People with this in their name or address, up to one more than `mostPeople`. */
export function peopleNamedLike(ctx: Reader, text: string): string[] {
  const wanted = folded(text.trim());
  const found: string[] = [];
  for (const { id, name, email } of everybody(ctx.db).all()) {
    if (folded(name).includes(wanted) || folded(email).includes(wanted)) found.push(id);
    if (found.length > mostPeople) break;
  }
  return found;
}

const mergedInto = prepared((db) =>
  db
    .select({ id: people.id })
    .from(people)
    .where(eq(people.mergedIntoId, sql.placeholder("id")))
    .prepare(),
);

/** This person's accounts: this one, and those that were merged into it. */
export function accountsOf(ctx: Reader, personId: string): string[] {
  const ids = [personId];
  for (const id of ids)
    ids.push(
      ...mergedInto(ctx.db)
        .all({ id })
        .map((merged) => merged.id),
    );
  return ids;
}
