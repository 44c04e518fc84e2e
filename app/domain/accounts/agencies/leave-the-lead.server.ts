// Leading one agency gives no say in another.
import { roleGrants } from "db/schema";
import { and, eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { aboutPerson } from "../people/read-account.server";

/** For someone who moves to another agency; inside the caller's transaction. */
export function leaveTheLead(ctx: Context, personId: string): void {
  const role = "agency_lead" as const;
  const lead = and(eq(roleGrants.personId, personId), eq(roleGrants.role, role));
  if (ctx.db.delete(roleGrants).where(lead).run().changes === 0) return;
  recordAudit(ctx, { action: "accounts.role removed", ...aboutPerson(personId), detail: { role } });
}
