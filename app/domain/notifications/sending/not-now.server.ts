// A message that does not leave now: it is not wanted any more, or has its turn on another day.

import { type dropReasons, outbox } from "db/schema";
import { eq } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { openingAfter } from "./timing.server";

type Row = Pick<typeof outbox.$inferSelect, "id">;

export function drop(ctx: Context, { id }: Row, droppedBecause: (typeof dropReasons)[number]): "dropped" {
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
