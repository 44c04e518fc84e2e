// In what capacity somebody changes a booking; whom they lead is read where it matters.
import { agencyLedBy } from "~/domain/accounts/accounts.server";
import { type Context, holds } from "~/domain/context";
import type { ActedAs } from "../bookings";
import { capacityIn } from "../policy";

/** Whether the actor leads this agency; whoever leads one leads only theirs. */
export const leads = (ctx: Pick<Context, "db" | "actor">, agencyId: string): boolean =>
  holds(ctx.actor, "agency_lead") && agencyLedBy(ctx)?.id === agencyId;

/** In what capacity the actor may change the bookings of this person. Null: not at all. */
export const actsAs = (
  ctx: Pick<Context, "db" | "actor">,
  whose: { personId: string; agencyId: string },
): ActedAs | null => capacityIn(ctx.actor, whose) ?? (leads(ctx, whose.agencyId) ? "agency lead" : null);
