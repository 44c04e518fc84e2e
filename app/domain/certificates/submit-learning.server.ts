// Someone tells of learning done elsewhere, or puts right what they told and sends it again.
import { transact } from "db/client";
import { externalLearning } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { civilDateAt } from "~/shared/civil-time";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import type { LearningTold } from "./certificates";
import { countWaitingOf, readLearningRow, setCompetencies } from "./learning-rows.server";

export type SubmitRefusal = "not done yet" | "too long ago" | "accepted already" | "too many waiting";

/** A person's working life; before it, a year was mistyped. */
const oldest = "1960-01-01";
/** Nobody has more to tell at once; a coordinator reads each. */
const mostWaiting = 20;

/**
 * Sends learning to a coordinator to look at; with an `id`, instead of what was told before, unless that was accepted. The
 * competencies are what the person thinks it taught; those that do not exist are left out.
 * @throws NotFound for what is not the actor's own; Forbidden for someone not signed in
 */
export function submitLearning(
  ctx: Context,
  { id, ...told }: LearningTold & { id?: string },
): Result<{ learningId: string }, SubmitRefusal> {
  return transact(ctx.db, () => {
    if (ctx.actor.kind !== "person") throw new Forbidden("external learning");
    const { personId } = ctx.actor;
    const before = id === undefined ? null : readLearningRow(ctx, id);
    if (before?.state === "accepted") return refused("accepted already");
    if (told.completedOn > civilDateAt(ctx.clock.now())) return refused("not done yet");
    if (told.completedOn < oldest) return refused("too long ago");
    if (before?.state !== "submitted" && countWaitingOf(ctx, personId) >= mostWaiting)
      return refused("too many waiting");

    const { competencyIds, ...words } = told;
    const fresh = { ...words, state: "submitted" as const, submittedAt: ctx.clock.now() };
    const blank = { reviewedAt: null, reviewedBy: null, reviewNote: null, validUntil: null, courseId: null };
    const learningId = before?.id ?? ctx.ids.id();
    if (before)
      ctx.db
        .update(externalLearning)
        .set({ ...fresh, ...blank })
        .where(eq(externalLearning.id, learningId))
        .run();
    else
      ctx.db
        .insert(externalLearning)
        .values({ id: learningId, personId, ...fresh })
        .run();
    const competencies = setCompetencies(ctx, learningId, competencyIds);
    recordAudit(ctx, {
      action: "certificates.learning submitted",
      subjectKind: "external learning",
      subjectId: learningId,
      aboutPersonId: personId,
      detail: { again: before !== null, competencies },
    });
    return done({ learningId });
  });
}
