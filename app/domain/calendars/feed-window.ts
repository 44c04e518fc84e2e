// How long an entry stays in a feed, by London's dates; and when a feed was last another one. Pure.
import { addDays, civilDateAt, startOfDay } from "~/shared/civil-time";
import type { CalendarEntry } from "./calendars";

/** Days after the end for which entries stay: of what anyone may see, and of what is somebody's own. */
export const publicDays = 30;
export const ownDays = 366;
/** A cancelled one stays until the day after it would have ended: somebody may look that morning. */
const cancelledDays = 1;

export type Feed = {
  entries: CalendarEntry[];
  /** When it last became what it is: the newest change in it, or when an entry last left it; null: it never had one. */
  changedAt: number | null;
};

/** One session's entries with what decides how long they stay. */
export type FeedPart = { endsAt: number; cancelled: boolean; changedAt: number; entries: CalendarEntry[] };

/** What took entries out of a feed, or brought older ones in: nothing of it stands there, but that it changed does. */
export const changeOnly = (changedAt: number): FeedPart => ({
  ...{ endsAt: Number.POSITIVE_INFINITY, cancelled: false, changedAt, entries: [] },
});

/** The instant at which entries of a session that ends at `endsAt` leave a feed. */
const leavesAt = (endsAt: number, kept: { cancelled: boolean; days: number }): number =>
  startOfDay(addDays(civilDateAt(endsAt), (kept.cancelled ? cancelledDays : kept.days) + 1));

/** The feed at an instant. Its entries are in the order of their beginnings: the same content gives the same bytes. */
export function feedAt(now: number, parts: readonly FeedPart[], days: number): Feed {
  const feed: Feed = { entries: [], changedAt: null };
  for (const { endsAt, cancelled, changedAt, entries } of parts) {
    const leaves = endsAt > now ? null : leavesAt(endsAt, { cancelled, days });
    const gone = leaves !== null && leaves <= now;
    if (!gone) feed.entries.push(...entries);
    // What ended long ago may be called off, or be put back, after it left.
    feed.changedAt = Math.max(feed.changedAt ?? 0, changedAt, gone ? leaves : 0);
  }
  feed.entries.sort((a, b) => a.startsAt - b.startsAt || (a.uid < b.uid ? -1 : 1));
  return feed;
}
