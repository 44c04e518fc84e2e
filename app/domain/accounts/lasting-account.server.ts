// Whose account an address or an identity leads to: one that was merged leads to the one that took it over.
import { prepared } from "db/client";
import { externalIdentities, people } from "db/schema";
import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";

export type LastingAccount = { id: string; email: string; disabledAt: number | null };

const lasting = alias(people, "lasting");
// Never more than one step: a merge takes along what was merged into it before.
const tookOver = eq(lasting.id, sql`coalesce(${people.mergedIntoId}, ${people.id})`);
const columns = { id: lasting.id, email: lasting.email, disabledAt: lasting.disabledAt };

export const accountOfAddress = prepared((db) =>
  db
    .select(columns)
    .from(people)
    .innerJoin(lasting, tookOver)
    .where(eq(sql`lower(${people.email})`, sql`lower(${sql.placeholder("email")})`))
    .prepare(),
);

export const accountOfIdentity = prepared((db) =>
  db
    .select(columns)
    .from(externalIdentities)
    .innerJoin(people, eq(people.id, externalIdentities.personId))
    .innerJoin(lasting, tookOver)
    .where(
      and(
        eq(externalIdentities.issuer, sql.placeholder("issuer")),
        eq(externalIdentities.subject, sql.placeholder("subject")),
      ),
    )
    .prepare(),
);
