// A coordinator takes back what they did with somebody's words: a quote is no longer shown, and they can be read again.
import { transact } from "db/client";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { mayReadWords } from "./comment-policy";
import { readWords } from "./comment-queries.server";
import { writeState } from "./comment-state.server";

/**
 * Puts words back to be read; again changes nothing. Where the words themselves have been kept long enough and are gone,
 * the quote ends and there is nothing left to read.
 * @returns whether they can be read again. @throws Forbidden for anyone but coordinators; NotFound
 */
export function putCommentBack(ctx: Context, id: string): { readable: boolean } {
  if (!mayReadWords(ctx.actor)) throw new Forbidden("words from evaluations");
  return transact(ctx.db, () => {
    const words = readWords(ctx, id);
    const readable = words.text !== "";
    const state = readable ? "to read" : "kept back";
    if (words.state === state) return { readable };
    writeState(ctx, words, { state, redacted: null, readAt: null, readBy: null });
    recordAudit(ctx, {
      action: "evaluations.words put back",
      subjectKind: words.kind === "commitment" ? "commitment" : "comment",
      subjectId: words.id,
      detail: { of: words.kind, before: words.state },
    });
    return { readable };
  });
}
