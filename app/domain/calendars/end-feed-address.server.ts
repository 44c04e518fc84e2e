// A person ends the secret address of their calendar, or their account ends and takes it along.
import { transact } from "db/client";
import { calendarFeeds } from "db/schema";
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { ownPersonId } from "./feed-queries.server";
import { endLiveFeed } from "./write-feed.server";

/** Ends the address of the one who asks; harmless where there is none. @throws Forbidden */
export function endFeedAddress(ctx: Context): void {
  const personId = ownPersonId(ctx);
  transact(ctx.db, () => void endLiveFeed(ctx, personId));
}

/** Deletes addresses that ended long ago, by their ids. @returns how many */
export const clearFeeds = (ctx: Pick<Context, "db">, ids: string[]): number =>
  ctx.db
    .delete(calendarFeeds)
    .where(and(inArray(calendarFeeds.id, ids), isNotNull(calendarFeeds.endedAt)))
    .run().changes;

/** Takes out every address that a person had, for an account that was merged or erased; whoever calls writes the audit. */
export function forgetFeedsOf(ctx: Pick<Context, "db">, personId: string): number {
  return ctx.db.delete(calendarFeeds).where(eq(calendarFeeds.personId, personId)).run().changes;
}
