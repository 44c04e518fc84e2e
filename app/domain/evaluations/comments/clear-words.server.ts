// What people wrote ends before their answers do: the words go, what was quoted of them stays, and so do the counts.
import { transact } from "db/client";
import { comments, commitments } from "db/schema";
import { and, eq, inArray, ne } from "drizzle-orm";
import { type Context, holds } from "~/domain/context";
import { Forbidden } from "~/shared/problems";

const mustKeepHouse = (ctx: Pick<Context, "actor">) => {
  if (ctx.actor.kind !== "system" && !holds(ctx.actor, "admin"))
    throw new Forbidden("words from evaluations");
};

const withoutWords = { what: "", byWhen: null, withWhom: null, obstacle: null };

/**
 * Ends comments that have been kept long enough: of a quoted one the redacted words stay, any other goes.
 * @returns how many. @throws Forbidden for anyone but the system and administrators
 */
export function clearComments(ctx: Context, ids: string[]): number {
  mustKeepHouse(ctx);
  return transact(ctx.db, () => {
    const which = inArray(comments.id, ids);
    const gone = ctx.db
      .delete(comments)
      .where(and(which, ne(comments.state, "quoted")))
      .run();
    return gone.changes + ctx.db.update(comments).set({ text: "" }).where(which).run().changes;
  });
}

/**
 * Takes the words out of commitments whose follow-up is over: that there was one, and what became of it, stays to be
 * counted. One that nobody has read by then is not quoted.
 * @returns how many. @throws Forbidden for anyone but the system and administrators
 */
export function clearCommitments(ctx: Context, ids: string[]): number {
  mustKeepHouse(ctx);
  return transact(ctx.db, () => {
    const which = inArray(commitments.id, ids);
    const unread = and(which, eq(commitments.state, "to read"));
    ctx.db.update(commitments).set({ state: "kept back" }).where(unread).run();
    return ctx.db.update(commitments).set(withoutWords).where(which).run().changes;
  });
}

/**
 * The part of erasing someone that is about words: theirs, their managers' about them, and what was quoted. That they
 * made commitments, and what became of those, stays to be counted.
 * @throws Forbidden for anyone but the system and administrators
 */
export function forgetWordsOf(ctx: Context, respondentIds: string[]): void {
  mustKeepHouse(ctx);
  transact(ctx.db, () => {
    ctx.db.delete(comments).where(inArray(comments.respondentId, respondentIds)).run();
    ctx.db
      .update(commitments)
      .set({ ...withoutWords, state: "kept back", redacted: null })
      .where(inArray(commitments.respondentId, respondentIds))
      .run();
  });
}
