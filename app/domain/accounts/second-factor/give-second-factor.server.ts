// Someone who has given the first factor gives the second: a code from their app, or one of their recovery codes.

import { transact } from "db/client";
import { recoveryCodes, secondFactors } from "db/schema";
import { and, count, eq, isNull } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { done, type Result, refused } from "~/shared/result";
import { renewAuthSession } from "../signing-in/auth.server";
import { recoveryCodeHash, stepOf, unseal } from "./second-factor";

/**
 * @param given.secret the service's secret, which opens the sealed key
 * @returns the session's new secret; the old one opens nothing any more
 */
export function giveSecondFactor(
  ctx: Context,
  given: { personId: string; authSessionId: string; code: string; secret: string },
): Result<{ secret: string }, "wrong code"> {
  return transact(ctx.db, () => {
    const right = /^\d{6}$/.test(given.code) ? takeCode(ctx, given) : takeRecoveryCode(ctx, given);
    if (!right) {
      recordAudit(ctx, {
        action: "accounts.second factor refused",
        subjectKind: "person",
        subjectId: given.personId,
        aboutPersonId: given.personId,
      });
      return refused("wrong code");
    }
    return done({ secret: renewAuthSession(ctx, given.authSessionId, "second factor") });
  });
}

/** A code works once: the half minute it belongs to is kept. A key that still waits for its first code gives none. */
function takeCode(
  ctx: Context,
  { personId, code, secret }: { personId: string; code: string; secret: string },
): boolean {
  const factor = ctx.db.select().from(secondFactors).where(eq(secondFactors.personId, personId)).get();
  if (!factor || factor.confirmedAt === null) return false;
  const step = stepOf(unseal(secret, factor.sealedKey), code, {
    now: ctx.clock.now(),
    lastStep: factor.lastStep,
  });
  if (step === null) return false;
  ctx.db.update(secondFactors).set({ lastStep: step }).where(eq(secondFactors.personId, personId)).run();
  return true;
}

function takeRecoveryCode(ctx: Context, { personId, code }: { personId: string; code: string }): boolean {
  const mine = eq(recoveryCodes.personId, personId);
  const used = ctx.db
    .update(recoveryCodes)
    .set({ usedAt: ctx.clock.now() })
    .where(and(mine, eq(recoveryCodes.codeHash, recoveryCodeHash(code)), isNull(recoveryCodes.usedAt)))
    .run();
  if (used.changes !== 1) return false;
  const left = ctx.db
    .select({ n: count() })
    .from(recoveryCodes)
    .where(and(mine, isNull(recoveryCodes.usedAt)))
    .get();
  recordAudit(ctx, {
    action: "accounts.recovery code used",
    subjectKind: "person",
    subjectId: personId,
    aboutPersonId: personId,
    detail: { left: left?.n ?? 0 },
  });
  return true;
}
