// One account of a person takes over the letters of another.
import { transact } from "db/client";
import { outbox } from "db/schema";
import { and, eq, isNull, sql } from "drizzle-orm";
import { type Context, holds } from "~/domain/context";
import { Forbidden } from "~/shared/problems";

/**
 * The notifications room's part of a merge. A letter that nobody has tried to send yet goes to the kept address; one that
 * was tried keeps its own, as the provider knows it by it.
 * @returns how many letters there were. @throws Forbidden
 */
export function readdressLetters(
  ctx: Context,
  { fromId, into }: { fromId: string; into: { id: string; email: string } },
): number {
  if (!holds(ctx.actor, "admin")) throw new Forbidden("merging accounts");
  return transact(ctx.db, () => {
    const theirs = eq(outbox.toPersonId, fromId);
    ctx.db
      .update(outbox)
      .set({ toEmail: into.email })
      .where(and(theirs, sql`${outbox.state} = 'waiting'`, isNull(outbox.firstTriedAt)))
      .run();
    return ctx.db.update(outbox).set({ toPersonId: into.id }).where(theirs).run().changes;
  });
}
