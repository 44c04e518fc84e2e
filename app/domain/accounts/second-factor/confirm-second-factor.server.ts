// The first code of an app shows that it has the key: from now on signing in asks for one.
import { transact } from "db/client";
import { secondFactors } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { done, type Result, refused } from "~/shared/result";
import { ownId } from "../own-account/own-account.server";
import { tellOfChange } from "../own-account/tell-of-change.server";
import { aboutPerson } from "../people/read-account.server";
import { readPerson } from "../queries.server";
import { endAuthSessionsOf, renewAuthSession } from "../signing-in/auth.server";
import { replaceRecoveryCodes } from "./make-recovery-codes.server";
import { seal, stepOf } from "./second-factor";
import { readKeyToSetUp } from "./set-up-second-factor.server";

export type FactorSettled = { secret: string; recoveryCodes: string[] };

/**
 * @param given.secret the service's secret, which opens the sealed key
 * @returns the signed-in session's new secret, and recovery codes that can never be read again. @throws Forbidden
 */
export function confirmSecondFactor(
  ctx: Context,
  given: { authSessionId: string; code: string; secret: string },
): Result<FactorSettled, "not begun" | "wrong code"> {
  const personId = ownId(ctx);
  return transact(ctx.db, () => {
    const key = readKeyToSetUp(ctx, given);
    if (key === null) return refused("not begun");
    const now = ctx.clock.now();
    const lastStep = stepOf(key, given.code, { now, lastStep: null });
    if (lastStep === null) return refused("wrong code");
    const sealedKey = seal(given.secret, key, ctx.ids.secret());
    const theirs = eq(secondFactors.personId, personId);
    ctx.db.update(secondFactors).set({ sealedKey, confirmedAt: now, lastStep }).where(theirs).run();
    return done(settle(ctx, personId, given.authSessionId));
  });
}

/** What follows once a factor is on, inside the caller's transaction. Others signed in to the account are signed out. */
export function settle(ctx: Context, personId: string, authSessionId: string): FactorSettled {
  const recoveryCodes = replaceRecoveryCodes(ctx, personId);
  endAuthSessionsOf(ctx, personId, authSessionId);
  recordAudit(ctx, {
    action: "accounts.second factor set up",
    ...aboutPerson(personId),
  });
  tellOfChange(ctx, readPerson(ctx, personId), "second factor on");
  return { secret: renewAuthSession(ctx, authSessionId, "second factor"), recoveryCodes };
}
