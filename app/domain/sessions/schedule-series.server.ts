// A session's plan on several more days at once: all of them, or none.

import { transact } from "db/client";
import { sessions } from "db/schema";
import { eq } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { CivilDate } from "~/shared/civil-time";
import { done, type Result, refused } from "~/shared/result";
import type { SessionPlan } from "./plan";
import { type ScheduleRefusal, writeSession } from "./schedule-session.server";
import { mostInSeries } from "./series";
import type { SettledPlan } from "./settle-plan.server";
import { weighDays } from "./weigh-series.server";

export type SeriesRefusal = "no days" | "too many days" | { day: CivilDate; reason: ScheduleRefusal };

/**
 * Repeats a session's plan with its materials on more days, as one series with it: all, or none if one cannot be. Days
 * of the series that are planned already are left as they are, so again changes nothing.
 * @returns how many were added. @throws Forbidden, NotFound
 */
export function scheduleSeries(
  ctx: Context,
  wish: { sessionId: string; days: readonly CivilDate[]; status: SessionPlan["status"] },
): Result<{ added: number; seriesId: string }, SeriesRefusal> {
  return transact(ctx.db, () => {
    const { session, weighed } = weighDays(ctx, wish.sessionId, wish.days, wish.status);
    if (weighed.length === 0) return refused("no days");
    if (weighed.length > mostInSeries) return refused("too many days");
    const seriesId = session.seriesId ?? ctx.ids.id();
    const ready: { plan: SessionPlan; settled: SettledPlan }[] = [];
    for (const { day, plan, settled, planned } of weighed) {
      if (planned) continue;
      if (!settled.ok) return refused({ day, reason: settled.reason });
      ready.push({ plan, settled: settled.value });
    }
    if (session.seriesId === null && ready.length > 0)
      ctx.db.update(sessions).set({ seriesId }).where(eq(sessions.id, session.id)).run();
    for (const { plan, settled } of ready) writeSession(ctx, plan, settled, { like: session.id, seriesId });
    return done({ added: ready.length, seriesId });
  });
}
