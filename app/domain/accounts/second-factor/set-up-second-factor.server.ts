// Someone begins to set up a second factor: a key is made for their app. It counts for nothing before it is confirmed.

import { prepared, transact } from "db/client";
import { secondFactors } from "db/schema";
import { eq, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { hours } from "~/shared/clock";
import { done, type Result, refused } from "~/shared/result";
import { ownId } from "../own-account/own-account.server";
import { aboutPerson } from "../people/read-account.server";
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

// A key that waits is sealed together with the signed-in session that began it. Whoever else has the password could
// otherwise read it in a session of their own, before its owner confirms it.
const waiting = (authSessionId: string, key: string) => `${authSessionId}:${key}`;

/** `secret`: the service's own, which seals and opens keys. */
type Means = { authSessionId: string; secret: string };

/**
 * The key that the person asking is to give their app, or null: they have not begun in this signed-in session, or have
 * finished. @throws Forbidden
 */
export function readKeyToSetUp(ctx: Context, { authSessionId, secret }: Means): string | null {
  const factor = standingOfFactor(ctx, ownId(ctx));
  if (factor.is !== "begun") return null;
  const [begunIn, key] = unseal(secret, factor.sealedKey).split(":");
  return begunIn === authSessionId && key ? key : null;
}

/**
 * Makes the key; one that waits for its first code in this signed-in session stays as it is, and one that waits in
 * another counts no more. @throws Forbidden
 */
export function setUpSecondFactor(ctx: Context, means: Means): Result<null, "already on"> {
  const personId = ownId(ctx);
  return transact(ctx.db, () => {
    if (standingOfFactor(ctx, personId).is === "on") return refused("already on");
    if (readKeyToSetUp(ctx, means) !== null) return done(null);
    const key = keyFrom(ctx.ids.secret());
    const made = {
      sealedKey: seal(means.secret, waiting(means.authSessionId, key), ctx.ids.secret()),
      startedAt: ctx.clock.now(),
      confirmedAt: null,
      lastStep: null,
    };
    const again = { target: secondFactors.personId, set: made };
    ctx.db
      .insert(secondFactors)
      .values({ personId, ...made })
      .onConflictDoUpdate(again)
      .run();
    recordAudit(ctx, { action: "accounts.second factor begun", ...aboutPerson(personId) });
    return done(null);
  });
}
