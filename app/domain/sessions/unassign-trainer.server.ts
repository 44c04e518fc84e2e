// A coordinator takes a trainer off a session.

import { transact } from "db/client";
import { trainerAssignments } from "db/schema";
import { and, eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { releaseTrainer } from "./invite-trainers.server";
import { concernsTrainers, mayRunProgramme } from "./policy";
import { readSession } from "./queries.server";

/** Takes a trainer off a session, who hears of it; someone who is not on it changes nothing. @throws Forbidden, NotFound */
export function unassignTrainer(ctx: Context, assignment: { sessionId: string; personId: string }): void {
  transact(ctx.db, () => {
    if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
    const session = readSession(ctx, assignment.sessionId);
    const trainer = session.trainers.find(({ personId }) => personId === assignment.personId);
    if (!trainer) return;
    takeOff(ctx, assignment);
    recordAudit(ctx, {
      action: "sessions.trainer taken off",
      subjectKind: "session",
      subjectId: assignment.sessionId,
      aboutPersonId: assignment.personId,
    });
    if (concernsTrainers(session, ctx.clock.now()))
      releaseTrainer(ctx, session, trainer, { byThemselves: false });
  });
}

/** The row alone: whoever calls this says why. */
export function takeOff(
  ctx: Context,
  { sessionId, personId }: { sessionId: string; personId: string },
): void {
  const { sessionId: session, personId: person } = trainerAssignments;
  ctx.db
    .delete(trainerAssignments)
    .where(and(eq(session, sessionId), eq(person, personId)))
    .run();
}
