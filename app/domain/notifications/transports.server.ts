// The ways a letter can leave: by Resend, or into the mail tray of a demonstration.
import { setTimeout as pause } from "node:timers/promises";
import type { ErrorResponse } from "resend";
import { calendarParts } from "./calendar-parts";
import type { LetterBytes } from "./notifications";

export type Letter = LetterBytes & {
  id: string;
  /** The same for every try of one letter: the other side sends it once. */
  key: string;
  to: string;
  from: string;
};

export type Outcome =
  | { outcome: "sent"; id?: string }
  /** It may or may not have left. `afterMs`: the other side asked all letters to wait that long. */
  | { outcome: "try again"; problem: string; afterMs?: number }
  /** It did not leave, and never will as it is. */
  | { outcome: "refused"; problem: string };

export type Transport = {
  name: string;
  /** The outbox is its tray, so even letters with a secret in them are kept there. Only in a demonstration. */
  keepsLetters?: boolean;
  send(letter: Letter): Promise<Outcome>;
};

/** Says sent and keeps nothing: the outbox row itself holds the bytes, and the mail tray shows them. */
export const mailTray: Transport = {
  name: "mail tray",
  keepsLetters: true,
  send: async () => ({ outcome: "sent" }),
};

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
  let free: Promise<unknown> = Promise.resolve();
  return {
    name: "resend",
    async send(letter) {
      // Loaded when the first letter leaves, so that the server starts fast.
      const { Resend } = await import("resend");
      const turn = free.then(() => undefined);
      free = turn.then(() => pause(spacingMs));
      await turn;
      const answer = await new Resend(apiKey, baseUrl ? { baseUrl } : {}).emails.send(
        {
          from: letter.from,
          to: letter.to,
          subject: letter.subject,
          html: letter.html,
          text: letter.text,
          attachments: attachmentsOf(letter),
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
  const name = calendar.method === "REQUEST" ? "invitation" : "cancellation";
  return calendarParts(calendar.text).map((part, index, parts) => ({
    filename: parts.length === 1 ? `${name}.ics` : `${name}-${index + 1}.ics`,
    content: Buffer.from(part, "utf8"),
    // Outlook reads a part as an invitation only if the method is here too, and the same as inside.
    contentType: `text/calendar; charset=utf-8; method=${calendar.method}`,
  }));
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
