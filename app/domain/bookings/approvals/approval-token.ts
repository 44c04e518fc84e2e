// The secret in an approval's address: a signature over what it opens, so that nothing secret is stored.
import { createHmac, timingSafeEqual } from "node:crypto";

/** A token of 128 bits for one approval: "<approval>~<signature>". */
export const approvalToken = (secret: string, approvalId: string): string =>
  `${approvalId}~${signature(secret, approvalId)}`;

/** The approval that a token opens, or null for anything that this service did not sign. */
export function readApprovalToken(secret: string, token: string): string | null {
  const [approvalId = "", signed = "", ...more] = token.split("~");
  if (more.length > 0) return null;
  const expected = Buffer.from(signature(secret, approvalId));
  const given = Buffer.from(signed);
  return expected.length === given.length && timingSafeEqual(expected, given) ? approvalId : null;
}

const signature = (secret: string, approvalId: string): string =>
  createHmac("sha256", secret)
    .update(`approval/${approvalId}`)
    .digest()
    .subarray(0, 16)
    .toString("base64url");
