// Somebody says who their line manager is: asked when a booking needs the address, kept for the next one.
import { transact } from "db/client";
import { type Context, holds } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { readPerson } from "../queries.server";
import { keepDetails } from "./change-own-details.server";

/** Keeps the address; the same again changes nothing. @throws NotFound for someone else's */
export function nameLineManager(
  ctx: Context,
  named: { personId: string; lineManagerEmail: string },
): Result<{ changed: boolean }, "own line manager"> {
  return transact(ctx.db, () => {
    const own = ctx.actor.kind === "person" && ctx.actor.personId === named.personId;
    if (!own && !holds(ctx.actor, "coordinator")) throw new NotFound("person");
    const lineManagerEmail = named.lineManagerEmail.trim();
    const { email } = readPerson(ctx, named.personId);
    if (lineManagerEmail.toLowerCase() === email.toLowerCase()) return refused("own line manager");
    return done({ changed: keepDetails(ctx, named.personId, { lineManagerEmail }) });
  });
}
