// A person is erased: because they asked, or because they left long ago. It cannot be undone.
import { transact } from "db/client";
import { actorPersonId, type Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { readErasureStanding } from "./erasure-queries.server";
import { type ErasureRefusal, mayBeErased } from "./erasure-rules";
import { mayEndRecords } from "./keeping-policy";
import { type Tombstone, takeOut } from "./take-out.server";

/**
 * Takes out everything that tells who they were, other accounts of theirs included. Training counts stay as they are.
 * Someone who is erased already stays so, and nothing changes.
 * @throws Forbidden, NotFound
 */
export function erasePerson(
  ctx: Context,
  erasure: { personId: string; reason: Tombstone["reason"] },
): Result<null, ErasureRefusal> {
  if (!mayEndRecords(ctx.actor)) throw new Forbidden("erasure");
  return transact(ctx.db, () => {
    const standing = readErasureStanding(ctx, erasure.personId);
    if (standing.erasedAt !== null) return done(null);
    const askedBy = actorPersonId(ctx.actor);
    const refusal = mayBeErased(standing, askedBy);
    if (refusal) return refused(refusal);
    const more = { erasedAt: ctx.clock.now(), reason: erasure.reason, erasedBy: askedBy };
    for (const { personId } of [standing, ...standing.mergedAccounts]) takeOut(ctx, { personId, ...more });
    return done(null);
  });
}
