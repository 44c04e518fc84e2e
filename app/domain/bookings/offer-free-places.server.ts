// Free places are offered to those whose turn it is, for a limited time; each promotion keeps its reason.

import { transact } from "db/client";
import { bookingGroups, promotions } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import type { Terms } from "~/domain/terms/terms";
import { termsOfCourse } from "~/domain/terms/terms.server";
import { hours } from "~/shared/clock";
import { type Allocation, allocate, type Queue } from "./allocation";
import { changeState, readBookingRow, tell } from "./change-state.server";
import { readPlaces, type SessionWithPlaces } from "./places.server";
import { readQueue } from "./queue.server";
import { bookingWindow } from "./rules";

/**
 * Offers every free place of a session to those whose turn it is by the board's policy, of the confirmed who are still
 * here. Nothing is offered before booking opens or after it closes.
 * @returns how many were offered
 */
export function offerFreePlaces(ctx: Context, sessionId: string): number {
  return transact(ctx.db, () => {
    const session = readPlaces(ctx, sessionId);
    if (session.waiting === 0 || bookingWindow(session, ctx.clock.now()) !== "open") return 0;
    const terms = termsOfCourse(ctx, session.courseId);
    const queue = readQueue(ctx, session, terms);
    const allocation = allocate(queue);
    keepGroups(ctx, session.id, queue, allocation);
    for (const { waiting, reason } of allocation.offers) {
      const booking = readBookingRow(ctx, waiting.bookingId);
      promote(ctx, { booking, session, terms, kind: "policy", reason, inputs: weighed(queue) });
    }
    return allocation.offers.length;
  });
}

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

/** A group's clock starts with the first place set aside for it; when it has run out, its people wait one by one. */
function keepGroups(ctx: Context, sessionId: string, queue: Queue, { setAside, split }: Allocation): void {
  const now = ctx.clock.now();
  for (const { groupId, places } of setAside) {
    if (queue.groups.find(({ id }) => id === groupId)?.setAsideSince !== null) continue;
    ctx.db.update(bookingGroups).set({ setAsideSince: now }).where(eq(bookingGroups.id, groupId)).run();
    recordAudit(ctx, {
      action: "bookings.group waits",
      subjectKind: "booking group",
      subjectId: groupId,
      detail: { sessionId, setAside: places },
    });
  }
  for (const groupId of split) {
    ctx.db.update(bookingGroups).set({ splitAt: now }).where(eq(bookingGroups.id, groupId)).run();
    recordAudit(ctx, {
      action: "bookings.group split",
      subjectKind: "booking group",
      subjectId: groupId,
      detail: { sessionId, people: queue.waiting.filter((one) => one.groupId === groupId).length },
    });
  }
}
