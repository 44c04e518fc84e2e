// Sign-in links that ended and signed-in sessions that died are taken away once they have been kept long enough.
import { transact } from "db/client";
import { authSessions, signInLinks } from "db/schema";
import { inArray } from "drizzle-orm";
import { type Context, holds } from "~/domain/context";
import { Forbidden } from "~/shared/problems";

const mustKeepHouse = (ctx: Context) => {
  if (ctx.actor.kind !== "system" && !holds(ctx.actor, "admin")) throw new Forbidden("sign-in records");
};

/** @returns how many there were. @throws Forbidden */
export function clearSignInLinks(ctx: Context, ids: string[]): number {
  mustKeepHouse(ctx);
  return transact(ctx.db, () => ctx.db.delete(signInLinks).where(inArray(signInLinks.id, ids)).run().changes);
}

/** @returns how many there were. @throws Forbidden */
export function clearAuthSessions(ctx: Context, ids: string[]): number {
  mustKeepHouse(ctx);
  return transact(
    ctx.db,
    () => ctx.db.delete(authSessions).where(inArray(authSessions.id, ids)).run().changes,
  );
}
