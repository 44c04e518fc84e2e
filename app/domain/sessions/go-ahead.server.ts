// A coordinator decides that a session goes ahead, however many have booked.

import { transact } from "db/client";
import { sessions } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayRunProgramme } from "./policy";
import { readSession } from "./queries.server";

export type GoAheadRefusal = "no minimum" | "session is over";

/** Records the decision; again changes nothing. @throws Forbidden, NotFound */
export function goAhead(ctx: Context, sessionId: string): Result<null, GoAheadRefusal> {
  return transact(ctx.db, () => {
    if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
    const session = readSession(ctx, sessionId);
    if (session.status === "cancelled" || session.status === "delivered") return refused("session is over");
    const { minimum } = session;
    if (minimum === null) return refused("no minimum");
    if (session.goAheadAt !== null) return done(null);
    const now = ctx.clock.now();
    ctx.db.update(sessions).set({ goAheadAt: now, updatedAt: now }).where(eq(sessions.id, sessionId)).run();
    recordAudit(ctx, {
      action: "sessions.goes ahead",
      subjectKind: "session",
      subjectId: sessionId,
      detail: { minimum },
    });
    return done(null);
  });
}
