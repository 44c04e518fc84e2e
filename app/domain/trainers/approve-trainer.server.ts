// A coordinator says what a trainer may teach, and until when.

import { transact } from "db/client";
import { courses, trainerApprovals, trainers } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import { civilDateAt } from "~/shared/civil-time";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayKeepPool } from "./policy";

export type ApproveTrainerRefusal = "not in the pool" | "no such course" | "already over";

/**
 * Approves (again) until a day that counts; a later call replaces the day.
 * @throws Forbidden
 */
export function approveTrainer(
  ctx: Context,
  approval: { personId: string; courseId: string; until: string },
): Result<null, ApproveTrainerRefusal> {
  return transact(ctx.db, () => {
    if (!mayKeepPool(ctx.actor)) throw new Forbidden("the training pool");
    if (!ctx.db.select().from(trainers).where(eq(trainers.personId, approval.personId)).get()) {
      return refused("not in the pool");
    }
    if (!ctx.db.select({ id: courses.id }).from(courses).where(eq(courses.id, approval.courseId)).get()) {
      return refused("no such course");
    }
    const now = ctx.clock.now();
    if (approval.until < civilDateAt(now)) return refused("already over");
    const row = { ...approval, approvedAt: now, approvedBy: actorPersonId(ctx.actor) };
    ctx.db
      .insert(trainerApprovals)
      .values(row)
      .onConflictDoUpdate({
        target: [trainerApprovals.personId, trainerApprovals.courseId],
        set: { until: row.until, approvedAt: row.approvedAt, approvedBy: row.approvedBy },
      })
      .run();
    recordAudit(ctx, {
      action: "trainers.approved",
      subjectKind: "course",
      subjectId: approval.courseId,
      aboutPersonId: approval.personId,
      detail: { until: approval.until },
    });
    return done(null);
  });
}
