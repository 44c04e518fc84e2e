// What a provider's call says, in our words; null for what we do not heed.
import type { reportKinds } from "db/schema";
import { z } from "zod";

export type ReportKind = (typeof reportKinds)[number];

export type Report = {
  kind: ReportKind;
  /** Of a letter that came back: whether it would again. */
  lasting: boolean | null;
  at: number;
  /** The letter, as the provider calls it. */
  providerId: string;
  /** The letter, as we called it when we sent it, where the provider tells. */
  letterId: string | null;
};

export type Said = { report: Report } | { received: string };

/** Clicks and the like are not looked at: no link in a letter is watched. */
const kindOf: Record<string, ReportKind> = {
  "email.sent": "sent",
  "email.delivered": "delivered",
  "email.delivery_delayed": "delayed",
  "email.opened": "opened",
  "email.bounced": "bounced",
  // Mail there came back before, so the provider did not even try.
  "email.suppressed": "bounced",
  "email.complained": "complained",
  "email.failed": "failed",
};

const call = z.object({
  type: z.string(),
  created_at: z.string(),
  data: z.object({
    email_id: z.string().min(1).max(200),
    tags: z.record(z.string(), z.string()).optional().catch(undefined),
    bounce: z.object({ type: z.string() }).optional().catch(undefined),
  }),
});

export function readSaid(body: Buffer): Said | null {
  const read = call.safeParse(fromJson(body));
  if (!read.success) return null;
  const { type, created_at, data } = read.data;
  if (type === "email.received") return { received: data.email_id };
  const kind = Object.hasOwn(kindOf, type) ? kindOf[type] : undefined;
  const at = Date.parse(created_at);
  if (kind === undefined || Number.isNaN(at)) return null;
  const lasting = type === "email.suppressed" || data.bounce?.type === "Permanent";
  return {
    report: {
      kind,
      lasting: kind === "bounced" ? lasting : null,
      at,
      providerId: data.email_id,
      letterId: data.tags?.letter ?? null,
    },
  };
}

function fromJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return null;
  }
}
