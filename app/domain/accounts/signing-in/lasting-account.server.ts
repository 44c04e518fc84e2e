// Whose account an address or an identity leads to: one that was merged leads to the one that took it over,
// within one mail domain.
import { prepared } from "db/client";
import { externalIdentities, people } from "db/schema";
import { and, eq, type SQLWrapper, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";

const lasting = alias(people, "lasting");
const kept = alias(people, "kept");
// From the first @ on: alike there is alike after the last.
const domainOf = (email: SQLWrapper) => sql`lower(substr(${email}, instr(${email}, '@')))`;
// Never more than one step: a merge takes along what was merged into it before. Whoever runs the mail of one domain does
// not speak for an account at another: there a merged account leads nowhere, and is closed as it says itself.
const tookOver = eq(
  lasting.id,
  sql`(select case when ${domainOf(kept.email)} = ${domainOf(people.email)} then ${kept.id} else ${people.id} end
    from ${people} as kept where ${kept.id} = coalesce(${people.mergedIntoId}, ${people.id}))`,
);
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
