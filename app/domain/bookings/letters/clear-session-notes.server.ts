// What was written to those on a session is taken out once it has been kept long enough; that somebody wrote, and to how
// many, stays.
import { transact } from "db/client";
import { sessionNotes } from "db/schema";
import { inArray } from "drizzle-orm";
import { type Context, holds } from "~/domain/context";
import { Forbidden } from "~/shared/problems";

/** @returns how many were cleared. @throws Forbidden */
export function clearSessionNotes(ctx: Context, ids: string[]): number {
  if (ctx.actor.kind !== "system" && !holds(ctx.actor, "admin")) throw new Forbidden("notes to sessions");
  return transact(
    ctx.db,
    () =>
      ctx.db.update(sessionNotes).set({ subject: "", body: "" }).where(inArray(sessionNotes.id, ids)).run()
        .changes,
  );
}
