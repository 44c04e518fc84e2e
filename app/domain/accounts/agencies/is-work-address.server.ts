// Whether an address is somebody's at one of the agencies: by its domain, or by an account that an agency stands by.
import { prepared } from "db/client";
import { agencyDomains, people } from "db/schema";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { domainsOf } from "../rules";

const confirmedAccount = prepared((db) =>
  db
    .select({ one: sql`1` })
    .from(people)
    .where(
      and(
        eq(sql`lower(${people.email})`, sql.placeholder("email")),
        eq(people.agencyStanding, "confirmed"),
        isNull(people.disabledAt),
      ),
    )
    .prepare(),
);

/** An address that could be anybody's second mailbox is none, and may decide nothing. */
export function isWorkAddress(ctx: Pick<Context, "db">, email: string): boolean {
  const ofAnAgency = ctx.db
    .select({ one: sql`1` })
    .from(agencyDomains)
    .where(inArray(agencyDomains.domain, domainsOf(email)))
    .limit(1)
    .get();
  return (
    ofAnAgency !== undefined || confirmedAccount(ctx.db).get({ email: email.toLowerCase() }) !== undefined
  );
}
