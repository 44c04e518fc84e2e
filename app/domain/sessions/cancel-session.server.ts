// A coordinator calls a session off. The bookings room calls this, ends every booking and tells each person.

import { transact } from "db/client";
import { sessions } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayRunProgramme } from "./policy";
import { readSession } from "./queries.server";
import type { CallOffReason, Session } from "./sessions";
import { tellTrainers } from "./tell-trainers.server";

export type CallOffRefusal = "has begun" | "is delivered";

/** Cancels a session and tells its trainers; one that is cancelled already stays as it is. @throws Forbidden, NotFound */
export function cancelSession(
  ctx: Context,
  { sessionId, reason }: { sessionId: string; reason: CallOffReason },
): Result<Session, CallOffRefusal> {
  return transact(ctx.db, () => {
    if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
    const session = readSession(ctx, sessionId);
    if (session.status === "cancelled") return done(session);
    if (session.status === "delivered") return refused("is delivered");
    if (ctx.clock.now() >= session.startsAt) return refused("has begun");
    ctx.db
      .update(sessions)
      .set({ status: "cancelled", revision: session.revision + 1, updatedAt: ctx.clock.now() })
      .where(eq(sessions.id, sessionId))
      .run();
    recordAudit(ctx, {
      action: "sessions.cancelled",
      subjectKind: "session",
      subjectId: sessionId,
      detail: { reason },
    });
    const after: Session = { ...session, status: "cancelled", revision: session.revision + 1 };
    tellTrainers(ctx, after, { changed: [], before: session, calledOff: reason });
    return done(after);
  });
}
