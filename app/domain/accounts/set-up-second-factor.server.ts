// Someone begins to set up a second factor: a key is made for their app. It counts for nothing before it is confirmed.

import { prepared, transact } from "db/client";
import { secondFactors } from "db/schema";
import { eq, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { hours } from "~/shared/clock";
import { done, type Result, refused } from "~/shared/result";
import { ownId } from "./own-account.server";
import { aboutPerson } from "./read-account.server";
import { keyFrom, seal, unseal } from "./second-factor";

/** How long a key waits for its first code. */
export const keyWaits = hours(1);

const factorOf = prepared((db) =>
  db
    .select()
    .from(secondFactors)
    .where(eq(secondFactors.personId, sql.placeholder("personId")))
    .prepare(),
);

/** What there is of someone's second factor; a key that has waited too long is none. */
export function standingOfFactor(
  ctx: Pick<Context, "db" | "clock">,
  personId: string,
): { is: "none" } | { is: "begun"; sealedKey: string } | { is: "on"; since: number } {
  const factor = factorOf(ctx.db).get({ personId });
  if (factor && factor.confirmedAt !== null) return { is: "on", since: factor.confirmedAt };
  if (!factor || ctx.clock.now() - factor.startedAt >= keyWaits) return { is: "none" };
  return { is: "begun", sealedKey: factor.sealedKey };
}

/**
 * The key that the person asking is to give their app, or null: they have not begun, or have finished.
 * @param secret the service's secret, which opens the sealed key. @throws Forbidden
 */
export function readKeyToSetUp(ctx: Context, secret: string): string | null {
  const factor = standingOfFactor(ctx, ownId(ctx));
  return factor.is === "begun" ? unseal(secret, factor.sealedKey) : null;
}

/** Makes the key; one that waits for its first code stays as it is. @throws Forbidden */
export function setUpSecondFactor(ctx: Context, secret: string): Result<null, "already on"> {
  const personId = ownId(ctx);
  return transact(ctx.db, () => {
    const factor = standingOfFactor(ctx, personId);
    if (factor.is === "on") return refused("already on");
    if (factor.is === "begun") return done(null);
    const made = {
      sealedKey: seal(secret, keyFrom(ctx.ids.secret()), ctx.ids.secret()),
      startedAt: ctx.clock.now(),
      confirmedAt: null,
      lastStep: null,
    };
    ctx.db
      .insert(secondFactors)
      .values({ personId, ...made })
      .onConflictDoUpdate({ target: secondFactors.personId, set: made })
      .run();
    recordAudit(ctx, {
      action: "accounts.second factor begun",
      ...aboutPerson(personId),
    });
    return done(null);
  });
}
