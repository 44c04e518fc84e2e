// A session does not take place: every booking that still has it ahead ends, and each person hears once about their own.

import { prepared, transact } from "db/client";
import { bookings, charges, heldPlaces } from "db/schema";
import { and, eq, isNull, sql } from "drizzle-orm";
import { withdrawCharge } from "~/domain/charges/charges.server";
import type { Context } from "~/domain/context";
import type { CallOffReason } from "~/domain/sessions/sessions";
import { type CallOffRefusal, cancelSession } from "~/domain/sessions/sessions.server";
import { done, type Result } from "~/shared/result";
import { withdrawApproval } from "../approvals/close-approval.server";
import { changeState, tell } from "../change-state.server";
import { giveBackPlaces } from "../places/give-back-places.server";
import { readPlaces } from "../places.server";
import { listLive } from "./weigh-change.server";

const heldOn = prepared((db) =>
  db
    .select({ id: heldPlaces.id })
    .from(heldPlaces)
    .where(and(eq(heldPlaces.sessionId, sql.placeholder("sessionId")), isNull(heldPlaces.endedAt)))
    .prepare(),
);

const chargedFor = prepared((db) =>
  db
    .selectDistinct({ bookingId: charges.bookingId })
    .from(bookings)
    .innerJoin(charges, eq(charges.bookingId, bookings.id))
    .where(eq(bookings.sessionId, sql.placeholder("sessionId")))
    .prepare(),
);

/**
 * Cancels a session with every booking on it, and tells each person and each trainer once. Nobody is charged, nor
 * whoever had given up their place too late: there is no training that it was lost to. Again changes nothing.
 * @throws Forbidden, NotFound
 */
export function callOffSession(
  ctx: Context,
  wish: { sessionId: string; reason: CallOffReason },
): Result<{ told: number }, CallOffRefusal> {
  return transact(ctx.db, () => {
    // First, so that no place that becomes free is offered to anyone.
    const called = cancelSession(ctx, wish);
    if (!called.ok) return called;
    const session = readPlaces(ctx, wish.sessionId);
    const live = listLive(ctx, wish.sessionId);
    for (const booking of live) {
      withdrawApproval(ctx, booking);
      const ended = changeState(ctx, booking, "cancelled", { cause: "session cancelled" });
      tell(ctx, "booking cancelled", ended, session, {
        wasConfirmed: booking.state === "confirmed",
        because: { reason: wish.reason, courseSlug: session.courseSlug },
      });
    }
    for (const { bookingId } of chargedFor(ctx.db).all({ sessionId: wish.sessionId }))
      withdrawCharge(ctx, bookingId, ["late cancellation", "late move"]);
    if (ctx.actor.kind === "person")
      for (const { id } of heldOn(ctx.db).all({ sessionId: wish.sessionId })) giveBackPlaces(ctx, id);
    return done({ told: live.length });
  });
}
