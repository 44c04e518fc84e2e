// The key of an app that is to take the old one's place, as it travels, sealed, in the form that finishes the move.
import { z } from "zod";
import type { Context } from "~/domain/context";
import { ownId } from "../own-account/own-account.server";
import { keyFrom, seal, unseal } from "./second-factor";
import { keyWaits, standingOfFactor } from "./set-up-second-factor.server";

/** Good for one person, once, and not for long. */
const sealedForm = z.object({
  personId: z.string(),
  instead: z.number(),
  until: z.number(),
  key: z.string(),
});

/** A new key for whoever asks, instead of the one that is on `since`. */
export function sealNewKey(ctx: Context, { since }: { since: number }, secret: string): string {
  const until = ctx.clock.now() + keyWaits;
  const key = keyFrom(ctx.ids.secret());
  return seal(secret, JSON.stringify({ personId: ownId(ctx), instead: since, until, key }), ctx.ids.secret());
}

/** The key in a form that `sealNewKey` sealed for whoever asks; null once it is used, old, or not from there. */
export function readKeyToReplace(ctx: Context, sealed: string, secret: string): string | null {
  const personId = ownId(ctx);
  const factor = standingOfFactor(ctx, personId);
  const form = sealedForm.safeParse(opened(sealed, secret)).data;
  if (!form || factor.is !== "on") return null;
  const fits = form.personId === personId && form.instead === factor.since && ctx.clock.now() < form.until;
  return fits ? form.key : null;
}

function opened(sealed: string, secret: string): unknown {
  try {
    return JSON.parse(unseal(secret, sealed));
  } catch {
    return null;
  }
}
