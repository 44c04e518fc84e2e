// Whether a call about letters is the provider's: a signature over the bytes as they came, and a moment close to now.
import { createHmac, timingSafeEqual } from "node:crypto";
import { minutes } from "~/shared/clock";

/** What a call brings besides its body: the three headers that sign it, null where it lacks one. */
export type CallHeaders = { id: string | null; timestamp: string | null; signature: string | null };

/** How far the sender's clock may be from ours; an older call may have been overheard and sent again. */
const mostApart = minutes(5);

/**
 * The call's own id, or null for a call that nobody signed with our secret, or not lately.
 * @param secret "whsec_" and the key in base64, as the provider shows it
 * @param now milliseconds since 1970
 */
export function readSignedCall(
  secret: string,
  { id, timestamp, signature }: CallHeaders,
  body: Buffer,
  now: number,
): string | null {
  if (!id || !timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return null;
  if (Math.abs(now - Number(timestamp) * 1000) > mostApart) return null;
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const expected = createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body).digest();
  // Several while a secret is being replaced: any one will do.
  const signed = signature.split(" ").some((one) => {
    const [version, text = ""] = one.split(",");
    const given = Buffer.from(text, "base64");
    return version === "v1" && given.length === expected.length && timingSafeEqual(given, expected);
  });
  return signed ? id : null;
}
