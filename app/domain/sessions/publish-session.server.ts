// A coordinator opens a draft for booking. Its trainers are asked whether they can teach it.

import { transact } from "db/client";
import { sessions } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { inviteTrainers } from "./invite-trainers.server";
import { mayRunProgramme } from "./policy";
import { readSession } from "./queries.server";

/** Which of several could not be published. */
export type PublishSeveralRefusal = { sessionId: string; reason: PublishRefusal };

/**
 * Publishes several drafts: all, or none if one cannot be. Those that are published already stay so.
 * @returns how many there were. @throws Forbidden, NotFound
 */
export function publishSessions(
  ctx: Context,
  sessionIds: readonly string[],
): Result<{ published: number }, PublishSeveralRefusal> {
  return transact(ctx.db, () => {
    const drafts = [...new Set(sessionIds)].filter((id) => readSession(ctx, id).status !== "published");
    for (const sessionId of drafts) {
      const reason = whyNotPublish(ctx, sessionId);
      if (reason) return refused({ sessionId, reason });
    }
    for (const sessionId of drafts) publishSession(ctx, sessionId);
    return done({ published: drafts.length });
  });
}

export type PublishRefusal = "not a draft" | "starts in the past";

/** Publishes a draft; a published session again changes nothing. @throws Forbidden, NotFound */
export function publishSession(ctx: Context, sessionId: string): Result<null, PublishRefusal> {
  return transact(ctx.db, () => {
    if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
    const session = readSession(ctx, sessionId);
    if (session.status === "published") return done(null);
    const refusal = whyNotPublish(ctx, sessionId);
    if (refusal) return refused(refusal);
    ctx.db
      .update(sessions)
      .set({ status: "published", updatedAt: ctx.clock.now() })
      .where(eq(sessions.id, sessionId))
      .run();
    recordAudit(ctx, { action: "sessions.published", subjectKind: "session", subjectId: sessionId });
    inviteTrainers(ctx, session);
    return done(null);
  });
}

function whyNotPublish(ctx: Context, sessionId: string): PublishRefusal | null {
  const session = readSession(ctx, sessionId);
  if (session.status !== "draft") return "not a draft";
  return session.startsAt <= ctx.clock.now() ? "starts in the past" : null;
}
