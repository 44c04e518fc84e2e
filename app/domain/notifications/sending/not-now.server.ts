// A message that does not leave now: it is not wanted any more, or has its turn on another day.

import { type dropReasons, outbox } from "db/schema";
import { and, eq, type SQL } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { onItsWay, untried, waits } from "./joining-queries.server";
import { openingAfter } from "./timing.server";

type Row = Pick<typeof outbox.$inferSelect, "id">;
type Reason = (typeof dropReasons)[number];

/**
 * Drops what waits untried and has nothing left to say, inside the caller's transaction. Again changes nothing.
 * @throws Error outside a transaction
 */
export function dropWaiting(ctx: Context, which: SQL | undefined, droppedBecause: Reason): void {
  if (!ctx.db.$client.inTransaction)
    throw new Error("Letters are taken back in the transaction of the change.");
  ctx.db
    .update(outbox)
    .set({ state: "dropped", droppedBecause })
    // The first for the index of all that is on its way, of which this is a part.
    .where(and(onItsWay, waits, untried, which))
    .run();
}

export function drop(ctx: Context, { id }: Row, droppedBecause: Reason): "dropped" {
  ctx.db
    .update(outbox)
    .set({ state: "dropped", droppedBecause, leasedUntil: null })
    .where(eq(outbox.id, id))
    .run();
  return "dropped";
}

/** An optional letter waits for the next working day: one a day is enough. */
export function putOff(ctx: Context, { id }: Row, now: number): "put off" {
  ctx.db
    .update(outbox)
    .set({ state: "waiting", dueAt: openingAfter(now), leasedUntil: null })
    .where(eq(outbox.id, id))
    .run();
  return "put off";
}
