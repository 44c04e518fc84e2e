// Someone takes their second factor off, by a last code of it; not where their role asks for one.

import { transact } from "db/client";
import { authSessions, recoveryCodes, secondFactors } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { done, type Result, refused } from "~/shared/result";
import { ownId } from "../own-account/own-account.server";
import { tellOfChange } from "../own-account/tell-of-change.server";
import { aboutPerson } from "../people/read-account.server";
import { readPartnership, readPerson } from "../queries.server";
import { owedBy } from "../rules";
import { endAuthSessionById, listAuthSessions } from "../signing-in/auth.server";
import { giveSecondFactor } from "./give-second-factor.server";
import { standingOfFactor } from "./set-up-second-factor.server";

export type RemovalRefusal = "not on" | "role asks for it" | "wrong code";

/** Whether the role of the person asking lets nothing open without a second factor. */
export function mustHaveSecondFactor(ctx: Pick<Context, "db" | "actor">): boolean {
  if (ctx.actor.kind !== "person") return false;
  const without = { hasSecondFactor: false, roles: ctx.actor.roles };
  return owedBy({ secondFactorAt: null }, without, readPartnership(ctx).secondFactorRoles) !== null;
}

/**
 * @param given.code of the app, or a recovery code
 * @returns the signed-in session's new secret; others signed in to the account are signed out. @throws Forbidden
 */
export function removeSecondFactor(
  ctx: Context,
  given: { authSessionId: string; code: string; secret: string },
): Result<{ secret: string }, RemovalRefusal> {
  const personId = ownId(ctx);
  return transact(ctx.db, () => {
    if (standingOfFactor(ctx, personId).is !== "on") return refused("not on");
    if (mustHaveSecondFactor(ctx)) return refused("role asks for it");
    const { authSessionId, code, secret } = given;
    const others = listAuthSessions(ctx, personId).filter(({ id }) => id !== authSessionId);
    const gave = giveSecondFactor(ctx, { personId, authSessionId, code, secret });
    if (!gave.ok) return gave;
    for (const { id } of others) endAuthSessionById(ctx, personId, id);
    // A factor that is no more says nothing about the session: one that a role asks for later is owed again.
    ctx.db.update(authSessions).set({ secondFactorAt: null }).where(eq(authSessions.userId, personId)).run();
    ctx.db.delete(secondFactors).where(eq(secondFactors.personId, personId)).run();
    ctx.db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId)).run();
    recordAudit(ctx, {
      action: "accounts.second factor removed",
      ...aboutPerson(personId),
    });
    tellOfChange(ctx, readPerson(ctx, personId), "second factor off");
    return done(gave.value);
  });
}
