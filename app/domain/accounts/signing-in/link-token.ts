// The secret in the address of an emailed link: a signature over the link's id. The database holds only the id, so a
// copy of it opens nothing, and the letter can be composed from the id again.
import { createHmac, timingSafeEqual } from "node:crypto";

/** A token of 128 bits for one link: "<id>~<signature>". */
export const linkToken = (secret: string, linkId: string) => `${linkId}~${signature(secret, linkId)}`;

/** The link that a token opens, or null for anything that this service did not sign. */
export function readLinkToken(secret: string, token: string): string | null {
  const [linkId = "", signed = "", ...more] = token.split("~");
  if (linkId === "" || more.length > 0) return null;
  const expected = Buffer.from(signature(secret, linkId));
  const given = Buffer.from(signed);
  return expected.length === given.length && timingSafeEqual(expected, given) ? linkId : null;
}

const signature = (secret: string, linkId: string) =>
  createHmac("sha256", secret)
    .update(`sign-in link/${linkId}`)
    .digest()
    .subarray(0, 16)
    .toString("base64url");
