// Reminders end with what they were about: kept long enough, erased with their person, or taken over in a merge.
import { transact } from "db/client";
import { reminders } from "db/schema";
import { and, eq, inArray, ne } from "drizzle-orm";
import { type Context, holds } from "~/domain/context";
import { Forbidden } from "~/shared/problems";

const mustKeepHouse = (ctx: Context) => {
  if (ctx.actor.kind !== "system" && !holds(ctx.actor, "admin")) throw new Forbidden("reminders");
};

/** Deletes reminders that were sent or taken back. @returns how many. @throws Forbidden */
export function clearReminders(ctx: Context, ids: string[]): number {
  mustKeepHouse(ctx);
  return transact(
    ctx.db,
    () =>
      ctx.db
        .delete(reminders)
        .where(and(inArray(reminders.id, ids), ne(reminders.state, "planned")))
        .run().changes,
  );
}

/** This room's part of erasing somebody. @throws Forbidden */
export function forgetRemindersOf(ctx: Context, personId: string): void {
  mustKeepHouse(ctx);
  transact(ctx.db, () => ctx.db.delete(reminders).where(eq(reminders.personId, personId)).run());
}

/** One account of a person takes over the reminders of another: what was sent to it is not sent again. @throws Forbidden */
export function takeOverReminders(
  ctx: Context,
  { fromId, intoId }: { fromId: string; intoId: string },
): void {
  if (!holds(ctx.actor, "admin")) throw new Forbidden("merging accounts");
  transact(ctx.db, () =>
    ctx.db.update(reminders).set({ personId: intoId }).where(eq(reminders.personId, fromId)).run(),
  );
}
