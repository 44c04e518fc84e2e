// The list of items of a set that is not published: written as a whole, with recalled items in step and no item left over.
import type { Db } from "db/client";
import { instrumentItems, itemOptions, items } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { type Result, refused } from "~/shared/result";
import { loadSet, mustKeepSets, slugOfItem, versionsOfItem } from "./instrument-queries.server";
import {
  type ItemWords,
  inStep,
  type KeptItem,
  type KeptSet,
  type Listed,
  recalledWording,
  scaleOf,
} from "./instrument-rules";

/** @throws Forbidden, NotFound */
export function loadDraft(ctx: Context, instrumentId: string): Result<KeptSet, "published"> {
  mustKeepSets(ctx);
  const set = loadSet(ctx.db, instrumentId);
  return set.publishedAt === null ? { ok: true, value: set } : refused("published");
}

/** What happened to a draft, for its audit entries; never anything that was typed. */
export function recordDraftChange(ctx: Context, set: KeptSet, change: string, itemId?: string): void {
  recordAudit(ctx, {
    action: "evaluations.questions changed",
    subjectKind: "question set",
    subjectId: set.id,
    detail: { stage: set.stage, change, ...(itemId === undefined ? {} : { itemId }) },
  });
}

/** A new item, or a new version of one: the caller puts it into a draft. */
export function insertItem(
  ctx: Context,
  item: ItemWords & Pick<KeptItem, "slug" | "kind" | "courseId" | "outcome" | "recallsItemId">,
): KeptItem {
  const { options, ...own } = item;
  const id = ctx.ids.id();
  const version = (versionsOfItem(ctx.db, item.slug)[0]?.version ?? 0) + 1;
  ctx.db
    .insert(items)
    .values({ ...own, ...scaleOf(item.kind), id, version })
    .run();
  writeOptions(ctx.db, { ...item, id });
  return { ...item, id, version, out: false };
}

/** Positions begin at 1. Only for an item that is in no published set. */
export function writeOptions(db: Db, { id, kind, options }: Pick<KeptItem, "id" | "kind" | "options">): void {
  db.delete(itemOptions).where(eq(itemOptions.itemId, id)).run();
  options.forEach(({ text, right }, index) => {
    db.insert(itemOptions)
      .values({ itemId: id, position: index + 1, text, right: kind === "scenario" ? right : null })
      .run();
  });
}

/**
 * Writes these items in this order in the place of those of a set that nobody was asked yet. Recalled items follow the
 * confidence items; what is in no set any more and was never published is gone.
 */
export function writeItems(ctx: Context, instrumentId: string, list: readonly KeptItem[]): void {
  const { db } = ctx;
  const before = loadSet(db, instrumentId).items;
  const now = inStep(list, slugOfItem(db)).map((one) => madeAnew(ctx, one));
  db.delete(instrumentItems).where(eq(instrumentItems.instrumentId, instrumentId)).run();
  now.forEach(({ id }, position) => {
    db.insert(instrumentItems).values({ instrumentId, itemId: id, position }).run();
  });
  // Those who recall first: an item cannot go while another points to it.
  const left = [...before, ...list].filter(({ id, out }) => !out && !now.some((item) => item.id === id));
  const recallLast = (item: KeptItem) => (item.recallsItemId === null ? 1 : 0);
  for (const item of left.sort((a, b) => recallLast(a) - recallLast(b))) removeIfUnused(db, item.id);
}

function madeAnew(ctx: Context, { item, about }: Listed): KeptItem {
  if (about === null) return item;
  const made = versionsOfItem(ctx.db, item.slug).find(({ recallsItemId }) => recallsItemId === about.id);
  return (
    made ?? insertItem(ctx, { ...item, wording: recalledWording(about.wording), recallsItemId: about.id })
  );
}

/** Takes out an item that was never published, unless a set asks it or an item recalls it. */
function removeIfUnused(db: Db, id: string): void {
  const asked = db.select().from(instrumentItems).where(eq(instrumentItems.itemId, id)).limit(1).get();
  const recalled = db.select().from(items).where(eq(items.recallsItemId, id)).limit(1).get();
  if (asked || recalled) return;
  db.delete(itemOptions).where(eq(itemOptions.itemId, id)).run();
  db.delete(items).where(eq(items.id, id)).run();
}
