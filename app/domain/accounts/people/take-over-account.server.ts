// One account of a person takes over what another of theirs holds: roles, identities, and what they told about themselves.
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
import { asc, eq, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { type Context, holds } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { leaveTheLead } from "../agencies/leave-the-lead.server";
import { readPerson } from "../queries.server";
import { grantRole } from "./grant-role.server";
import { leftBehind } from "./merge-limits";
import { mergedDetails } from "./merged-details";
import { renameLineManager } from "./rename-line-manager.server";

/**
 * The accounts room's part of a merge. `from` is closed and keeps its name and address, so that whoever signs in with
 * it can be told where to go; what was told in `into` stands, and its blanks are filled. The caller audits the merge.
 * @throws Forbidden, NotFound
 */
export function takeOverAccount(
  ctx: Context,
  { fromId, intoId }: { fromId: string; intoId: string },
): { roles: number; identities: number } {
  if (!holds(ctx.actor, "admin")) throw new Forbidden("merging accounts");
  return transact(ctx.db, () => {
    const from = readPerson(ctx, fromId);
    const into = readPerson(ctx, intoId);
    const behind = leftBehind(from, into);
    if (behind.lead) leaveTheLead(ctx, fromId);

    const ofFrom = eq(roleGrants.personId, fromId);
    const held = ctx.db.select().from(roleGrants).where(ofFrom).orderBy(asc(roleGrants.role)).all();
    ctx.db.delete(roleGrants).where(ofFrom).run();
    for (const { role } of held) {
      const about = { subjectKind: "person", subjectId: fromId, aboutPersonId: fromId };
      recordAudit(ctx, { action: "accounts.role removed", ...about, detail: { role } });
      grantRole(ctx, { personId: intoId, role });
    }
    const ownIdentities = eq(externalIdentities.personId, fromId);
    if (behind.waysIn) ctx.db.delete(externalIdentities).where(ownIdentities).run();
    const moving = ctx.db.update(externalIdentities).set({ personId: intoId }).where(ownIdentities);
    const identities = moving.run().changes;
    // Each belongs to the way in that ends here.
    ctx.db.delete(authSessions).where(eq(authSessions.userId, fromId)).run();
    ctx.db.delete(signInLinks).where(eq(signInLinks.personId, fromId)).run();
    ctx.db.delete(secondFactors).where(eq(secondFactors.personId, fromId)).run();
    ctx.db.delete(recoveryCodes).where(eq(recoveryCodes.personId, fromId)).run();

    renameLineManager(ctx, { from: [from.email], to: into.email, except: [fromId, intoId] });
    ctx.db.update(people).set(mergedDetails(from, into)).where(eq(people.id, intoId)).run();
    // Accounts that were merged into this one before lead on to where it leads.
    ctx.db.update(people).set({ mergedIntoId: intoId }).where(eq(people.mergedIntoId, fromId)).run();
    ctx.db
      .update(people)
      .set({
        mergedIntoId: intoId,
        disabledAt: sql`coalesce(${people.disabledAt}, ${ctx.clock.now()})`,
        lineManagerEmail: null,
        accessNeeds: null,
        dietaryNeeds: null,
      })
      .where(eq(people.id, fromId))
      .run();
    return { roles: held.length, identities };
  });
}
