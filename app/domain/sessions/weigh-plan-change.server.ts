// What a change of a session's plan would come to, before it is made.
import type { Context } from "~/domain/context";
import type { PlanChange } from "~/domain/notifications/notifications";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { type ChangeRefusal, judgeChange, type Taken } from "./change-rules";
import { type ChangedPlan, differences, type PlanField, planOf } from "./plan";
import { mayRunProgramme } from "./policy";
import { readSession } from "./queries.server";
import type { Session } from "./sessions";
import { type SettledPlan, settlePlan } from "./settle-plan.server";

export type PlanWish = {
  sessionId: string;
  plan: ChangedPlan;
  /** What is taken, as the bookings room counts it inside the same transaction. */
  taken: Taken;
};
export type WeighedChange = {
  session: Session;
  settled: SettledPlan;
  fields: PlanField[];
  changed: PlanChange[];
};

/** What a change would come to; writes nothing. @throws Forbidden, NotFound */
export function weighPlanChange(ctx: Context, wish: PlanWish): Result<WeighedChange, ChangeRefusal> {
  if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
  const session = readSession(ctx, wish.sessionId);
  const settled = settlePlan(ctx, wish.plan, { venueId: session.venueId, roomId: session.room?.id ?? null });
  if (!settled.ok) return refused({ why: settled.reason });
  const refusal = judgeChange(session, settled.value, wish.taken, ctx.clock.now());
  if (refusal) return refused(refusal);
  return done({ session, settled: settled.value, ...differences(planOf(session), settled.value) });
}
