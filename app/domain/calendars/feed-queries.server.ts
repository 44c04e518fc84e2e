// Whose calendar a secret address opens, and a person's own address shown to them again.
import { prepared } from "db/client";
import { calendarFeeds, people } from "db/schema";
import { and, eq, isNull, sql } from "drizzle-orm";
import { actorPersonId, type Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { feedToken, feedTokenHash } from "./feed-token";
import { notedUse } from "./feed-use.server";

/** A person's own address as it is shown to them. */
export type FeedAddress = {
  id: string;
  /** The secret part of the address. */
  token: string;
  createdAt: number;
  /** When a calendar program last asked for it, to the hour; null: not yet. */
  lastUsedAt: number | null;
};

const liveFeedOf = prepared((db) =>
  db
    .select()
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.personId, sql.placeholder("personId")), isNull(calendarFeeds.endedAt)))
    .prepare(),
);

const liveFeed = (ctx: Pick<Context, "db">, personId: string) => liveFeedOf(ctx.db).get({ personId });

/** @throws Forbidden for whoever is not a person: an address of one's own is for people */
export function ownPersonId(ctx: Pick<Context, "actor">): string {
  const personId = actorPersonId(ctx.actor);
  if (personId === null) throw new Forbidden("a calendar of one's own");
  return personId;
}

/**
 * The address of the one who asks, or null: they have none, or it was signed with another secret of the service. (That
 * one still works, but nobody can show it any more; making one replaces it.)
 * @throws Forbidden
 */
export function readFeedAddress(ctx: Pick<Context, "db" | "actor">, secret: string): FeedAddress | null {
  const feed = liveFeed(ctx, ownPersonId(ctx));
  if (!feed) return null;
  const token = feedToken(secret, feed.id);
  if (feedTokenHash(token) !== feed.tokenHash) return null;
  return {
    id: feed.id,
    token,
    createdAt: feed.createdAt,
    lastUsedAt: notedUse(ctx, feed.id) ?? feed.lastUsedAt,
  };
}

const openedBy = prepared((db) =>
  db
    .select({ feedId: calendarFeeds.id, personId: people.id, lastUsedAt: calendarFeeds.lastUsedAt })
    .from(calendarFeeds)
    .innerJoin(people, eq(people.id, calendarFeeds.personId))
    .where(
      and(
        eq(calendarFeeds.tokenHash, sql.placeholder("hash")),
        isNull(calendarFeeds.endedAt),
        // Merged and erased accounts are disabled too; the database holds them to it.
        isNull(people.disabledAt),
      ),
    )
    .prepare(),
);

/** Whose calendar a token opens; null for one that never was, was replaced or ended, or whose account is disabled. */
export function readFeedToken(ctx: Pick<Context, "db">, token: string) {
  return openedBy(ctx.db).get({ hash: feedTokenHash(token) }) ?? null;
}
