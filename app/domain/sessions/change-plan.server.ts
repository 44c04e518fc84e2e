// A coordinator changes a session that is planned: its times, place, places, link, and when it can be booked.
// The bookings room calls this and tells those who have booked.

import { transact } from "db/client";
import { meetings, sessions } from "db/schema";
import { and, eq, gt } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { london } from "~/shared/civil-time";
import { done, type Result } from "~/shared/result";
import type { ChangeRefusal } from "./change-rules";
import { keepAnnounced } from "./keep-announced.server";
import { readSession } from "./queries.server";
import type { Session } from "./sessions";
import type { SettledPlan } from "./settle-plan.server";
import { tellTrainers } from "./tell-trainers.server";
import { type PlanWish, type WeighedChange, weighPlanChange } from "./weigh-plan-change.server";

/**
 * Changes a session's plan; its trainers hear of another time, place or link. The same plan again changes nothing.
 * `postponed`: its days were moved, and whether it goes ahead is to be decided anew.
 * @throws Forbidden, NotFound
 */
export function changePlan(
  ctx: Context,
  wish: PlanWish & { postponed?: boolean },
): Result<WeighedChange & { after: Session }, ChangeRefusal> {
  return transact(ctx.db, () => {
    const weighed = weighPlanChange(ctx, wish);
    if (!weighed.ok) return weighed;
    const { session, settled, fields, changed } = weighed.value;
    if (fields.length === 0) return done({ ...weighed.value, after: session });
    const { meetings: planned, ...columns } = settled;
    ctx.db
      .update(sessions)
      .set({
        ...columns,
        updatedAt: ctx.clock.now(),
        ...(changed.includes("when") && { goAheadAt: null }),
        ...(changed.length > 0 && { revision: session.revision + 1 }),
      })
      .where(eq(sessions.id, session.id))
      .run();
    if (changed.includes("when")) writeMeetings(ctx, session, planned);
    const about = { subjectKind: "session", subjectId: session.id } as const;
    if (wish.postponed) {
      const [from, to] = [session.meetings[0]?.date ?? "", planned[0]?.date ?? ""];
      recordAudit(ctx, { action: "sessions.postponed", ...about, detail: { from, to } });
    } else recordAudit(ctx, { action: "sessions.changed", ...about, detail: { fields } });
    const after = readSession(ctx, session.id);
    if (changed.includes("where")) keepAnnounced(ctx, after);
    if (changed.length > 0) tellTrainers(ctx, after, { changed, before: session, calledOff: null });
    return done({ ...weighed.value, after });
  });
}

/** Meetings keep their ids by their number: a calendar knows an entry again by nothing else. */
function writeMeetings(ctx: Context, session: Session, planned: SettledPlan["meetings"]): void {
  planned.forEach((meeting, index) => {
    const known = session.meetings[index];
    if (known) ctx.db.update(meetings).set(meeting).where(eq(meetings.id, known.id)).run();
    else
      ctx.db
        .insert(meetings)
        .values({ id: ctx.ids.id(), sessionId: session.id, number: index + 1, zone: london, ...meeting })
        .run();
  });
  ctx.db
    .delete(meetings)
    .where(and(eq(meetings.sessionId, session.id), gt(meetings.number, planned.length)))
    .run();
}
