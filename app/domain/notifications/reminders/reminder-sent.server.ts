// What becomes of a planned reminder: it was sent, or it is no longer wanted.
import { reminders } from "db/schema";
import { and, eq } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";

/** Nobody plans reminders by hand. @throws Forbidden */
export const mustBeTheSystem = (ctx: Context) => {
  if (ctx.actor.kind !== "system") throw new Forbidden("planned reminders");
};

/**
 * Notes that a reminder was sent, in the transaction that posts its letter.
 * @returns false where it is planned no more: then nothing is to be posted
 * @throws Error outside a transaction. @throws Forbidden for anyone but the system
 */
export function reminderSent(ctx: Context, id: string): boolean {
  mustBeTheSystem(ctx);
  if (!ctx.db.$client.inTransaction) throw new Error("A reminder is sent in the transaction of its letter.");
  return changeReminder(ctx, id, "sent");
}

/** Takes back one that turns out to be no longer wanted. @throws Forbidden for anyone but the system */
export function takeBackReminder(ctx: Context, id: string): void {
  mustBeTheSystem(ctx);
  changeReminder(ctx, id, "taken back");
}

/** Belongs in a transaction. @returns false where it is planned no more */
export const changeReminder = (ctx: Context, id: string, state: "sent" | "taken back"): boolean =>
  ctx.db
    .update(reminders)
    .set({ state, changedAt: ctx.clock.now() })
    .where(and(eq(reminders.id, id), eq(reminders.state, "planned")))
    .run().changes > 0;
