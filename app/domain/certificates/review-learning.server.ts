// A coordinator says whether learning done elsewhere counts, for how long, and as which course.
import { prepared, transact } from "db/client";
import { externalLearning, people } from "db/schema";
import { eq, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import { postMessage } from "~/domain/notifications/notifications.server";
import type { CivilDate } from "~/shared/civil-time";
import { Forbidden, NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import type { LearningState } from "./certificates";
import { isCourse, setCompetencies } from "./learning-rows.server";
import { isOwn, mayReview } from "./policy";

export type ReviewRefusal = "your own" | "changed meanwhile" | "no such course" | "ends before it was done";

export type Review = {
  learningId: string;
  /** How it stood, and since when, on the page that the answer is to. */
  seen: { state: LearningState; submittedAt: number };
  note: string | null;
} & (
  | { accept: true; validUntil: CivilDate | null; courseId: string | null; competencyIds: string[] }
  | { accept: false }
);

const toAnswer = prepared((db) =>
  db
    .select({ learning: externalLearning, personName: people.name, email: people.email })
    .from(externalLearning)
    .innerJoin(people, eq(people.id, externalLearning.personId))
    .where(eq(externalLearning.id, sql.placeholder("id")))
    .prepare(),
);
/**
 * Accepts or refuses, also instead of an earlier answer; the person is told each time. Nobody answers on their own learning.
 * @throws Forbidden, NotFound
 */
export function reviewLearning(ctx: Context, review: Review): Result<null, ReviewRefusal> {
  if (!mayReview(ctx.actor)) throw new Forbidden("external learning");
  return transact(ctx.db, () => {
    const row = toAnswer(ctx.db).get({ id: review.learningId });
    if (!row) throw new NotFound("learning");
    const { learning, personName, email } = row;
    const { id, personId, state, submittedAt, title } = learning;
    if (isOwn(ctx.actor, personId)) return refused("your own");
    if (state !== review.seen.state || submittedAt !== review.seen.submittedAt)
      return refused("changed meanwhile");
    const validUntil = review.accept ? review.validUntil : null;
    const courseId = review.accept ? review.courseId : null;
    if (courseId !== null && !isCourse(ctx, courseId)) return refused("no such course");
    if (validUntil !== null && validUntil < learning.completedOn) return refused("ends before it was done");

    const at = ctx.clock.now();
    const answer = { reviewedAt: at, reviewedBy: actorPersonId(ctx.actor), reviewNote: review.note };
    ctx.db
      .update(externalLearning)
      .set({ ...answer, state: review.accept ? "accepted" : "refused", validUntil, courseId })
      .where(eq(externalLearning.id, id))
      .run();
    const about = { subjectKind: "external learning", subjectId: id, aboutPersonId: personId };
    if (review.accept) {
      const competencies = setCompetencies(ctx, id, review.competencyIds);
      const detail = { competencies, validUntil, countsAs: courseId, before: state };
      recordAudit(ctx, { action: "certificates.learning accepted", ...about, detail });
    } else recordAudit(ctx, { action: "certificates.learning refused", ...about, detail: { before: state } });
    postMessage(ctx, {
      kind: "external learning answered",
      key: `external-learning/${id}/${at}`,
      to: { personId, email },
      facts: {
        ...{ personName, title, validUntil },
        learningId: id,
        accepted: review.accept,
        note: review.note,
      },
    });
    return done(null);
  });
}
