// A question in other words: once published it never changes, so a draft gets a new version of it.
import { transact } from "db/client";
import { items } from "db/schema";
import { eq } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { insertItem, loadDraft, recordDraftChange, writeItems, writeOptions } from "./draft-items.server";
import { stageRewording, versionsOfItem } from "./instrument-queries.server";
import {
  faultOf,
  type ItemFault,
  type ItemWords,
  type KeptItem,
  readsTheSame,
  recalledWording,
  type SetStage,
} from "./instrument-rules";

export type ChangeItemRefusal = "published" | ItemFault | { rewordedAt: SetStage };

/**
 * Puts an item of a draft in other words. What was published gets a new version, which is never paired with the old;
 * in the words that it was last published in it is that item again; and one that nobody was asked changes in place.
 * The same words change nothing. Another draft's rewording has to be published or taken back first.
 * @throws Forbidden, NotFound
 */
export function changeItem(
  ctx: Context,
  { instrumentId, itemId, ...words }: ItemWords & { instrumentId: string; itemId: string },
): Result<{ itemId: string }, ChangeItemRefusal> {
  return transact(ctx.db, () => {
    const draft = loadDraft(ctx, instrumentId);
    if (!draft.ok) return draft;
    const set = draft.value;
    const item = set.items.find(({ id }) => id === itemId);
    if (!item) throw new NotFound("question");
    const fault = faultOf(item.kind, words);
    if (fault) return refused(fault);
    if (readsTheSame(item, words)) return done({ itemId });
    const rewordedAt = item.out ? stageRewording(ctx.db, { slug: item.slug, instrumentId }) : null;
    if (rewordedAt) return refused({ rewordedAt });
    const next = inTheseWords(ctx, item, words);
    writeItems(
      ctx,
      instrumentId,
      set.items.map((one) => (one === item ? next : one)),
    );
    recordDraftChange(ctx, set, "question reworded", next.id);
    return done({ itemId: next.id });
  });
}

function inTheseWords(ctx: Context, item: KeptItem, words: ItemWords): KeptItem {
  const published = versionsOfItem(ctx.db, item.slug).find((one) => one.out);
  if (published && readsTheSame(published, words) && published.recallsItemId === item.recallsItemId)
    return published;
  if (item.out) return insertItem(ctx, { ...item, ...words });
  const { options, ...own } = words;
  ctx.db.update(items).set(own).where(eq(items.id, item.id)).run();
  writeOptions(ctx.db, { ...item, options });
  // What asks for it in hindsight quotes it, and was not published either.
  ctx.db
    .update(items)
    .set({ wording: recalledWording(words.wording) })
    .where(eq(items.recallsItemId, item.id))
    .run();
  return { ...item, ...words };
}
