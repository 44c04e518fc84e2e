// Withdraws a signed release for good, with the reason that those who come by its address read in its place.
import { transact } from "db/client";
import { releases } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayWithdraw } from "./release-policy";
import { mustFindRelease } from "./release-queries.server";
import { stateAfter } from "./release-rules";

const longestReason = 1000;
export type WithdrawRefusal = "not signed off" | "nothing said" | "too long";

/** Its number is not given again. @throws Forbidden, NotFound */
export function withdrawRelease(
  ctx: Context,
  releaseId: string,
  because: string,
): Result<null, WithdrawRefusal> {
  return transact(ctx.db, () => {
    if (!mayWithdraw(ctx.actor)) throw new Forbidden("withdrawing a release");
    const release = mustFindRelease(ctx, releaseId);
    const state = stateAfter(release.state, "withdraw");
    if (!state || release.number === null) return refused("not signed off");
    const withdrawnBecause = because.replaceAll("\r\n", "\n").trim();
    if (withdrawnBecause === "") return refused("nothing said");
    if (withdrawnBecause.length > longestReason) return refused("too long");

    ctx.db
      .update(releases)
      .set({ state, withdrawnAt: ctx.clock.now(), withdrawnBecause })
      .where(eq(releases.id, releaseId))
      .run();
    recordAudit(ctx, {
      action: "impact.release withdrawn",
      subjectKind: "release",
      subjectId: releaseId,
      detail: { number: release.number, wasPublic: release.publicAt !== null },
    });
    return done(null);
  });
}
