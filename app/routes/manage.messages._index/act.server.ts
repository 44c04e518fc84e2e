// What can be done with a message in trouble: write it again, or mark it as seen to.
import type { Context } from "~/domain/context";
import { sendAgain, settle, type WhyNotAgain } from "~/domain/notifications/notifications.server";
import { done, type Result, refused } from "~/shared/result";

const whyNot: Record<WhyNotAgain, string> = {
  "not in trouble": "This message needs nothing any more: it was sent, or somebody has seen to it",
  overtaken: "A later message about the same place has gone since. Mark this one as seen to",
  "run out": "This message cannot be sent again: its link has run out. Ask them to ask for a new one",
  cleared: "This message cannot be sent again: what it said is no longer kept",
};

/** @returns what was done, or why not in words. @throws NotFound, Forbidden */
export function act(ctx: Context, posted: FormData): Result<"again" | "seen", string> {
  const id = String(posted.get("id") ?? "");
  const intent = posted.get("intent");
  if (intent !== "again" && intent !== "seen") return refused("Choose what to do with one of the buttons");
  const acted = intent === "again" ? sendAgain(ctx, id) : settle(ctx, id);
  return acted.ok ? done(intent) : refused(whyNot[acted.reason]);
}
