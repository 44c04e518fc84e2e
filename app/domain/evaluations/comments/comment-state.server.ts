// Writes what was done with words, whether a comment or a commitment.
import { comments, commitments } from "db/schema";
import { eq } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { WordsKind, WordsState } from "./comment-rules";

type Written = {
  state: WordsState;
  redacted: string | null;
  readAt: number | null;
  readBy: string | null;
};

/** Who read a commitment, and when, stands in the trail alone. */
export function writeState(
  ctx: Pick<Context, "db">,
  { id, kind }: { id: string; kind: WordsKind },
  { state, redacted, ...read }: Written,
): void {
  if (kind === "commitment")
    ctx.db.update(commitments).set({ state, redacted }).where(eq(commitments.id, id)).run();
  else
    ctx.db
      .update(comments)
      .set({ state, redacted, ...read })
      .where(eq(comments.id, id))
      .run();
}
