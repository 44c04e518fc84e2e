// A person makes a secret address for a calendar of their own.
import { transact } from "db/client";
import type { Context } from "~/domain/context";
import { type FeedAddress, ownPersonId, readFeedAddress } from "./feed-queries.server";
import { endLiveFeed, insertFeed } from "./write-feed.server";

/**
 * The address of the one who asks; made where they have none. Asked again it gives the same.
 * @param secret the service's own
 * @throws Forbidden
 */
export function makeFeedAddress(ctx: Context, secret: string): FeedAddress {
  const personId = ownPersonId(ctx);
  return transact(ctx.db, () => {
    const known = readFeedAddress(ctx, secret);
    if (known) return known;
    endLiveFeed(ctx, personId);
    return insertFeed(ctx, personId, secret);
  });
}
