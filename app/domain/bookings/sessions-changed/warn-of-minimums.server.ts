// Coordinators hear once when the day to decide is near and too few people have a place on a session.

import { transact } from "db/client";
import { workingDaysBefore } from "~/domain/calendars/calendars.server";
import type { Context } from "~/domain/context";
import { postMessage } from "~/domain/notifications/notifications.server";
import { days } from "~/shared/clock";
import { Forbidden } from "~/shared/problems";
import { coordinators, undecided } from "./undecided-queries.server";

/** Working days before the day to decide. */
const noticeOfDecision = 2;
/** Two working days are never longer than this, over Christmas and Easter too. */
const longestNotice = days(10);

/**
 * Writes to the coordinators, once per session and day to decide, from two working days before it. Runs as a job; again
 * changes nothing.
 * @returns how many sessions wait for a decision now. @throws Forbidden for anyone but the system
 */
export function warnOfMinimums(ctx: Context): number {
  if (ctx.actor.kind !== "system") throw new Forbidden("the job that warns of minimums");
  return transact(ctx.db, () => {
    const now = ctx.clock.now();
    const due = undecided(ctx.db)
      .all({ now, horizon: now + longestNotice })
      .filter(({ decideBy }) => workingDaysBefore(decideBy, noticeOfDecision) <= now);
    if (due.length === 0) return 0;
    const told = coordinators(ctx.db).all();
    for (const session of due) {
      for (const { id, name, email } of told) {
        postMessage(ctx, {
          kind: "minimum not met",
          key: `minimum not met/${session.sessionId}/${session.decideBy}/${id}`,
          to: { personId: id, email },
          facts: { personName: name, ...session },
        });
      }
    }
    return due.length;
  });
}
