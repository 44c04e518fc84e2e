// A new question in a draft, of any kind that its stage can ask.
import { transact } from "db/client";
import { courseOutcomes, items } from "db/schema";
import { and, eq } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { insertItem, loadDraft, recordDraftChange, writeItems } from "./draft-items.server";
import {
  faultOf,
  type ItemFault,
  type ItemKind,
  type ItemWords,
  type KeptSet,
  kindsAt,
} from "./instrument-rules";

/**
 * Writes an item at the end of a draft. `outcome`: the course's learning outcome it asks about, for its own questions.
 * @throws Forbidden, NotFound (also for a kind that the stage cannot ask, or no such outcome)
 */
export function writeItem(
  ctx: Context,
  written: ItemWords & { instrumentId: string; kind: Exclude<ItemKind, "recalled">; outcome: number | null },
): Result<{ itemId: string }, "published" | ItemFault> {
  return transact(ctx.db, () => {
    const { instrumentId, ...words } = written;
    const draft = loadDraft(ctx, instrumentId);
    if (!draft.ok) return draft;
    const set = draft.value;
    if (!kindsAt(set.stage, set.courseId).includes(words.kind)) throw new NotFound("kind of question");
    mustBeOutcome(ctx, set, words.outcome);
    const fault = faultOf(words.kind, words);
    if (fault) return refused(fault);
    const slug = freeSlug(ctx, words.kind);
    const item = insertItem(ctx, { ...words, slug, courseId: set.courseId, recallsItemId: null });
    writeItems(ctx, instrumentId, [...set.items, item]);
    recordDraftChange(ctx, set, "question written", item.id);
    return done({ itemId: item.id });
  });
}

function mustBeOutcome({ db }: Context, { courseId }: KeptSet, outcome: number | null): void {
  if (outcome === null) return;
  const itIs = and(eq(courseOutcomes.courseId, courseId ?? ""), eq(courseOutcomes.position, outcome));
  if (!db.select().from(courseOutcomes).where(itIs).get()) throw new NotFound("learning outcome");
}

function freeSlug({ db }: Context, kind: ItemKind): string {
  const taken = new Set(
    db
      .select({ slug: items.slug })
      .from(items)
      .all()
      .map(({ slug }) => slug),
  );
  let number = 1;
  while (taken.has(`${kind}-${number}`)) number += 1;
  return `${kind}-${number}`;
}
