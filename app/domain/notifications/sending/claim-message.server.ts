// Which message a worker sends next: due, first of its stream, wanted; it is then this worker's alone for a minute.

import { transact } from "db/client";
import { outbox } from "db/schema";
import { eq } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { civilDateAt, startOfDay } from "~/shared/civil-time";
import { isStopped } from "../choices/topics.server";
import { nextDue, optionalSince } from "./claim-queries.server";
import { giveUp } from "./give-up.server";
import { drop, putOff } from "./not-now.server";
import { endOf, leaseLength, mayBeTried } from "./rules";
import type { Transport } from "./transports.server";

type Row = typeof outbox.$inferSelect;
export type Claim = Row & { leasedUntil: number };

/**
 * Claims the next message for this worker, or puts an end to one that may not be tried any more, is not wanted any more
 * or has had its day.
 */
export function takeNext(
  ctx: Context,
  transport: Transport,
): Claim | "failed" | "unsure" | "dropped" | "put off" | "nothing is due" {
  return transact(ctx.db, () => {
    const now = ctx.clock.now();
    const early = transport.keepsLetters === true;
    const row = nextDue(ctx.db).get({ now, early: Number(early) });
    if (!row) return "nothing is due";
    // Whoever was sending it is gone, and nobody can ask a relay whether it got the letter.
    if (row.state === "sending" && row.firstTriedAt !== null && !transport.remembersKeys)
      return giveUp(ctx, row, "unsure", "A try was cut short.");
    if (!mayBeTried(row, now))
      return giveUp(ctx, row, endOf(row, transport), row.lastProblem ?? "A try was cut short.");
    if (row.firstTriedAt === null) {
      const stopped = isStopped(ctx, row);
      if (stopped) return drop(ctx, row, stopped);
      if (!early && row.topic !== null && hadOneToday(ctx, row, now)) return putOff(ctx, row, now);
    }
    // It can never be composed; what has its bytes needs nothing else.
    if (row.facts === null && row.text === null)
      return giveUp(ctx, row, endOf(row, transport), "What it was to be made from cannot be read.");
    const claim = {
      ...row,
      facts: row.facts ?? {},
      attempts: row.attempts + 1,
      leasedUntil: now + leaseLength,
    };
    ctx.db
      .update(outbox)
      .set({ state: "sending", attempts: claim.attempts, leasedUntil: claim.leasedUntil })
      .where(eq(outbox.id, row.id))
      .run();
    return claim;
  });
}

/** Whether an optional letter has already left for that person on this day. */
function hadOneToday(ctx: Context, { id, toPersonId }: Pick<Row, "id" | "toPersonId">, now: number): boolean {
  if (toPersonId === null) return false;
  const since = startOfDay(civilDateAt(now));
  return optionalSince(ctx.db).get({ id, personId: toPersonId, since }) !== undefined;
}
