// What repeating a session would come to, day by day, before it is done.

import { prepared } from "db/client";
import { sessions } from "db/schema";
import { and, eq, ne, sql } from "drizzle-orm";
import { isWorkingDay } from "~/domain/calendars/calendars.server";
import type { Context } from "~/domain/context";
import type { CivilDate } from "~/shared/civil-time";
import { Forbidden } from "~/shared/problems";
import type { Result } from "~/shared/result";
import { type Clash, findClashes } from "./clashes.server";
import { planOf, planOn, type SessionPlan } from "./plan";
import { mayRunProgramme } from "./policy";
import { readSession } from "./queries.server";
import { type ScheduleRefusal, weighPlan } from "./schedule-session.server";
import type { SettledPlan } from "./settle-plan.server";

/** One session of a series as it would be. */
export type WeighedDay = {
  day: CivilDate;
  meetings: SessionPlan["meetings"];
  /** Why it cannot be; null: it can. */
  refusal: ScheduleRefusal | null;
  /** Planned already, by the same series: it is left as it is. */
  planned: boolean;
  /** Days of it that are not working days in England: weekends and bank holidays. */
  daysOff: CivilDate[];
  clashes: Clash[];
};
const plannedAt = prepared((db) =>
  db
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.seriesId, sql.placeholder("seriesId")),
        eq(sessions.startsAt, sql.placeholder("startsAt")),
        ne(sessions.status, "cancelled"),
      ),
    )
    .prepare(),
);

type Weighed = {
  day: CivilDate;
  plan: SessionPlan;
  settled: Result<SettledPlan, ScheduleRefusal>;
  planned: boolean;
};

/** Each day with its plan and whether it can be. @throws Forbidden, NotFound */
export function weighDays(
  ctx: Context,
  sessionId: string,
  days: readonly CivilDate[],
  status: SessionPlan["status"],
) {
  if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
  const session = readSession(ctx, sessionId);
  const weighed = [...new Set(days)].sort().map((day): Weighed => {
    const plan = { ...planOn(planOf(session), day), status };
    const settled = weighPlan(ctx, plan);
    const { seriesId } = session;
    const startsAt = settled.ok ? settled.value.startsAt : null;
    const planned =
      session.meetings[0]?.date === day ||
      (seriesId !== null && startsAt !== null && plannedAt(ctx.db).get({ seriesId, startsAt }) !== undefined);
    return { day, plan, settled, planned };
  });
  return { session, weighed };
}

/** What repeating a session on these days would come to, day by day; writes nothing. @throws Forbidden, NotFound */
export function weighSeries(ctx: Context, sessionId: string, days: readonly CivilDate[]): WeighedDay[] {
  return weighDays(ctx, sessionId, days, "draft").weighed.map(({ day, plan, settled, planned }) => ({
    day,
    meetings: plan.meetings,
    refusal: settled.ok ? null : settled.reason,
    planned,
    daysOff: plan.meetings.map(({ date }) => date).filter((date) => !isWorkingDay(date)),
    clashes:
      settled.ok && !planned ? findClashes(ctx, { ...settled.value, sessionId: null, trainers: [] }) : [],
  }));
}
