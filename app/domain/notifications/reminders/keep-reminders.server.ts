// Keeps the planned reminders of one kind as they are wanted. They are only ever worked out from other rows, so planning
// them leaves no trace in the audit trail; sending one does, by whoever sends it.
import { transact } from "db/client";
import { reminders } from "db/schema";
import { eq } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { MessageKind } from "../message-kinds";
import { changeReminder, mustBeTheSystem } from "./reminder-sent.server";
import { remindersToChange, type WantedReminder } from "./reminders";
import { keptByKey, plannedOfKind, plannedOfSessions } from "./reminders-queries.server";

/**
 * Makes the planned reminders of a kind those that are wanted: makes the missing, moves those due at another moment, takes
 * back the rest. One that was sent stays sent, and its key is never planned again. The same wish again changes nothing.
 * @param wanted every one that is to come, or with `within` every one of those sessions
 * @param within leaves the reminders of other sessions as they are
 * @returns how many it made, moved or took back. @throws Forbidden for anyone but the system
 */
export function keepReminders(
  ctx: Context,
  kind: MessageKind,
  wanted: readonly WantedReminder[],
  within?: { sessionIds: readonly string[] },
): number {
  mustBeTheSystem(ctx);
  return transact(ctx.db, () => {
    const known = within
      ? plannedOfSessions(ctx.db).all({ kind, sessionIds: JSON.stringify(within.sessionIds) })
      : plannedOfKind(ctx.db).all({ kind });
    const seen = new Set(known.map(({ key }) => key));
    const others = wanted.map(({ key }) => key).filter((key) => !seen.has(key));
    const kept = [...known, ...keptByKey(ctx.db).all({ kind, keys: JSON.stringify(others) })];
    const { make, move, takeBack } = remindersToChange(kept, wanted);
    const changedAt = ctx.clock.now();
    for (const reminder of make)
      ctx.db
        .insert(reminders)
        .values({ ...reminder, id: ctx.ids.id(), kind, state: "planned", changedAt })
        .run();
    for (const { id, ...wish } of move)
      ctx.db
        .update(reminders)
        .set({ ...wish, state: "planned", changedAt })
        .where(eq(reminders.id, id))
        .run();
    for (const { id } of takeBack) changeReminder(ctx, id, "taken back");
    return make.length + move.length + takeBack.length;
  });
}
