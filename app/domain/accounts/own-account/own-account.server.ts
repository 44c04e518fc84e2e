// What a person sees of their own account: how they sign in, and where they are signed in.

import { prepared } from "db/client";
import { externalIdentities, people, recoveryCodes, secondFactors } from "db/schema";
import { asc, eq, sql } from "drizzle-orm";
import { actorPersonId, type Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { isOver } from "../rules";
import { type AuthSession, listAuthSessions } from "../signing-in/auth.server";

/** Whoever asks, about themselves: nobody else can be meant. @throws Forbidden for strangers and the system */
export function ownId(ctx: Pick<Context, "actor">): string {
  const personId = actorPersonId(ctx.actor);
  if (personId === null) throw new Forbidden("an account");
  return personId;
}

const waysIn = prepared((db) =>
  db
    .select({
      hasPassword: sql<boolean>`coalesce(${people.passwordHash} like '$argon2id$%', 0)`.mapWith(Boolean),
      secondFactorSince: secondFactors.confirmedAt,
      recoveryCodesLeft: sql<number>`(select count(*) from ${recoveryCodes}
        where ${recoveryCodes.personId} = ${people.id} and ${recoveryCodes.usedAt} is null)`,
    })
    .from(people)
    .leftJoin(secondFactors, eq(secondFactors.personId, people.id))
    .where(eq(people.id, sql.placeholder("id")))
    .prepare(),
);

const organisations = prepared((db) =>
  db
    .select({ issuer: externalIdentities.issuer, linkedAt: externalIdentities.linkedAt })
    .from(externalIdentities)
    .where(eq(externalIdentities.personId, sql.placeholder("id")))
    .orderBy(asc(externalIdentities.linkedAt))
    .prepare(),
);

/** How the person asking signs in. @throws Forbidden */
export function readWaysIn(ctx: Context) {
  const id = ownId(ctx);
  const row = waysIn(ctx.db).get({ id });
  if (!row) throw new Forbidden("an account");
  return { ...row, organisations: organisations(ctx.db).all({ id }) };
}

/** Where the person asking is signed in, the latest first; what has lasted too long is left out. @throws Forbidden */
export function listOwnAuthSessions(ctx: Context): AuthSession[] {
  const id = ownId(ctx);
  const roles = ctx.actor.kind === "person" ? ctx.actor.roles : new Set<never>();
  return listAuthSessions(ctx, id).filter((authSession) => !isOver(authSession, roles, ctx.clock.now()));
}
