// Takes a letter that somebody sent us: only a calendar program's answer to an invitation is read.
import { heedReply } from "~/domain/bookings/bookings.server";
import { readCalendarDomain } from "~/domain/calendars/calendars.server";
import { type Context, system } from "~/domain/context";
import { fetchReceived } from "~/domain/notifications/notifications.server";
import { log } from "~/log.server";
import type { Settings } from "~/settings.server";

/** The provider waits for our answer, and calls again where it comes late. */
const longestMs = 4000;

/** @param id as the provider calls the letter. "call again": it could not be fetched now */
export async function takeReceived(
  ctx: Context & { settings: Settings },
  id: string,
): Promise<"taken" | "call again"> {
  const { resend, publicUrl } = ctx.settings;
  if (!resend) return "taken";
  let received: Awaited<ReturnType<typeof fetchReceived>>;
  try {
    received = await fetchReceived({ ...resend, signal: AbortSignal.timeout(longestMs) }, id);
  } catch (problem) {
    log.warn({ problem }, "a received letter could not be fetched");
    return "call again";
  }
  for (const calendar of received?.calendars ?? []) heed(ctx, received?.from ?? "", calendar, publicUrl);
  return "taken";
}

/** As though this had come back by mail: what the provider's call and the demonstration's button both do. */
export const heed = (ctx: Context, from: string, calendar: string, publicUrl: string) =>
  heedReply({ ...ctx, actor: system }, { from, calendar, domain: readCalendarDomain(ctx, publicUrl) });
