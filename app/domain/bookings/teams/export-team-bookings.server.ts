// Gives a lead their agency's bookings to come as a list to keep; taking it away is audited.
import { transact } from "db/client";
import { agencyLedBy } from "~/domain/accounts/accounts.server";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { listTeamBookings, type TeamBooking, type TeamBookingFilter } from "./team-queries.server";

/** More bookings than an agency has. */
const all = 1_000_000;

/** @throws Forbidden for whoever leads no agency */
export function exportTeamBookings(ctx: Context, filter: TeamBookingFilter): TeamBooking[] {
  return transact(ctx.db, () => {
    const led = agencyLedBy(ctx);
    const found = listTeamBookings(ctx, filter, { number: 1, size: all });
    if (!led || !found) throw new Forbidden("an agency's bookings");
    recordAudit(ctx, {
      action: "bookings.exported",
      subjectKind: "agency",
      subjectId: led.id,
      detail: { agencyId: led.id, rows: found.bookings.length },
    });
    return found.bookings;
  });
}
