// The other side takes no letters for a while: it asked for time, or cannot be reached. Then it is asked again now and then,
// with one letter. Kept in memory: after a restart it is simply asked once more.
import { minutes } from "~/shared/clock";
import type { Outcome, Transport } from "./transports.server";

type Pause = { since: number; length: number; times: number };

/** Where nobody said for how long, it is looked in on at least this often. */
const longestUnasked = minutes(5);

const pauses = new WeakMap<Transport, Pause>();

/** A pause that begins in the future is a clock that was wrong: it holds nobody up. */
export function isPaused(side: Transport, now: number): boolean {
  const pause = pauses.get(side);
  return pause !== undefined && pause.since <= now && now < pause.since + pause.length;
}

/**
 * What an answer means for the letters behind: a wait that was asked for holds for every one, and grows each time that it is
 * asked for again at once. Anything else ends it.
 * @returns the answer, with how long the wait is
 */
export function minded(side: Transport, now: number, answer: Outcome): Outcome {
  if (answer.outcome !== "try again" || answer.afterMs === undefined) {
    pauses.delete(side);
    return answer;
  }
  const times = (pauses.get(side)?.times ?? 0) + 1;
  const grown = Math.max(answer.afterMs, 1000) * 2 ** (times - 1);
  const length = Math.max(answer.afterMs, Math.min(grown, longestUnasked));
  pauses.set(side, { since: now, length, times });
  return { ...answer, afterMs: length };
}
