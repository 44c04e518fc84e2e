// An account as the commands that change it need it, of people who have left too.
import { prepared } from "db/client";
import { agencies, type GrantedRole, people, roleGrants } from "db/schema";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { type Context, holds } from "~/domain/context";
import { NotFound } from "~/shared/problems";

type Reader = Pick<Context, "db">;

const oneAccount = prepared((db) =>
  db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      agencyId: people.agencyId,
      agencyName: agencies.name,
      agencyStanding: people.agencyStanding,
      disabledAt: people.disabledAt,
      mergedIntoId: people.mergedIntoId,
      erasedAt: people.erasedAt,
      roles: sql<
        string | null
      >`(select group_concat(${roleGrants.role}) from ${roleGrants} where ${roleGrants.personId} = ${people.id})`,
    })
    .from(people)
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .where(eq(people.id, sql.placeholder("id")))
    .prepare(),
);

export type Account = ReturnType<typeof readAccount>;

/** @throws NotFound */
export function readAccount(ctx: Reader, personId: string) {
  const row = oneAccount(ctx.db).get({ id: personId });
  if (!row) throw new NotFound("person");
  return { ...row, roles: new Set((row.roles ?? "").split(",").filter(Boolean) as GrantedRole[]) };
}

const anotherAdmin = prepared((db) =>
  db
    .select({ id: people.id })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(
      and(
        eq(roleGrants.role, "admin"),
        isNull(people.disabledAt),
        ne(people.id, sql.placeholder("personId")),
      ),
    )
    .limit(1)
    .prepare(),
);

/** Whether nobody would be left to administer the service without them. */
export const isLastAdmin = (ctx: Reader, account: Pick<Account, "id" | "roles" | "disabledAt">): boolean =>
  account.roles.has("admin") &&
  account.disabledAt === null &&
  !anotherAdmin(ctx.db).get({ personId: account.id });

/**
 * The agency that the person asking leads, or null. A lead whose own agency nobody has confirmed leads none: they may
 * just have changed to an address that proves nothing.
 */
export function agencyLedBy(ctx: Pick<Context, "db" | "actor">): { id: string; name: string } | null {
  if (ctx.actor.kind !== "person" || !holds(ctx.actor, "agency_lead")) return null;
  const own = readAccount(ctx, ctx.actor.personId);
  return own.agencyStanding === "confirmed" ? { id: own.agencyId, name: own.agencyName } : null;
}

export const aboutPerson = (personId: string) => ({
  subjectKind: "person",
  subjectId: personId,
  aboutPersonId: personId,
});
