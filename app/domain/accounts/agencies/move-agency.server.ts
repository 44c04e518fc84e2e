// What follows for someone's agency when they change their address, inside the caller's transaction.
import { people } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import type { Person } from "../accounts";
import { aboutPerson } from "../people/read-account.server";
import type { AgencyAfterMove } from "./agency-after-move";
import { askForConfirmation } from "./ask-for-confirmation.server";
import { leaveTheLead } from "./leave-the-lead.server";

export function moveAgency(ctx: Context, person: Person, { agency, standing, asks }: AgencyAfterMove): void {
  const changes = agency.id !== person.agencyId || standing !== person.agencyStanding;
  const since = changes ? { agencyStandingSince: ctx.clock.now() } : {};
  const set = { agencyId: agency.id, agencyStanding: standing, ...since };
  ctx.db.update(people).set(set).where(eq(people.id, person.id)).run();
  if (agency.id !== person.agencyId) {
    const detail = { from: person.agencyId, to: agency.id };
    recordAudit(ctx, { action: "accounts.agency changed", ...aboutPerson(person.id), detail });
    leaveTheLead(ctx, person.id);
  }
  if (asks) askForConfirmation(ctx, { personId: person.id, name: person.name, agency });
}
