// The secret in the address that a room scans to check itself in: a signature over a meeting and the minute in which it
// was shown. Nothing is stored, and a photograph of the code sent to somebody who is not there soon opens nothing.
import { createHmac, timingSafeEqual } from "node:crypto";

const windowLasts = 60_000;
const windowAt = (instant: number) => Math.floor(instant / windowLasts);

/** A token of 128 bits for one meeting in the minute of an instant: "<meeting>~<minute>~<signature>". */
export function checkInToken(secret: string, { meetingId, at }: { meetingId: string; at: number }): string {
  const shown = windowAt(at);
  return `${meetingId}~${shown}~${signature(secret, meetingId, shown)}`;
}

/**
 * What a token opens: a meeting, and whether it is still fresh, which it is in its own minute and the one after. Null for
 * anything that this service did not sign.
 */
export function readCheckInToken(
  secret: string,
  token: string,
  now: number,
): { meetingId: string; fresh: boolean } | null {
  const [meetingId = "", minute = "", signed = "", ...more] = token.split("~");
  if (!/^\d{1,12}$/.test(minute) || more.length > 0) return null;
  const shown = Number(minute);
  const expected = Buffer.from(signature(secret, meetingId, shown));
  const given = Buffer.from(signed);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
  const age = windowAt(now) - shown;
  return { meetingId, fresh: age === 0 || age === 1 };
}

/** Seconds until the next minute's code: a page that shows one is asked for again then. */
export const secondsToNextCode = (now: number) => Math.ceil(((windowAt(now) + 1) * windowLasts - now) / 1000);

function signature(secret: string, meetingId: string, shown: number): string {
  return createHmac("sha256", secret)
    .update(`check-in/${meetingId}/${shown}`)
    .digest()
    .subarray(0, 16)
    .toString("base64url");
}
