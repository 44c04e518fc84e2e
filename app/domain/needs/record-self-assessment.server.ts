// Someone says when they were last trained in what they need, and how confident they are. Kept beside earlier answers.

import { prepared, transact } from "db/client";
import { selfAssessmentAnswers, selfAssessments } from "db/schema";
import { desc, eq, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { type AssessmentAnswer, isConfidence } from "./needs";
import { mayAssess } from "./policy";
import { requiredOf } from "./queries.server";
import { isRepeat } from "./rules";

export type SelfAssessmentRefusal = "nothing required" | "nothing answered";

const newestOf = prepared((db) =>
  db
    .select()
    .from(selfAssessments)
    .where(eq(selfAssessments.personId, sql.placeholder("personId")))
    .orderBy(desc(selfAssessments.takenAt), desc(selfAssessments.id))
    .limit(1)
    .prepare(),
);
const answersOf = prepared((db) =>
  db
    .select()
    .from(selfAssessmentAnswers)
    .where(eq(selfAssessmentAnswers.selfAssessmentId, sql.placeholder("id")))
    .prepare(),
);

/**
 * Keeps a new self-assessment; earlier ones stay. An answer left blank leaves what was said before standing. Answers
 * about competencies that the person's kind of work does not require are left out. The same form sent again within a
 * minute changes nothing. The audit entry tells that there is an assessment, never what it says.
 * @throws NotFound when it is not the actor's own
 */
export function recordSelfAssessment(
  ctx: Context,
  assessment: { personId: string; answers: readonly AssessmentAnswer[] },
): Result<{ selfAssessmentId: string }, SelfAssessmentRefusal> {
  return transact(ctx.db, () => {
    const { personId } = assessment;
    if (!mayAssess(ctx.actor, personId)) throw new NotFound("person");
    const required = requiredOf(ctx, personId);
    if (required.length === 0) return refused("nothing required");
    const answers = required.flatMap((competencyId) => {
      const answer = assessment.answers.find((given) => given.competencyId === competencyId);
      return answer && (answer.lastTrained !== null || answer.confidence !== null) ? [answer] : [];
    });
    if (answers.length === 0) return refused("nothing answered");
    if (answers.some(({ confidence }) => confidence !== null && !isConfidence(confidence))) {
      throw new Error("A confidence is off its scale of 0 to 10.");
    }

    const now = ctx.clock.now();
    const newest = newestOf(ctx.db).get({ personId });
    if (newest) {
      const before = { takenAt: newest.takenAt, answers: answersOf(ctx.db).all({ id: newest.id }) };
      if (isRepeat(before, answers, now)) return done({ selfAssessmentId: newest.id });
    }

    const selfAssessmentId = ctx.ids.id();
    ctx.db.insert(selfAssessments).values({ id: selfAssessmentId, personId, takenAt: now }).run();
    ctx.db
      .insert(selfAssessmentAnswers)
      .values(answers.map((answer) => ({ ...answer, selfAssessmentId })))
      .run();
    recordAudit(ctx, {
      action: "needs.assessed",
      subjectKind: "self-assessment",
      subjectId: selfAssessmentId,
      aboutPersonId: personId,
      detail: { answers: answers.length },
    });
    return done({ selfAssessmentId });
  });
}
