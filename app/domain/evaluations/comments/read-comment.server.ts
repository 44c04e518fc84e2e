// A coordinator has read what somebody wrote: it is quoted as they redacted it, kept back, or read and no more.
import { transact } from "db/client";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayReadWords } from "./comment-policy";
import { readWords } from "./comment-queries.server";
import { faultInQuote, type Quotability, type QuoteFault, type WordsState } from "./comment-rules";
import { writeState } from "./comment-state.server";

export type ReadRefusal = Exclude<Quotability, "yes"> | QuoteFault | "changed meanwhile";

export type ReadAnswer = {
  id: string;
  /** How it stood on the page that the answer is to. */
  seen: WordsState;
} & ({ outcome: "quoted"; redacted: string } | { outcome: "read" | "kept back" });

/**
 * Answers what was to be read; the same answer again changes nothing, another one asks to put it back first. The trail
 * says what kind of words it was and what was done, neither what they say nor about whom.
 * @throws Forbidden for anyone but coordinators; NotFound
 */
export function readComment(ctx: Context, answer: ReadAnswer): Result<null, ReadRefusal> {
  if (!mayReadWords(ctx.actor)) throw new Forbidden("words from evaluations");
  return transact(ctx.db, () => {
    const words = readWords(ctx, answer.id);
    const redacted = answer.outcome === "quoted" ? answer.redacted.trim() : null;
    if (words.state === answer.outcome && words.redacted === redacted) return done(null);
    if (words.state !== answer.seen || words.state !== "to read") return refused("changed meanwhile");
    if (redacted !== null) {
      if (words.quotability !== "yes") return refused(words.quotability);
      const fault = faultInQuote(words.text, redacted);
      if (fault) return refused(fault);
    }
    const read = { readAt: ctx.clock.now(), readBy: actorPersonId(ctx.actor) };
    writeState(ctx, words, { state: answer.outcome, redacted, ...read });
    recordAudit(ctx, {
      action: "evaluations.words read",
      subjectKind: words.kind === "commitment" ? "commitment" : "comment",
      subjectId: words.id,
      detail: { of: words.kind, outcome: answer.outcome },
    });
    return done(null);
  });
}
