// Sends letters by Resend, and reads what each of its answers means.
import type { ErrorResponse } from "resend";
import {
  calendarName,
  type Letter,
  type Outcome,
  pace,
  stopHeaders,
  type Transport,
} from "./transports.server";

/**
 * Sends by Resend, one letter at a time: its batches drop attachments silently.
 * @param options.spacingMs least time from one letter to the next; Resend allows two a second
 * @param options.timeoutMs how long to wait for an answer; well below the worker's lease
 */
export function resendTransport(options: {
  apiKey: string;
  baseUrl?: string | undefined;
  spacingMs?: number;
  timeoutMs?: number;
}): Transport {
  const { apiKey, baseUrl, spacingMs = 500, timeoutMs = 15_000 } = options;
  const turn = pace(spacingMs);
  return {
    name: "resend",
    remembersKeys: true,
    async send(letter) {
      // Loaded when the first letter leaves, so that the server starts fast.
      const { Resend } = await import("resend");
      await turn();
      const headers = stopHeaders(letter);
      const answer = await new Resend(apiKey, baseUrl ? { baseUrl } : {}).emails.send(
        {
          from: letter.from,
          to: letter.to,
          subject: letter.subject,
          html: letter.html,
          text: letter.text,
          attachments: attachmentsOf(letter),
          // Its reports name the letter by this, even one that came before we knew what the provider calls it.
          tags: [{ name: "letter", value: letter.id }],
          ...(headers && { headers }),
        },
        { idempotencyKey: letter.key, signal: AbortSignal.timeout(timeoutMs) },
      );
      if (answer.data) return { outcome: "sent", id: answer.data.id };
      return outcomeOf(answer.error, answer.headers ?? {});
    },
  };
}

function attachmentsOf({ calendar }: Letter) {
  if (!calendar) return undefined;
  return [
    {
      filename: calendarName(calendar),
      content: Buffer.from(calendar.text, "utf8"),
      // Outlook reads a part as an invitation only if the method is here too, and the same as inside.
      contentType: `text/calendar; charset=utf-8; method=${calendar.method}`,
    },
  ];
}

/** Our key or our setting is at fault, not the letter: it may leave once that is put right. */
const ourFault = new Set(["missing_api_key", "restricted_api_key", "invalid_api_key"]);

function outcomeOf(error: Partial<ErrorResponse> | null, headers: Record<string, string>): Outcome {
  const status = error?.statusCode ?? null;
  const name = error?.name ?? "no answer that could be read";
  const problem = [status, name, error?.message].filter(Boolean).join(" ").slice(0, 300);
  if (status === 429 || name === "rate_limit_exceeded") {
    return { outcome: "try again", problem, afterMs: secondsIn(headers["retry-after"]) * 1000 };
  }
  const passing =
    status === null || status >= 500 || status === 408 || name === "concurrent_idempotent_requests";
  return passing || ourFault.has(name) ? { outcome: "try again", problem } : { outcome: "refused", problem };
}

const secondsIn = (header: string | undefined) => (/^\d{1,6}$/.test(header ?? "") ? Number(header) : 1);
