// Charges taken away as a file: who took which is kept, because the file names people.
import { transact } from "db/client";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import type { CivilDate } from "~/shared/civil-time";
import { type AgencyStatement, agencyStatement } from "./agency-statement.server";
import { type ChargeFilters, type ListedCharge, listCharges } from "./list-charges.server";

/** The charges that fit, all of them, newest first. @throws Forbidden for anyone but coordinators */
export function exportCharges(ctx: Context, filters: ChargeFilters): ListedCharge[] {
  return transact(ctx.db, () => {
    const { charges } = listCharges(ctx, filters);
    recordAudit(ctx, {
      action: "charges.exported",
      subjectKind: "charges",
      subjectId: filters.agencyId ?? "all",
      detail: { rows: charges.length },
    });
    return charges;
  });
}

/** An agency's statement, to be kept as a file. @throws NotFound as `agencyStatement` */
export function exportStatement(
  ctx: Context,
  period: { agencyId: string; from: CivilDate; to: CivilDate },
): AgencyStatement {
  return transact(ctx.db, () => {
    const statement = agencyStatement(ctx, period);
    recordAudit(ctx, {
      action: "charges.exported",
      subjectKind: "agency",
      subjectId: period.agencyId,
      detail: { rows: statement.charges.length },
    });
    return statement;
  });
}
