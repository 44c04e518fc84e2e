// An account loses everything that tells whose it was. The row stays, so that what it counts for stays counted.
import { transact } from "db/client";
import {
  authSessions,
  externalIdentities,
  people,
  recoveryCodes,
  roleGrants,
  secondFactors,
  signInLinks,
} from "db/schema";
import { eq, inArray, or, sql } from "drizzle-orm";
import { type Context, holds } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { readPerson } from "../queries.server";
import { addressesOf } from "./addresses-of.server";
import { renameLineManager } from "./rename-line-manager.server";

/** What stands where an address stood: unique, and nothing that mail could be sent to. */
const noAddress = (personId: string) => `erased-${personId}@invalid`;

/**
 * The accounts room's part of erasing someone: they can sign in no more, and nobody can tell who they were. The caller
 * decides whether it may be, and audits it.
 * @returns every address they are known to have had, and what stands where one stood
 * @throws Forbidden, NotFound
 */
export function forgetPerson(ctx: Context, personId: string): { emails: string[]; instead: string } {
  if (ctx.actor.kind !== "system" && !holds(ctx.actor, "admin")) throw new Forbidden("erasure");
  return transact(ctx.db, () => {
    readPerson(ctx, personId);
    const emails = addressesOf(ctx, personId);
    const now = ctx.clock.now();
    const instead = noAddress(personId);
    ctx.db
      .update(people)
      .set({
        name: "Erased person",
        email: instead,
        jobTitle: null,
        team: null,
        lineManagerEmail: null,
        accessNeeds: null,
        dietaryNeeds: null,
        passwordHash: null,
        agencyStandingSince: null,
        disabledAt: sql`coalesce(${people.disabledAt}, ${now})`,
        erasedAt: now,
      })
      .where(eq(people.id, personId))
      .run();
    // Colleagues who named them as their line manager hold their address too.
    renameLineManager(ctx, { from: emails, to: null, except: [personId] });
    ctx.db
      .delete(signInLinks)
      .where(or(eq(signInLinks.personId, personId), inArray(sql`lower(${signInLinks.email})`, emails)))
      .run();
    ctx.db.delete(authSessions).where(eq(authSessions.userId, personId)).run();
    ctx.db.delete(secondFactors).where(eq(secondFactors.personId, personId)).run();
    ctx.db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId)).run();
    ctx.db.delete(externalIdentities).where(eq(externalIdentities.personId, personId)).run();
    ctx.db.delete(roleGrants).where(eq(roleGrants.personId, personId)).run();
    return { emails, instead };
  });
}
