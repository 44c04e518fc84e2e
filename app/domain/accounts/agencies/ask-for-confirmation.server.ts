// Someone says they work for an agency and their address does not prove it: those who know are asked.
import { people, roleGrants } from "db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { postMessage } from "~/domain/notifications/notifications.server";

/** Writes to the agency's leads; where it has none, to the coordinators. Inside the caller's transaction. */
export function askForConfirmation(
  ctx: Context,
  joiner: { personId: string; name: string; agency: { id: string; name: string } },
): void {
  const holding = (role: "agency_lead" | "coordinator", agencyId?: string) =>
    ctx.db
      .select({ id: people.id, name: people.name, email: people.email })
      .from(people)
      .innerJoin(roleGrants, and(eq(roleGrants.personId, people.id), eq(roleGrants.role, role)))
      .where(and(isNull(people.disabledAt), agencyId ? eq(people.agencyId, agencyId) : undefined))
      .all();
  const leads = holding("agency_lead", joiner.agency.id);
  for (const asked of leads.length > 0 ? leads : holding("coordinator")) {
    postMessage(ctx, {
      kind: "account to confirm",
      key: `account-to-confirm/${joiner.personId}/${joiner.agency.id}/${asked.id}/${ctx.clock.now()}`,
      to: { personId: asked.id, email: asked.email },
      facts: {
        personName: asked.name,
        joinerName: joiner.name,
        agencyName: joiner.agency.name,
        asLead: leads.length > 0,
      },
    });
  }
}
