// A coordinator puts a trainer from the pool on a session; a clash or an approval that runs out is refused.

import { transact } from "db/client";
import { trainerAssignments } from "db/schema";
import { and, eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import { mayTeach, readTeaching, type TeachingRefusal } from "~/domain/trainers/trainers.server";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayRunProgramme } from "./policy";
import { meetingsTaughtBy, readSession } from "./queries.server";
import { clash } from "./rules";
import type { AssignedTrainer } from "./sessions";

export type AssignRefusal =
  | TeachingRefusal
  | "already assigned"
  | "teaches elsewhere at that time"
  | "session is over";

/** @throws Forbidden, NotFound */
export function assignTrainer(
  ctx: Context,
  assignment: { sessionId: string; personId: string; part: AssignedTrainer["part"] },
): Result<null, AssignRefusal> {
  return transact(ctx.db, () => {
    if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
    const session = readSession(ctx, assignment.sessionId);
    const now = ctx.clock.now();
    if (session.status === "cancelled" || session.status === "delivered") return refused("session is over");
    if (session.trainers.some((trainer) => trainer.personId === assignment.personId))
      return refused("already assigned");

    const { trainer, approvedUntil } = readTeaching(ctx, assignment.personId, session.courseId);
    const firstDay = session.meetings[0]?.date ?? "";
    const lastDay = session.meetings.at(-1)?.date ?? "";
    const refusal = mayTeach(trainer, approvedUntil, { firstDay, lastDay });
    if (refusal) return refused(refusal);
    const taught = meetingsTaughtBy(ctx, assignment.personId, session.startsAt);
    if (clash(session.meetings, taught)) return refused("teaches elsewhere at that time");

    ctx.db
      .insert(trainerAssignments)
      .values({ ...assignment, assignedAt: now, assignedBy: actorPersonId(ctx.actor) })
      .run();
    recordAudit(ctx, {
      action: "sessions.trainer assigned",
      subjectKind: "session",
      subjectId: assignment.sessionId,
      aboutPersonId: assignment.personId,
      detail: { part: assignment.part },
    });
    return done(null);
  });
}

/** Takes a trainer off a session; someone who is not on it changes nothing. @throws Forbidden, NotFound */
export function unassignTrainer(ctx: Context, assignment: { sessionId: string; personId: string }): void {
  transact(ctx.db, () => {
    if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
    const session = readSession(ctx, assignment.sessionId);
    if (!session.trainers.some((trainer) => trainer.personId === assignment.personId)) return;
    ctx.db
      .delete(trainerAssignments)
      .where(
        and(
          eq(trainerAssignments.sessionId, assignment.sessionId),
          eq(trainerAssignments.personId, assignment.personId),
        ),
      )
      .run();
    recordAudit(ctx, {
      action: "sessions.trainer taken off",
      subjectKind: "session",
      subjectId: assignment.sessionId,
      aboutPersonId: assignment.personId,
    });
  });
}
