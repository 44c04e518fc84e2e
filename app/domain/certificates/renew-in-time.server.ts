// What the worker does about certificates that run out: plans the letters that say so, and posts those that are due.
import { transact } from "db/client";
import type { Context } from "~/domain/context";
import {
  dueReminders,
  keepReminders,
  lastTurns,
  recordTurn,
} from "~/domain/notifications/notifications.server";
import { hours } from "~/shared/clock";
import { Forbidden } from "~/shared/problems";
import { askToRenewOne, keyOf, kind, span } from "./renew-one.server";
import { listToRenew } from "./renew-queries.server";
import { renewalLetters } from "./renew-rules";

const task = "renewals";
/** Letters are due by the day: what changes in between is looked at again before one is posted. */
const rest = hours(1);

/**
 * Keeps the planned letters as the certificates are, and posts those that are due, each in a transaction of its own. Whoever
 * has renewed, or booked the course again, hears nothing. Again changes nothing.
 * @param most letters at one turn. @returns how many letters were posted. @throws Forbidden for anyone but the system
 */
export function askToRenew(ctx: Context, most = 100): number {
  if (ctx.actor.kind !== "system") throw new Forbidden("letters about certificates that run out");
  const now = ctx.clock.now();
  // A turn in the future is a clock that was wrong: it tells nothing.
  const last = lastTurns(ctx).find((turn) => turn.task === task && turn.at <= now);
  if (!last || now - last.at >= rest)
    transact(ctx.db, () => {
      const wanted = listToRenew(ctx.db)
        .all(span(now))
        .flatMap(({ certificateId, personId, expiresOn }) =>
          renewalLetters(expiresOn, now).map(({ number, dueAt }) => {
            const key = keyOf(certificateId, number);
            return { key, personId, dueAt, sessionId: null, bookingId: null };
          }),
        );
      keepReminders(ctx, kind, wanted);
      recordTurn(ctx, task);
    });
  let posted = 0;
  for (const due of dueReminders(ctx, kind, most)) posted += transact(ctx.db, () => askToRenewOne(ctx, due));
  return posted;
}
