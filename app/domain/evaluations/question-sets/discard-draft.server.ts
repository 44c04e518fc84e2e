// A draft is given up: what is asked now stays, and questions that were written for it alone go with it.
import { transact } from "db/client";
import { instruments } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { done, type Result } from "~/shared/result";
import { loadDraft, writeItems } from "./draft-items.server";

/** @throws Forbidden, NotFound (also for one that was discarded before) */
export function discardDraft(ctx: Context, instrumentId: string): Result<null, "published"> {
  return transact(ctx.db, () => {
    const draft = loadDraft(ctx, instrumentId);
    if (!draft.ok) return draft;
    const { stage, courseId, version } = draft.value;
    writeItems(ctx, instrumentId, []);
    ctx.db.delete(instruments).where(eq(instruments.id, instrumentId)).run();
    recordAudit(ctx, {
      action: "evaluations.questions discarded",
      subjectKind: "question set",
      subjectId: instrumentId,
      detail: { stage, courseId, version },
    });
    return done(null);
  });
}
