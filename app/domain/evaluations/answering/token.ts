// The secret in an evaluation's address. It is a signature over what it opens, so that nothing secret is stored and the
// same link can be made again wherever it is shown.
import { createHmac, timingSafeEqual } from "node:crypto";
import { type Stage, stages } from "../evaluations";

export type EvaluationKey = { bookingId: string; stage: Stage };

/** A token of 128 bits for one booking at one stage: "<booking>~T2~<signature>". */
export function evaluationToken(secret: string, key: EvaluationKey): string {
  return `${key.bookingId}~${key.stage}~${signature(secret, key)}`;
}

/** What a token opens, or null for anything that this service did not sign. */
export function readEvaluationToken(secret: string, token: string): EvaluationKey | null {
  const [bookingId = "", stage = "", signed = "", ...more] = token.split("~");
  const known = stages.find((candidate) => candidate === stage);
  if (!known || more.length > 0) return null;
  const expected = Buffer.from(signature(secret, { bookingId, stage: known }));
  const given = Buffer.from(signed);
  return expected.length === given.length && timingSafeEqual(expected, given)
    ? { bookingId, stage: known }
    : null;
}

function signature(secret: string, { bookingId, stage }: EvaluationKey): string {
  return createHmac("sha256", secret)
    .update(`evaluation/${bookingId}/${stage}`)
    .digest()
    .subarray(0, 16)
    .toString("base64url");
}
