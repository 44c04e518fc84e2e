// Sends a draft for review, which freezes what it says; or sends it back to be changed.
import { transact } from "db/client";
import { releases } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { type FreezeRefusal, freezeRelease } from "./release-figures.server";
import { mayDraftRelease, maySendBack } from "./release-policy";
import { mustFindRelease } from "./release-queries.server";
import { stateAfter } from "./release-rules";

/**
 * Freezes the figures of this moment, the sentences about them, the narrative and the actions; only they are reviewed,
 * signed and shown from then on.
 * @throws Forbidden, NotFound
 */
export function sendForReview(ctx: Context, releaseId: string): Result<null, "not a draft" | FreezeRefusal> {
  return transact(ctx.db, () => {
    if (!mayDraftRelease(ctx.actor)) throw new Forbidden("releases");
    const release = mustFindRelease(ctx, releaseId);
    const state = stateAfter(release.state, "send for review");
    if (!state) return refused("not a draft");
    const frozenAt = ctx.clock.now();
    const frozen = freezeRelease(ctx, release, frozenAt);
    if (!frozen.ok) return refused(frozen.reason);

    ctx.db
      .update(releases)
      .set({ state, frozenAt, ...frozen.value })
      .where(eq(releases.id, releaseId))
      .run();
    recordAudit(ctx, {
      action: "impact.release sent for review",
      subjectKind: "release",
      subjectId: releaseId,
      detail: { method: frozen.value.methodVersion },
    });
    return done(null);
  });
}

/** What was frozen is let go: it is frozen anew, from the figures of then. @throws Forbidden, NotFound */
export function backToDraft(ctx: Context, releaseId: string): Result<null, "not in review"> {
  return transact(ctx.db, () => {
    if (!maySendBack(ctx.actor)) throw new Forbidden("releases");
    const release = mustFindRelease(ctx, releaseId);
    const state = stateAfter(release.state, "send back");
    if (!state) return refused("not in review");

    ctx.db
      .update(releases)
      .set({ state, frozenAt: null, inputs: null, methodVersion: null, figures: null })
      .where(eq(releases.id, releaseId))
      .run();
    recordAudit(ctx, {
      action: "impact.release sent back",
      subjectKind: "release",
      subjectId: releaseId,
    });
    return done(null);
  });
}
