// A coordinator puts a trainer from the pool on a session; a clash or an approval that runs out is refused. Once the session
// is published they are asked whether they can, unless they have said so already.

import { transact } from "db/client";
import { trainerAssignments } from "db/schema";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import { mayTeach, readTeaching, type TeachingRefusal } from "~/domain/trainers/trainers.server";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { greetTrainer } from "./invite-trainers.server";
import { concernsTrainers, mayRunProgramme } from "./policy";
import { meetingsTaughtBy, readSession } from "./queries.server";
import { clash } from "./rules";
import type { AssignedTrainer } from "./sessions";

export type AssignRefusal =
  | TeachingRefusal
  | "already assigned"
  | "teaches elsewhere at that time"
  | "session is over";

/**
 * @param assignment.agreed they have told a coordinator that they can: they are not asked
 * @throws Forbidden, NotFound
 */
export function assignTrainer(
  ctx: Context,
  assignment: { sessionId: string; personId: string; part: AssignedTrainer["part"]; agreed?: boolean },
): Result<null, AssignRefusal> {
  return transact(ctx.db, () => {
    if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
    const { sessionId, personId, part } = assignment;
    const session = readSession(ctx, sessionId);
    const now = ctx.clock.now();
    if (session.status === "cancelled" || session.status === "delivered") return refused("session is over");
    if (session.trainers.some((trainer) => trainer.personId === personId)) return refused("already assigned");

    const { trainer, approvedUntil } = readTeaching(ctx, personId, session.courseId);
    const firstDay = session.meetings[0]?.date ?? "";
    const lastDay = session.meetings.at(-1)?.date ?? "";
    const refusal = mayTeach(trainer, approvedUntil, { firstDay, lastDay });
    if (refusal) return refused(refusal);
    const taught = meetingsTaughtBy(ctx, personId, session.startsAt);
    if (clash(session.meetings, taught)) return refused("teaches elsewhere at that time");

    // Who is put on a session that has begun is in the room.
    const confirmed = assignment.agreed || session.startsAt <= now;
    const assignedBy = actorPersonId(ctx.actor);
    const row = { sessionId, personId, part, assignedAt: now, assignedBy };
    ctx.db
      .insert(trainerAssignments)
      .values({ ...row, confirmedAt: confirmed ? now : null })
      .run();
    recordAudit(ctx, {
      action: "sessions.trainer assigned",
      subjectKind: "session",
      subjectId: sessionId,
      aboutPersonId: personId,
      detail: { part, ...(assignment.agreed && { agreed: true as const }) },
    });
    const after = readSession(ctx, sessionId);
    const added = after.trainers.find((each) => each.personId === personId);
    if (added && concernsTrainers(after, now)) greetTrainer(ctx, after, added);
    return done(null);
  });
}
