// One account of a person takes over the self-assessments of another.
import { transact } from "db/client";
import { selfAssessments } from "db/schema";
import { eq } from "drizzle-orm";
import { type Context, holds } from "~/domain/context";
import { Forbidden } from "~/shared/problems";

/** The needs room's part of a merge: of two answers the newer counts, whichever account gave it. @throws Forbidden */
export function takeOverSelfAssessments(
  ctx: Context,
  { fromId, intoId }: { fromId: string; intoId: string },
): number {
  if (!holds(ctx.actor, "admin")) throw new Forbidden("merging accounts");
  return transact(
    ctx.db,
    () =>
      ctx.db
        .update(selfAssessments)
        .set({ personId: intoId })
        .where(eq(selfAssessments.personId, fromId))
        .run().changes,
  );
}
