// What a person needs to take part: asked once, kept with the person, changed by themselves or a coordinator.
import { transact } from "db/client";
import { type Context, holds } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { keepDetails } from "./change-own-details.server";

/** Keeps the text; the same text again changes nothing. @throws NotFound for someone else's */
export function changeNeeds(
  ctx: Context,
  change: { personId: string; accessNeeds: string; dietaryNeeds?: string | undefined },
): void {
  transact(ctx.db, () => {
    const own = ctx.actor.kind === "person" && ctx.actor.personId === change.personId;
    if (!own && !holds(ctx.actor, "coordinator")) throw new NotFound("person");
    const { accessNeeds, dietaryNeeds } = change;
    keepDetails(ctx, change.personId, {
      accessNeeds: accessNeeds.trim() || null,
      // Not asked where there is no food: what is known stays.
      ...(dietaryNeeds !== undefined && { dietaryNeeds: dietaryNeeds.trim() || null }),
    });
  });
}
