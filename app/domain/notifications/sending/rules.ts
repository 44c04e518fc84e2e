// When a message may be tried again, and when trying has to stop.
import { createHash } from "node:crypto";
import { hours, minutes } from "~/shared/clock";

export const mostTries = 8;
/** How long a worker has a message to itself: longer than composing and sending can take. */
export const leaseLength = minutes(1);
/** Resend remembers an idempotency key for 24 hours; after that the same key would send a second letter. */
export const keyHoldsFor = hours(23);

const longestWait = hours(1);

type Tried = { attempts: number; firstTriedAt: number | null };

/** Whether one more try at `at` is within the number of tries and within the life of the idempotency key. */
export function mayBeTried(message: Tried, at: number): boolean {
  const keyHolds = message.firstTriedAt === null || at < message.firstTriedAt + keyHoldsFor;
  return message.attempts < mostTries && keyHolds;
}

/**
 * What a message becomes when it may not be tried again. That it never left us is sure where it was not tried, and where
 * the other side remembers no keys: every try that ended was turned away.
 */
export const endOf = (message: Pick<Tried, "firstTriedAt">, transport: { remembersKeys: boolean }) =>
  message.firstTriedAt === null || !transport.remembersKeys ? "failed" : "unsure";

/**
 * How long to wait after the try numbered `tries`: 1, 2, 4 … 60 minutes, 20% more or less so that messages that
 * failed together do not all return together. A wait that the other side asked for is kept, and doubled each time.
 */
export function waitAfter(id: string, tries: number, askedFor?: number): number {
  const spread = createHash("sha256").update(`${id}/${tries}`).digest().readUInt32BE(0) / 0xffff_ffff;
  const doubled = 2 ** (tries - 1);
  if (askedFor !== undefined) {
    const asked = Math.max(askedFor, 1000);
    return Math.round(Math.max(asked, Math.min(asked * doubled, longestWait)) * (1 + 0.2 * spread));
  }
  return Math.round(Math.min(minutes(doubled), longestWait) * (0.8 + 0.4 * spread));
}
