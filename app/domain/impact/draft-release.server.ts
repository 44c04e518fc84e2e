// Begins a release: what it is called, which period it tells of, and which parts besides the whole partnership.
import { transact } from "db/client";
import { releaseSlices, releases } from "db/schema";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { judgeOutline, type OutlineRefusal, type ReleaseOutline } from "./release-outline.server";
import { mayDraftRelease } from "./release-policy";

/** @throws Forbidden for anyone but a coordinator */
export function draftRelease(
  ctx: Context,
  outline: ReleaseOutline,
): Result<{ releaseId: string }, OutlineRefusal> {
  return transact(ctx.db, () => {
    const { actor } = ctx;
    if (!mayDraftRelease(actor) || actor.kind !== "person") throw new Forbidden("releases");
    const judged = judgeOutline(ctx, outline);
    if (!judged.ok) return refused(judged.reason);
    const { title, period, slices } = judged.value;

    const releaseId = ctx.ids.id();
    ctx.db
      .insert(releases)
      .values({
        id: releaseId,
        title,
        from: period.from,
        until: period.until,
        state: "draft",
        draftedAt: ctx.clock.now(),
        draftedBy: actor.personId,
      })
      .run();
    if (slices.length > 0)
      ctx.db
        .insert(releaseSlices)
        .values(slices.map((slice, position) => ({ releaseId, ...slice, position })))
        .run();
    recordAudit(ctx, {
      action: "impact.release drafted",
      subjectKind: "release",
      subjectId: releaseId,
      detail: { from: period.from, until: period.until, parts: slices.length },
    });
    return done({ releaseId });
  });
}
