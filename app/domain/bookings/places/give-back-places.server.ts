// Held places are given back before their day.
import { transact } from "db/client";
import { type Context, holds } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { done, type Result } from "~/shared/result";
import { leads } from "./acts-as.server";
import { readHeldPlaces, release } from "./release-places.server";

/** Gives held places back before their day; again changes nothing. @throws NotFound for whoever may not */
export function giveBackPlaces(ctx: Context, heldPlacesId: string): Result<null, never> {
  return transact(ctx.db, () => {
    const held = readHeldPlaces(ctx, heldPlacesId);
    const allowed =
      holds(ctx.actor, "coordinator") || (held.kind === "reserved" && leads(ctx, held.agencyId));
    if (!allowed) throw new NotFound("held places");
    if (held.endedAt === null) release(ctx, held, "given back");
    return done(null);
  });
}
