// The questions of a draft: one is taken up from those there are, taken out, or moved a step.
import { transact } from "db/client";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { done, type Result } from "~/shared/result";
import { loadDraft, recordDraftChange, writeItems } from "./draft-items.server";
import { listLibrary } from "./instrument-queries.server";
import { type KeptItem, standTogether } from "./instrument-rules";

type OfDraft = { instrumentId: string; itemId: string };

/** Takes up an item from the library, at the end; one that is in it already stays. @throws Forbidden, NotFound */
export function addToDraft(ctx: Context, { instrumentId, itemId }: OfDraft): Result<null, "published"> {
  return transact(ctx.db, () => {
    const draft = loadDraft(ctx, instrumentId);
    if (!draft.ok) return draft;
    const { items } = draft.value;
    if (items.some(({ id }) => id === itemId)) return done(null);
    const item = listLibrary(ctx, instrumentId).find(({ id }) => id === itemId);
    if (!item) throw new NotFound("question");
    writeItems(ctx, instrumentId, [...items, item]);
    recordDraftChange(ctx, draft.value, "question added", itemId);
    return done(null);
  });
}

/** Out of the draft only: what was answered and other sets keep it. Not in it: nothing changes. @throws Forbidden, NotFound */
export function removeFromDraft(ctx: Context, { instrumentId, itemId }: OfDraft): Result<null, "published"> {
  return transact(ctx.db, () => {
    const draft = loadDraft(ctx, instrumentId);
    if (!draft.ok) return draft;
    const { items } = draft.value;
    if (!items.some(({ id }) => id === itemId)) return done(null);
    const stays = items.filter(({ id }) => id !== itemId);
    writeItems(ctx, instrumentId, stays);
    recordDraftChange(ctx, draft.value, "question taken out", itemId);
    return done(null);
  });
}

/** Past the nearest one under the same heading; at that end already changes nothing. @throws Forbidden, NotFound */
export function moveInDraft(
  ctx: Context,
  { instrumentId, itemId, direction }: OfDraft & { direction: "up" | "down" },
): Result<null, "published"> {
  return transact(ctx.db, () => {
    const draft = loadDraft(ctx, instrumentId);
    if (!draft.ok) return draft;
    const items = [...draft.value.items];
    const from = items.findIndex(({ id }) => id === itemId);
    const item = items[from];
    if (!item) throw new NotFound("question");
    const beside = (one: KeptItem, index: number) =>
      (direction === "up" ? index < from : index > from) && standTogether(one, item);
    const to = direction === "up" ? items.findLastIndex(beside) : items.findIndex(beside);
    const other = items[to];
    if (!other) return done(null);
    [items[from], items[to]] = [other, item];
    writeItems(ctx, instrumentId, items);
    recordDraftChange(ctx, draft.value, `question moved ${direction}`, itemId);
    return done(null);
  });
}
