// A confidence question of the end is asked in hindsight as well, of the courses that wish it.
import { transact } from "db/client";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { done, type Result } from "~/shared/result";
import { insertItem, loadDraft, recordDraftChange, writeItems } from "./draft-items.server";
import { kindsAt, recalledWording } from "./instrument-rules";

/** Asked in hindsight already: nothing changes. @throws Forbidden, NotFound */
export function recallInDraft(
  ctx: Context,
  { instrumentId, itemId }: { instrumentId: string; itemId: string },
): Result<null, "published"> {
  return transact(ctx.db, () => {
    const draft = loadDraft(ctx, instrumentId);
    if (!draft.ok) return draft;
    const set = draft.value;
    const about = set.items.find(({ id, kind }) => id === itemId && kind === "confidence");
    if (!about || !kindsAt(set.stage, set.courseId).includes("recalled")) throw new NotFound("question");
    if (set.items.some(({ recallsItemId }) => recallsItemId === itemId)) return done(null);
    const wording = recalledWording(about.wording);
    const own = { slug: `recalled-${about.slug}`, kind: "recalled" as const, recallsItemId: itemId };
    const item = insertItem(ctx, { ...about, ...own, wording, courseId: null, outcome: null });
    writeItems(ctx, instrumentId, [...set.items, item]);
    recordDraftChange(ctx, set, "question written", item.id);
    return done(null);
  });
}
