// A coordinator closes booking of a session before its time, or opens it again.

import { transact } from "db/client";
import { sessions } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayRunProgramme } from "./policy";
import { readSession } from "./queries.server";

export type CloseRefusal = "not published";
export type ReopenRefusal = "not closed" | "booking has ended";

/** Nobody can book or is offered a place any more. A closed session again changes nothing. @throws Forbidden, NotFound */
export function closeBooking(ctx: Context, sessionId: string): Result<null, CloseRefusal> {
  return transact(ctx.db, () => {
    if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
    const session = readSession(ctx, sessionId);
    if (session.status === "closed") return done(null);
    if (session.status !== "published") return refused("not published");
    setStatus(ctx, sessionId, "closed");
    recordAudit(ctx, { action: "sessions.booking closed", subjectKind: "session", subjectId: sessionId });
    return done(null);
  });
}

/** People can book again until booking closes. A published session again changes nothing. @throws Forbidden, NotFound */
export function reopenBooking(ctx: Context, sessionId: string): Result<null, ReopenRefusal> {
  return transact(ctx.db, () => {
    if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
    const session = readSession(ctx, sessionId);
    if (session.status === "published") return done(null);
    if (session.status !== "closed") return refused("not closed");
    if (ctx.clock.now() >= session.bookingClosesAt) return refused("booking has ended");
    setStatus(ctx, sessionId, "published");
    recordAudit(ctx, { action: "sessions.booking reopened", subjectKind: "session", subjectId: sessionId });
    return done(null);
  });
}

function setStatus(ctx: Context, sessionId: string, status: "closed" | "published"): void {
  ctx.db.update(sessions).set({ status, updatedAt: ctx.clock.now() }).where(eq(sessions.id, sessionId)).run();
}
