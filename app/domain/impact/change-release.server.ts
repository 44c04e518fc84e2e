// Changes what a draft is called, which period it tells of, or which parts.
import { transact } from "db/client";
import { releaseSlices, releases } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { judgeOutline, type OutlineRefusal, type ReleaseOutline } from "./release-outline.server";
import { mayDraftRelease } from "./release-policy";
import { mustFindRelease, slicesOf } from "./release-queries.server";
import { mayBeChanged } from "./release-rules";

/** The same again changes nothing. @throws Forbidden, NotFound */
export function changeRelease(
  ctx: Context,
  releaseId: string,
  outline: ReleaseOutline,
): Result<null, OutlineRefusal | "not a draft"> {
  return transact(ctx.db, () => {
    if (!mayDraftRelease(ctx.actor)) throw new Forbidden("releases");
    const before = mustFindRelease(ctx, releaseId);
    if (!mayBeChanged(before.state)) return refused("not a draft");
    const judged = judgeOutline(ctx, outline);
    if (!judged.ok) return refused(judged.reason);
    const { title, period, slices } = judged.value;
    const fields = [
      title === before.title ? [] : ["title"],
      period.from === before.from && period.until === before.until ? [] : ["period"],
      JSON.stringify(slices) === JSON.stringify(slicesOf(ctx, releaseId)) ? [] : ["parts"],
    ].flat();
    if (fields.length === 0) return done(null);

    ctx.db
      .update(releases)
      .set({ title, from: period.from, until: period.until })
      .where(eq(releases.id, releaseId))
      .run();
    ctx.db.delete(releaseSlices).where(eq(releaseSlices.releaseId, releaseId)).run();
    if (slices.length > 0)
      ctx.db
        .insert(releaseSlices)
        .values(slices.map((slice, position) => ({ releaseId, ...slice, position })))
        .run();
    recordAudit(ctx, {
      action: "impact.release changed",
      subjectKind: "release",
      subjectId: releaseId,
      detail: { fields },
    });
    return done(null);
  });
}
