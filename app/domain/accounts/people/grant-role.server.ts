// A role is given: once, and audited.

import { transact } from "db/client";
import type { GrantedRole } from "db/schema";
import { roleGrants } from "db/schema";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { mayGiveRole } from "../policy";
import { readPerson } from "../queries.server";

/**
 * Gives a person a role; one they hold already changes nothing. Coordinators may make trainers, admins anything.
 * @throws Forbidden, NotFound
 */
export function grantRole(ctx: Context, grant: { personId: string; role: GrantedRole }): void {
  transact(ctx.db, () => {
    if (!mayGiveRole(ctx.actor, grant.role)) throw new Forbidden("roles");
    readPerson(ctx, grant.personId);
    const given = ctx.db
      .insert(roleGrants)
      .values({ ...grant, grantedAt: ctx.clock.now(), grantedBy: actorPersonId(ctx.actor) })
      .onConflictDoNothing()
      .run();
    if (given.changes === 0) return;
    recordAudit(ctx, {
      action: "accounts.role granted",
      subjectKind: "person",
      subjectId: grant.personId,
      aboutPersonId: grant.personId,
      detail: { role: grant.role },
    });
  });
}
