// A coordinator plans a session of a course: its meetings, where, and for how many.

import { transact } from "db/client";
import { meetings, sessionMaterials, sessions } from "db/schema";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import { london } from "~/shared/civil-time";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import type { SessionPlan } from "./plan";
import { mayRunProgramme } from "./policy";
import { readSession } from "./queries.server";
import { isOffered, type SettledPlan, type SettleRefusal, settlePlan } from "./settle-plan.server";

export type ScheduleRefusal = SettleRefusal | "no such course" | "starts in the past";

/** Whether a plan could be scheduled now, and as what. */
export function weighPlan(ctx: Context, plan: SessionPlan): Result<SettledPlan, ScheduleRefusal> {
  if (!isOffered(ctx, plan.courseId)) return refused("no such course");
  const settled = settlePlan(ctx, plan);
  if (!settled.ok) return settled;
  return settled.value.startsAt <= ctx.clock.now() ? refused("starts in the past") : settled;
}

/**
 * Schedules a session. `like` names the session whose plan it takes up: its materials come along.
 * @throws Forbidden, NotFound
 */
export function scheduleSession(
  ctx: Context,
  plan: SessionPlan,
  like?: string,
): Result<{ sessionId: string }, ScheduleRefusal> {
  return transact(ctx.db, () => {
    if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
    const weighed = weighPlan(ctx, plan);
    if (!weighed.ok) return weighed;
    return done({ sessionId: writeSession(ctx, plan, weighed.value, like === undefined ? {} : { like }) });
  });
}

/** Writes a session that has been weighed, inside the caller's transaction. */
export function writeSession(
  ctx: Context,
  { courseId, status }: SessionPlan,
  { meetings: planned, ...settled }: SettledPlan,
  from: { like?: string; seriesId?: string },
): string {
  const sessionId = ctx.ids.id();
  const now = ctx.clock.now();
  ctx.db
    .insert(sessions)
    .values({
      ...settled,
      id: sessionId,
      courseId,
      status,
      seriesId: from.seriesId ?? null,
      createdAt: now,
      updatedAt: now,
    })
    .run();
  planned.forEach((meeting, index) => {
    ctx.db
      .insert(meetings)
      .values({ id: ctx.ids.id(), sessionId, number: index + 1, zone: london, ...meeting })
      .run();
  });
  if (from.like !== undefined) {
    for (const { id: _other, ...material } of readSession(ctx, from.like).materials) {
      const added = { id: ctx.ids.id(), sessionId, addedAt: now, addedBy: actorPersonId(ctx.actor) };
      ctx.db
        .insert(sessionMaterials)
        .values({ ...material, ...added })
        .run();
    }
  }
  recordAudit(ctx, {
    action: "sessions.scheduled",
    subjectKind: "session",
    subjectId: sessionId,
    detail: {
      courseId,
      status,
      capacity: settled.capacity,
      meetings: planned.map(({ date, startTime, endTime }) => ({ date, startTime, endTime })),
      ...from,
    },
  });
  return sessionId;
}
