// The rows of personal calendar addresses: made and ended in one transaction with their audit entries.
import { calendarFeeds } from "db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import type { FeedAddress } from "./feed-queries.server";
import { feedToken, feedTokenHash } from "./feed-token";

/** Makes a new address; the caller has made sure that no other lives. */
export function insertFeed(ctx: Context, personId: string, secret: string): FeedAddress {
  const id = ctx.ids.id();
  const token = feedToken(secret, id);
  const createdAt = ctx.clock.now();
  ctx.db
    .insert(calendarFeeds)
    .values({ id, personId, tokenHash: feedTokenHash(token), createdAt })
    .run();
  recordAudit(ctx, {
    action: "calendars.address made",
    subjectKind: "person",
    subjectId: personId,
    aboutPersonId: personId,
  });
  return { id, token, createdAt, lastUsedAt: null };
}

/** Ends the one that lives. @returns whether one did */
export function endLiveFeed(ctx: Context, personId: string): boolean {
  const { changes } = ctx.db
    .update(calendarFeeds)
    .set({ endedAt: ctx.clock.now() })
    .where(and(eq(calendarFeeds.personId, personId), isNull(calendarFeeds.endedAt)))
    .run();
  if (changes === 0) return false;
  recordAudit(ctx, {
    action: "calendars.address ended",
    subjectKind: "person",
    subjectId: personId,
    aboutPersonId: personId,
  });
  return true;
}
