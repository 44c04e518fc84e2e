// Several roles of a person are given and taken away in one go: all of it or nothing.

import { transact } from "db/client";
import type { GrantedRole } from "db/schema";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayGiveRole } from "../policy";
import { grantRole } from "./grant-role.server";
import { readAccount } from "./read-account.server";
import { type RoleRefusal, removalRefusal, removeRole } from "./remove-role.server";

/** @throws Forbidden, NotFound */
export function changeRoles(
  ctx: Context,
  { personId, give, take }: { personId: string; give: GrantedRole[]; take: GrantedRole[] },
): Result<null, RoleRefusal | "has left"> {
  if (![...give, ...take].every((role) => mayGiveRole(ctx.actor, role))) throw new Forbidden("roles");
  return transact(ctx.db, () => {
    const account = readAccount(ctx, personId);
    // Roles of someone who has left would come alive unseen when their account is opened again.
    if (give.length > 0 && account.disabledAt !== null) return refused("has left");
    for (const role of take) {
      const refusal = removalRefusal(ctx, account, role);
      if (refusal) return refused(refusal);
    }
    for (const role of take) removeRole(ctx, { personId, role });
    for (const role of give) grantRole(ctx, { personId, role });
    return done(null);
  });
}
