// Who may answer an approval.
import { prepared } from "db/client";
import { type bookingApprovals, people } from "db/schema";
import { eq, sql } from "drizzle-orm";
import { actorPersonId, type Context, holds } from "~/domain/context";
import type { ActedAs } from "../bookings";
import { leads } from "../places/acts-as.server";

type ApprovalRow = typeof bookingApprovals.$inferSelect;

const ownAddress = prepared((db) =>
  db
    .select({ email: people.email, standing: people.agencyStanding })
    .from(people)
    .where(eq(people.id, sql.placeholder("id")))
    .prepare(),
);

/**
 * In what capacity the actor may answer: the line manager who was asked, by the link in their letter or signed in; a lead
 * of the person's agency; a coordinator. Nobody agrees to their own booking.
 */
export function answersAs(
  ctx: Pick<Context, "db" | "actor">,
  approval: Pick<ApprovalRow, "askedOf" | "approverEmail">,
  booker: { id: string; agencyId: string },
  byLink = false,
): ActedAs | null {
  const me = actorPersonId(ctx.actor);
  if (me === booker.id) return null;
  if (byLink && approval.askedOf === "line manager") return "line manager";
  if (holds(ctx.actor, "coordinator")) return "coordinator";
  if (leads(ctx, booker.agencyId)) return "agency lead";
  const own = me === null ? undefined : ownAddress(ctx.db).get({ id: me });
  const asked = approval.approverEmail?.toLowerCase();
  return own && own.standing === "confirmed" && own.email.toLowerCase() === asked ? "line manager" : null;
}
