// The secret in a personal calendar's address: a signature over its row's id, so that its owner can be shown it again
// although only its hash is kept. Never made from anything that others know.
import { createHash, createHmac } from "node:crypto";

/** 192 bits, safe in an address. */
export const feedToken = (secret: string, feedId: string): string =>
  createHmac("sha256", secret).update(`calendar/${feedId}`).digest().subarray(0, 24).toString("base64url");

export const feedTokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");
