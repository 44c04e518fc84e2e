// Learning done elsewhere ends: with its person, or once it was not accepted and nobody came back to it.
import { transact } from "db/client";
import { externalLearning, externalLearningCompetencies } from "db/schema";
import { eq, inArray } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { mayMoveRecords } from "./policy";

/** Rows with what belongs to them; who may is the caller's to decide, inside its transaction. */
export function deleteLearning(ctx: Context, ids: string[]): number {
  ctx.db
    .delete(externalLearningCompetencies)
    .where(inArray(externalLearningCompetencies.externalLearningId, ids))
    .run();
  return ctx.db.delete(externalLearning).where(inArray(externalLearning.id, ids)).run().changes;
}

/** Takes away pieces of learning. @returns how many there were. @throws Forbidden */
export function clearLearning(ctx: Context, ids: string[]): number {
  if (!mayMoveRecords(ctx.actor)) throw new Forbidden("external learning");
  return transact(ctx.db, () => deleteLearning(ctx, ids));
}

/**
 * The certificates room's part of erasing someone. What they told of learning elsewhere is in their own words and counts
 * for nobody else: it goes. Certificates stay, as those of nobody, so that a number can still be checked.
 * @throws Forbidden
 */
export function forgetLearning(ctx: Context, personId: string): void {
  if (!mayMoveRecords(ctx.actor)) throw new Forbidden("erasure");
  transact(ctx.db, () => {
    const theirs = ctx.db
      .select({ id: externalLearning.id })
      .from(externalLearning)
      .where(eq(externalLearning.personId, personId))
      .all();
    deleteLearning(
      ctx,
      theirs.map(({ id }) => id),
    );
  });
}
