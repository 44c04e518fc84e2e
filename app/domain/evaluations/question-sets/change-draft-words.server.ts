// What stands above the questions of a draft: its title and its introduction.
import { transact } from "db/client";
import { instruments } from "db/schema";
import { eq } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { done, type Result } from "~/shared/result";
import { loadDraft, recordDraftChange } from "./draft-items.server";

/** The same words change nothing. @throws Forbidden, NotFound */
export function changeDraftWords(
  ctx: Context,
  words: { instrumentId: string; title: string; introduction: string },
): Result<null, "published"> {
  return transact(ctx.db, () => {
    const read = loadDraft(ctx, words.instrumentId);
    if (!read.ok) return read;
    const { title, introduction } = words;
    if (read.value.title === title && read.value.introduction === introduction) return done(null);
    ctx.db
      .update(instruments)
      .set({ title, introduction })
      .where(eq(instruments.id, words.instrumentId))
      .run();
    recordDraftChange(ctx, read.value, "title or introduction");
    return done(null);
  });
}
