// A role is taken away: it bites on the person's next request, as roles are read anew for each.

import { transact } from "db/client";
import { type GrantedRole, roleGrants } from "db/schema";
import { and, eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayGiveRole } from "../policy";
import { type Account, aboutPerson, isLastAdmin, readAccount } from "./read-account.server";

export type RoleRefusal = "own admin role" | "last admin";

/** A role they do not hold changes nothing. Whoever may give a role may take it away. @throws Forbidden, NotFound */
export function removeRole(
  ctx: Context,
  { personId, role }: { personId: string; role: GrantedRole },
): Result<null, RoleRefusal> {
  return transact(ctx.db, () => {
    if (!mayGiveRole(ctx.actor, role)) throw new Forbidden("roles");
    const account = readAccount(ctx, personId);
    const refusal = removalRefusal(ctx, account, role);
    if (refusal) return refused(refusal);
    const held = and(eq(roleGrants.personId, personId), eq(roleGrants.role, role));
    if (ctx.db.delete(roleGrants).where(held).run().changes === 0) return done(null);
    recordAudit(ctx, { action: "accounts.role removed", ...aboutPerson(personId), detail: { role } });
    return done(null);
  });
}

/** Somebody must be left to administer the service, and nobody shuts themselves out of it by a slip. */
export function removalRefusal(ctx: Context, account: Account, role: GrantedRole): RoleRefusal | null {
  if (role !== "admin" || !account.roles.has("admin")) return null;
  if (actorPersonId(ctx.actor) === account.id) return "own admin role";
  return isLastAdmin(ctx, account) ? "last admin" : null;
}
