// Answering the end evaluation and having the certificate that waited for it, as one change.
import { transact } from "db/client";
import type { Context } from "~/domain/context";
import type { Given, InstrumentIds } from "~/domain/evaluations/evaluations";
import { type EvaluationKey, recordResponse } from "~/domain/evaluations/evaluations.server";
import { giveCertificates } from "./give-certificates.server";

/** Keeps a response like `recordResponse`; nobody waits for the worker's next turn to have their certificate. */
export function recordResponseAndCertify(
  ctx: Context,
  key: EvaluationKey,
  given: Given,
  shown: InstrumentIds | null = null,
): ReturnType<typeof recordResponse> {
  return transact(ctx.db, () => {
    const recorded = recordResponse(ctx, key, given, shown);
    if (recorded.ok && key.stage === "T2") giveCertificates(ctx, key.bookingId);
    return recorded;
  });
}
