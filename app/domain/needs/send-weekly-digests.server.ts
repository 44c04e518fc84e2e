// Each agency's lead hears once a week how their people stand: counts alone, and of their own agency alone.

import { transact } from "db/client";
import type { Context } from "~/domain/context";
import { lastTurns, postMessage, recordTurn } from "~/domain/notifications/notifications.server";
import { startOfDay } from "~/shared/civil-time";
import { Forbidden } from "~/shared/problems";
import { agencyLeads, countWeek } from "./weekly-digest-queries.server";
import { digestDue, isWorthSaying } from "./weekly-digest-rules";

const task = "weekly digest";

/**
 * Writes to the leads once a week, to those with something to hear. Runs as a job; again in the same week changes nothing.
 * @returns how many letters were posted. @throws Forbidden for anyone but the system
 */
export function sendWeeklyDigests(ctx: Context): number {
  if (ctx.actor.kind !== "system") throw new Forbidden("the weekly letters");
  const now = ctx.clock.now();
  const monday = digestDue(now);
  if (monday === null) return 0;
  // A turn in the future is a clock that was wrong: it tells nothing.
  const last = lastTurns(ctx).find((turn) => turn.task === task && turn.at <= now);
  if (last && last.at >= startOfDay(monday)) return 0;
  return transact(ctx.db, () => {
    const digestFor = countWeek(ctx, monday);
    let posted = 0;
    for (const lead of agencyLeads(ctx.db).all()) {
      const digest = digestFor(lead);
      if (!isWorthSaying(digest)) continue;
      postMessage(ctx, {
        kind: "agency digest",
        key: `agency digest/${lead.personId}/${monday}`,
        to: { personId: lead.personId, email: lead.email },
        facts: { personName: lead.name, ...digest },
      });
      posted += 1;
    }
    recordTurn(ctx, task);
    return posted;
  });
}
