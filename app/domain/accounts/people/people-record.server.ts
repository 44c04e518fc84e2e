// One person's account in full, for those who look after people.

import { prepared } from "db/client";
import { externalIdentities, people, roleGrants, roleGroups, secondFactors } from "db/schema";
import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Context } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { mayAdminister, mayLookAfterPeople, maySeeAccessNeeds } from "../policy";
import { isOver } from "../rules";
import { listAuthSessions } from "../signing-in/auth.server";
import { type Account, readAccount } from "./read-account.server";

const merged = alias(people, "merged");
const details = prepared((db) =>
  db
    .select({
      jobTitle: people.jobTitle,
      team: people.team,
      kindOfWork: roleGroups.name,
      lineManagerEmail: people.lineManagerEmail,
      accessNeeds: people.accessNeeds,
      dietaryNeeds: people.dietaryNeeds,
      createdAt: people.createdAt,
      mergedIntoName: merged.name,
      hasPassword: sql<boolean>`coalesce(${people.passwordHash} like '$argon2id$%', 0)`.mapWith(Boolean),
      singleSignOn: sql<boolean>`exists (select 1 from ${externalIdentities}
        where ${externalIdentities.personId} = ${people.id})`.mapWith(Boolean),
      secondFactorSince: secondFactors.confirmedAt,
    })
    .from(people)
    .leftJoin(roleGroups, eq(roleGroups.id, people.roleGroupId))
    .leftJoin(merged, eq(merged.id, people.mergedIntoId))
    .leftJoin(secondFactors, eq(secondFactors.personId, people.id))
    .where(eq(people.id, sql.placeholder("id")))
    .prepare(),
);

const giver = alias(people, "giver");
const grants = prepared((db) =>
  db
    .select({ role: roleGrants.role, grantedAt: roleGrants.grantedAt, grantedByName: giver.name })
    .from(roleGrants)
    .leftJoin(giver, eq(giver.id, roleGrants.grantedBy))
    .where(eq(roleGrants.personId, sql.placeholder("id")))
    .orderBy(asc(roleGrants.grantedAt), asc(roleGrants.role))
    .prepare(),
);

const namingThem = prepared((db) =>
  db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(
      and(
        eq(sql`lower(${people.lineManagerEmail})`, sql`lower(${sql.placeholder("email")})`),
        isNull(people.disabledAt),
        ne(people.id, sql.placeholder("id")),
      ),
    )
    .orderBy(asc(sql`lower(${people.name})`))
    .prepare(),
);

const managedBy = prepared((db) =>
  db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(eq(sql`lower(${people.email})`, sql`lower(${sql.placeholder("email")})`))
    .prepare(),
);

/** How somebody signs in is for those who can do something about it. */
const waysIn = (ctx: Pick<Context, "db" | "clock">, account: Account, row: Ways) => ({
  hasPassword: row.hasPassword,
  singleSignOn: row.singleSignOn,
  secondFactorSince: row.secondFactorSince,
  places: listAuthSessions(ctx, account.id).filter(
    (authSession) => !isOver(authSession, account.roles, ctx.clock.now()),
  ).length,
});
type Ways = { hasPassword: boolean; singleSignOn: boolean; secondFactorSince: number | null };

/**
 * Access and dietary needs are null for those who do not arrange the day, and `waysIn` for those who do not administer.
 * @throws Forbidden, NotFound
 */
export function readPersonRecord(ctx: Pick<Context, "db" | "clock" | "actor">, personId: string) {
  if (!mayLookAfterPeople(ctx.actor)) throw new Forbidden("people");
  const { roles: _granted, ...account } = readAccount(ctx, personId);
  const row = details(ctx.db).get({ id: personId });
  if (!row) throw new NotFound("person");
  const { accessNeeds, dietaryNeeds, mergedIntoName, lineManagerEmail, ...rest } = row;
  const { jobTitle, team, kindOfWork, createdAt } = rest;
  return {
    ...account,
    jobTitle,
    team,
    kindOfWork,
    createdAt,
    mergedInto:
      account.mergedIntoId === null ? null : { id: account.mergedIntoId, name: mergedIntoName ?? "" },
    needs: maySeeAccessNeeds(ctx.actor) ? { accessNeeds, dietaryNeeds } : null,
    lineManager: lineManagerEmail
      ? { email: lineManagerEmail, account: managedBy(ctx.db).get({ email: lineManagerEmail }) ?? null }
      : null,
    namedBy: namingThem(ctx.db).all({ id: personId, email: account.email }),
    roles: grants(ctx.db).all({ id: personId }),
    waysIn: mayAdminister(ctx.actor) ? waysIn(ctx, { ...account, roles: _granted }, rest) : null,
  };
}
