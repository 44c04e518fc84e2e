// Somebody has lost their second factor and every recovery code: an administrator who knows them takes it off.

import { transact } from "db/client";
import { recoveryCodes, secondFactors } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { tellOfChange } from "../own-account/tell-of-change.server";
import { aboutPerson, readAccount } from "../people/read-account.server";
import { mayAdminister } from "../policy";
import { endAuthSessionsOf } from "../signing-in/auth.server";

/**
 * They are signed out everywhere and told; where their role asks for a second factor they set one up at their next page.
 * Without one there is nothing to do. One's own is taken off by a code of it, on one's own account's page.
 * @throws Forbidden, NotFound
 */
export function resetSecondFactor(ctx: Context, personId: string): Result<null, "own account"> {
  if (!mayAdminister(ctx.actor)) throw new Forbidden("second factors");
  return transact(ctx.db, () => {
    const account = readAccount(ctx, personId);
    if (actorPersonId(ctx.actor) === personId) return refused("own account");
    const factor = ctx.db.delete(secondFactors).where(eq(secondFactors.personId, personId)).run();
    const codes = ctx.db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId)).run();
    if (factor.changes + codes.changes === 0) return done(null);
    endAuthSessionsOf(ctx, personId);
    recordAudit(ctx, { action: "accounts.second factor removed", ...aboutPerson(personId) });
    tellOfChange(ctx, account, "second factor reset");
    return done(null);
  });
}
