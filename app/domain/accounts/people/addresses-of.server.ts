// Every address that an account is known to have had: no table lists them, but what was sent to it tells.
import { prepared } from "db/client";
import { outbox, people, signInLinks } from "db/schema";
import { and, eq, notInArray, sql } from "drizzle-orm";
import { union } from "drizzle-orm/sqlite-core";
import type { Context } from "~/domain/context";

/** Sent to an address that somebody typed, and that nobody had proved to be theirs yet. */
const toTypedAddresses = [
  "address to confirm",
  "complaint received",
  "complaint acknowledged",
  "complaint answered",
] as const;

const own = eq(people.id, sql.placeholder("personId"));
const everSentTo = prepared((db) =>
  union(
    db
      .select({ email: sql<string>`lower(${people.email})` })
      .from(people)
      .where(own),
    db
      .select({ email: sql<string>`lower(${signInLinks.email})` })
      .from(signInLinks)
      .where(and(eq(signInLinks.personId, sql.placeholder("personId")), eq(signInLinks.purpose, "sign in"))),
    db
      .select({ email: sql<string>`lower(${outbox.toEmail})` })
      .from(outbox)
      .where(
        and(
          eq(outbox.toPersonId, sql.placeholder("personId")),
          notInArray(outbox.kind, [...toTypedAddresses]),
        ),
      ),
  ).prepare(),
);

const holder = prepared((db) =>
  db
    .select({ id: people.id })
    .from(people)
    .where(eq(sql`lower(${people.email})`, sql.placeholder("email")))
    .prepare(),
);

/** In small letters; without those that are another account's by now. */
export const addressesOf = (ctx: Pick<Context, "db">, personId: string): string[] =>
  everSentTo(ctx.db)
    .all({ personId })
    .map(({ email }) => email)
    .filter((email) => (holder(ctx.db).get({ email })?.id ?? personId) === personId);
