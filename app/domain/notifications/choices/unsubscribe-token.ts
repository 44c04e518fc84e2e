// The secret in the address that stops one kind of optional mail to one person: a signature, so that nothing is stored.
import { createHmac, timingSafeEqual } from "node:crypto";
import { optionalTopics } from "db/schema";

export type Topic = (typeof optionalTopics)[number];
export type Unsubscription = { personId: string; topic: Topic };

const slugOf = (topic: Topic) => topic.replaceAll(" ", "-");

/** A token of 128 bits for one person and one topic: "<person>~<topic>~<signature>". */
export const unsubscribeToken = (secret: string, { personId, topic }: Unsubscription): string =>
  `${personId}~${slugOf(topic)}~${signature(secret, personId, topic)}`;

/** Whom and what a token is about, or null for anything that this service did not sign. */
export function readUnsubscribeToken(secret: string, token: string): Unsubscription | null {
  const [personId = "", slug, signed = "", ...more] = token.split("~");
  const topic = optionalTopics.find((one) => slugOf(one) === slug);
  if (topic === undefined || more.length > 0) return null;
  const expected = Buffer.from(signature(secret, personId, topic));
  const given = Buffer.from(signed);
  return expected.length === given.length && timingSafeEqual(expected, given) ? { personId, topic } : null;
}

const signature = (secret: string, personId: string, topic: Topic): string =>
  createHmac("sha256", secret)
    .update(`unsubscribe/${personId}/${topic}`)
    .digest()
    .subarray(0, 16)
    .toString("base64url");
