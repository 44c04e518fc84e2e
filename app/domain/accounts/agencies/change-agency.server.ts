// Somebody works for another agency than their account says: those who look after people put it right.

import { transact } from "db/client";
import { agencies, people } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { aboutPerson, readAccount } from "../people/read-account.server";
import { mayLookAfterPeople } from "../policy";
import { confirmAgency, tellOfAgency } from "./confirm-agency.server";
import { leaveTheLead } from "./leave-the-lead.server";

export type AgencyRefusal = "has left" | "no such agency";

/** Their agency from now on, confirmed; the one they have is confirmed by it. @throws Forbidden, NotFound */
export function changeAgency(
  ctx: Context,
  { personId, agencyId }: { personId: string; agencyId: string },
): Result<null, AgencyRefusal> {
  if (!mayLookAfterPeople(ctx.actor)) throw new Forbidden("people's agencies");
  return transact(ctx.db, () => {
    const account = readAccount(ctx, personId);
    if (account.disabledAt !== null) return refused("has left");
    const agency = ctx.db.select().from(agencies).where(eq(agencies.id, agencyId)).get();
    if (!agency) return refused("no such agency");
    if (agency.id === account.agencyId) return confirmAgency(ctx, personId);

    const standing = { agencyStanding: "confirmed" as const, agencyStandingSince: ctx.clock.now() };
    const set = { agencyId, ...standing };
    ctx.db.update(people).set(set).where(eq(people.id, personId)).run();
    const detail = { from: account.agencyId, to: agencyId };
    recordAudit(ctx, { action: "accounts.agency changed", ...aboutPerson(personId), detail });
    leaveTheLead(ctx, personId);
    tellOfAgency(ctx, account, { name: agency.name, agencyStanding: "confirmed" });
    return done(null);
  });
}
