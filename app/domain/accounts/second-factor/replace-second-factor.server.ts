// Someone moves to another app or telephone. The old key works until the new app has shown its first code, so that the
// account is never without; the new key meanwhile travels, sealed, in the form.

import { transact } from "db/client";
import { secondFactors } from "db/schema";
import { eq } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { done, type Result, refused } from "~/shared/result";
import { ownId } from "../own-account/own-account.server";
import { type FactorSettled, settle } from "./confirm-second-factor.server";
import { giveSecondFactor } from "./give-second-factor.server";
import { readKeyToReplace, sealNewKey } from "./sealed-new-key.server";
import { seal, stepOf } from "./second-factor";
import { standingOfFactor } from "./set-up-second-factor.server";

/**
 * @param given.code of the old app, or a recovery code
 * @returns the signed-in session's new secret, and the sealed new key for the form. @throws Forbidden
 */
export function beginReplacement(
  ctx: Context,
  given: { authSessionId: string; code: string; secret: string },
): Result<{ secret: string; sealed: string }, "not on" | "wrong code"> {
  const personId = ownId(ctx);
  return transact(ctx.db, () => {
    const factor = standingOfFactor(ctx, personId);
    if (factor.is !== "on") return refused("not on");
    const { authSessionId, code, secret } = given;
    const gave = giveSecondFactor(ctx, { personId, authSessionId, code, secret });
    if (!gave.ok) return gave;
    return done({ secret: gave.value.secret, sealed: sealNewKey(ctx, factor, secret) });
  });
}

/** @param given.code of the new app. @returns as for a factor that is confirmed. @throws Forbidden */
export function finishReplacement(
  ctx: Context,
  given: { authSessionId: string; sealed: string; code: string; secret: string },
): Result<FactorSettled, "not begun" | "wrong code"> {
  const personId = ownId(ctx);
  return transact(ctx.db, () => {
    const key = readKeyToReplace(ctx, given.sealed, given.secret);
    if (key === null) return refused("not begun");
    const now = ctx.clock.now();
    const lastStep = stepOf(key, given.code, { now, lastStep: null });
    if (lastStep === null) return refused("wrong code");
    const sealedKey = seal(given.secret, key, ctx.ids.secret());
    const theirs = eq(secondFactors.personId, personId);
    ctx.db
      .update(secondFactors)
      .set({ sealedKey, startedAt: now, confirmedAt: now, lastStep })
      .where(theirs)
      .run();
    return done(settle(ctx, personId, given.authSessionId));
  });
}
