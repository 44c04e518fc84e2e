// A coordinator opens a draft for booking.

import { transact } from "db/client";
import { sessions } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayRunProgramme } from "./policy";
import { readSession } from "./queries.server";

export type PublishRefusal = "not a draft" | "starts in the past";

/** Publishes a draft; a published session again changes nothing. @throws Forbidden, NotFound */
export function publishSession(ctx: Context, sessionId: string): Result<null, PublishRefusal> {
  return transact(ctx.db, () => {
    if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
    const session = readSession(ctx, sessionId);
    if (session.status === "published") return done(null);
    if (session.status !== "draft") return refused("not a draft");
    const now = ctx.clock.now();
    if (session.startsAt <= now) return refused("starts in the past");
    ctx.db
      .update(sessions)
      .set({ status: "published", updatedAt: now })
      .where(eq(sessions.id, sessionId))
      .run();
    recordAudit(ctx, { action: "sessions.published", subjectKind: "session", subjectId: sessionId });
    return done(null);
  });
}
