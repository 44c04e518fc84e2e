// Closes an action of a signed release: done or dropped, and what came of it.
import { transact } from "db/client";
import { impactActions } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayCloseAction } from "./release-policy";
import { actionsOf, mustFindRelease } from "./release-queries.server";
import { isStanding } from "./release-rules";

export type CloseActionRefusal = "not signed off" | "nothing said" | "closed already";

/** The release itself stays as it was signed; the next one tells what came of it. @throws Forbidden, NotFound */
export function closeAction(
  ctx: Context,
  {
    releaseId,
    actionId,
    as,
    outcome,
  }: {
    releaseId: string;
    actionId: string;
    as: "done" | "dropped";
    outcome: string;
  },
): Result<null, CloseActionRefusal> {
  return transact(ctx.db, () => {
    if (!mayCloseAction(ctx.actor)) throw new Forbidden("actions");
    const release = mustFindRelease(ctx, releaseId);
    const action = actionsOf(ctx, releaseId).find(({ id }) => id === actionId);
    if (!action) throw new NotFound("action");
    if (!isStanding(release.state)) return refused("not signed off");
    if (outcome.trim() === "") return refused("nothing said");
    if (action.state !== "open") return refused("closed already");

    ctx.db
      .update(impactActions)
      .set({ state: as, closedAt: ctx.clock.now(), outcome: outcome.trim() })
      .where(eq(impactActions.id, actionId))
      .run();
    recordAudit(ctx, {
      action: "impact.release action closed",
      subjectKind: "release",
      subjectId: releaseId,
      detail: { actionId, as },
    });
    return done(null);
  });
}
