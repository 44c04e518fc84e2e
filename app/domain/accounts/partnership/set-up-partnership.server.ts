// A partnership starts: its boards, groups, agencies and kinds of work, and the first admin, who brings in everyone else.

import { transact } from "db/client";
import { agencies, boards, partnership, roleGroups } from "db/schema";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { addPerson } from "../people/add-person.server";
import { grantRole } from "../people/grant-role.server";
import { insertPartnership } from "./insert-partnership.server";
import { agenciesToPick, type FirstAdmin, type PartnershipPlan } from "./partnership-plan";

/** `choices`: the agencies that the first admin could be of, where their address does not tell. */
export type SetUpRefusal = { kind: "already set up" } | { kind: "agency not told"; choices: string[] };

/**
 * Fills a database that nobody has set up. The first admin has no password: a link sent to their address lets them in.
 * @throws Forbidden
 */
export function setUpPartnership(
  ctx: Context,
  plan: PartnershipPlan,
  firstAdmin: FirstAdmin | null,
): Result<{ agencyIds: ReadonlyMap<string, string> }, SetUpRefusal> {
  if (ctx.actor.kind !== "system") throw new Forbidden("setting up");
  return transact(ctx.db, () => {
    const tables = [partnership, boards, agencies, roleGroups];
    if (tables.some((table) => ctx.db.select().from(table).limit(1).get()))
      return refused({ kind: "already set up" });
    const choices = firstAdmin ? agenciesToPick(plan, firstAdmin) : [];
    if (firstAdmin && choices.length !== 1) return refused({ kind: "agency not told", choices });

    const agencyIds = insertPartnership(ctx, plan);
    recordAudit(ctx, {
      action: "accounts.partnership set up",
      subjectKind: "partnership",
      subjectId: "1",
      detail: {
        boards: plan.boards.length,
        groups: plan.strategicDeliveryGroups.length,
        agencies: plan.agencies.length,
        roleGroups: plan.roleGroups.length,
      },
    });
    const agencyId = agencyIds.get(choices[0] ?? "");
    if (firstAdmin && agencyId) {
      const { name, email } = firstAdmin;
      const unsaid = { roleGroupId: null, jobTitle: null, team: null, lineManagerEmail: null };
      const personId = addPerson(ctx, { name, email, agencyId, ...unsaid, disabledAt: null });
      grantRole(ctx, { personId, role: "admin" });
    }
    return done({ agencyIds });
  });
}
