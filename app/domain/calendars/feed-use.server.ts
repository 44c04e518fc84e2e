// When a personal calendar was last asked for. Programs ask every few minutes and asking must not write: it is noted in
// memory and kept by the worker now and then. What a stop of the service loses is noted again with the next asking.

import type { Db } from "db/client";
import { transact } from "db/client";
import { calendarFeeds } from "db/schema";
import { eq } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { hours, minutes } from "~/shared/clock";

/** Since when there is something to write, and the hour of each calendar's last asking. */
type Notes = { since: number; hourOf: Map<string, number> };
const noted = new WeakMap<Db, Notes>();

const longest = minutes(10);
const toTheHour = (instant: number) => instant - (instant % hours(1));

/** Notes that a calendar was asked for, unless that is known of this hour already. */
export function noteFeedUse(
  { db, clock }: Pick<Context, "db" | "clock">,
  feed: { feedId: string; lastUsedAt: number | null },
): void {
  const now = clock.now();
  if (feed.lastUsedAt !== null && feed.lastUsedAt >= toTheHour(now)) return;
  const notes = noted.get(db) ?? { since: now, hourOf: new Map<string, number>() };
  notes.hourOf.set(feed.feedId, toTheHour(now));
  noted.set(db, notes);
}

/** The hour in which a calendar was last asked for, as far as that is not written yet. */
export const notedUse = ({ db }: Pick<Context, "db">, feedId: string): number | null =>
  noted.get(db)?.hourOf.get(feedId) ?? null;

/** Writes down what was noted ten minutes ago or longer, in one transaction. @returns how many */
export function keepFeedUse({ db, clock }: Pick<Context, "db" | "clock">): number {
  const notes = noted.get(db);
  // Every write makes the pages for strangers anew: not with each asking.
  if (!notes || clock.now() - notes.since < longest) return 0;
  noted.delete(db);
  return transact(db, () => {
    for (const [id, lastUsedAt] of notes.hourOf)
      db.update(calendarFeeds).set({ lastUsedAt }).where(eq(calendarFeeds.id, id)).run();
    return notes.hourOf.size;
  });
}
