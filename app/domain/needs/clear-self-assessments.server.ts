// Old self-assessments go once newer answers stand in their place.
import { transact } from "db/client";
import { selfAssessmentAnswers, selfAssessments } from "db/schema";
import { inArray } from "drizzle-orm";
import { type Context, holds } from "~/domain/context";
import { Forbidden } from "~/shared/problems";

/** Takes away self-assessments with their answers. @returns how many there were. @throws Forbidden */
export function clearSelfAssessments(ctx: Context, ids: string[]): number {
  if (ctx.actor.kind !== "system" && !holds(ctx.actor, "admin")) throw new Forbidden("self-assessments");
  return transact(ctx.db, () => {
    ctx.db.delete(selfAssessmentAnswers).where(inArray(selfAssessmentAnswers.selfAssessmentId, ids)).run();
    return ctx.db.delete(selfAssessments).where(inArray(selfAssessments.id, ids)).run().changes;
  });
}
