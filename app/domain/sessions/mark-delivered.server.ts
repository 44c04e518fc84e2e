// A session is delivered once its last register is taken.

import { transact } from "db/client";
import { sessions } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { mayDeliver } from "./policy";
import { readSession } from "./queries.server";

/** Marking a delivered session again changes nothing. @throws Forbidden, NotFound */
export function markDelivered(ctx: Context, sessionId: string): void {
  transact(ctx.db, () => {
    const session = readSession(ctx, sessionId);
    if (!mayDeliver(ctx.actor, session, ctx.clock.now())) throw new Forbidden("this session");
    if (session.status === "delivered") return;
    ctx.db
      .update(sessions)
      .set({ status: "delivered", updatedAt: ctx.clock.now() })
      .where(eq(sessions.id, sessionId))
      .run();
    recordAudit(ctx, { action: "sessions.delivered", subjectKind: "session", subjectId: sessionId });
  });
}
