// The other side takes no letters for a while: it asked for time, or cannot be reached. Then it is asked again now and then,
// with one letter. Kept in memory: after a restart it is simply asked once more.
import { minutes } from "~/shared/clock";

/** What is paused: by the transport itself, which lives as long as the worker. */
type Side = object;
type Pause = { since: number; length: number; times: number };

/** Where nobody said for how long, it is looked in on at least this often. */
const longestUnasked = minutes(5);

const pauses = new WeakMap<Side, Pause>();

/** A pause that begins in the future is a clock that was wrong: it holds nobody up. */
export function isPaused(side: Side, now: number): boolean {
  const pause = pauses.get(side);
  return pause !== undefined && pause.since <= now && now < pause.since + pause.length;
}

/**
 * Leaves the side alone for as long as it asked, and longer each time that it asks again at once.
 * @param askedFor in ms
 * @returns for how long, in ms
 */
export function pause(side: Side, now: number, askedFor: number): number {
  const times = (pauses.get(side)?.times ?? 0) + 1;
  const length = Math.max(askedFor, Math.min(Math.max(askedFor, 1000) * 2 ** (times - 1), longestUnasked));
  pauses.set(side, { since: now, length, times });
  return length;
}

/** It took a letter, or said something of a letter's own. */
export const endPause = (side: Side): void => void pauses.delete(side);
