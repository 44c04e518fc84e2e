import { promotions } from "db/schema";
import { actorPersonId, type Context } from "~/domain/context";
import type { Terms } from "~/domain/terms/terms";
import { hours } from "~/shared/clock";
import { changeState, type readBookingRow, tell } from "../change-state.server";
import type { SessionWithPlaces } from "../places.server";
import type { Queue } from "./allocation";

/** What a promotion was decided by, without anybody's name. */
export const weighed = (queue: Queue) => ({
  free: queue.free,
  kept: queue.kept,
  held: Object.fromEntries(queue.held),
  openOffers: queue.openOffers,
  waiting: queue.waiting,
  groups: queue.groups,
});

/** Offers one person a place, and keeps why. The caller has seen that there is one. */
export function promote(
  ctx: Context,
  promotion: {
    booking: ReturnType<typeof readBookingRow>;
    session: SessionWithPlaces;
    terms: Terms;
    kind: "policy" | "override";
    reason: string;
    inputs: unknown;
    overrideReason?: string;
  },
): void {
  const { booking, session, terms, kind, overrideReason } = promotion;
  const now = ctx.clock.now();
  const offerEndsAt = Math.min(now + hours(terms.rules.waiting.offerHours), session.bookingClosesAt);
  ctx.db
    .insert(promotions)
    .values({
      bookingId: booking.id,
      sessionId: session.id,
      at: now,
      kind,
      policy: terms.rules.waiting.policy,
      termsId: terms.id,
      reason: promotion.reason,
      inputs: promotion.inputs,
      byPersonId: kind === "override" ? actorPersonId(ctx.actor) : null,
      overrideReason: overrideReason ?? null,
    })
    .run();
  const offered = changeState(ctx, booking, "offered", {
    offerEndsAt,
    ...(kind === "override" && { cause: "out of turn" as const }),
  });
  tell(ctx, "booking offered", offered, session, { offerEndsAt });
}
