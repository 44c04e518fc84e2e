// A person makes a new secret address, because somebody else may have seen the old one. The old one is dead at once.
import { transact } from "db/client";
import type { Context } from "~/domain/context";
import { type FeedAddress, ownPersonId } from "./feed-queries.server";
import { endLiveFeed, insertFeed } from "./write-feed.server";

/** A new address for the one who asks. @param secret the service's own @throws Forbidden */
export function replaceFeedAddress(ctx: Context, secret: string): FeedAddress {
  const personId = ownPersonId(ctx);
  return transact(ctx.db, () => {
    endLiveFeed(ctx, personId);
    return insertFeed(ctx, personId, secret);
  });
}
