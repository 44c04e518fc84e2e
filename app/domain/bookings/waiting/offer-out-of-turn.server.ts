// A coordinator offers a place to somebody whose turn it is not, and says why; the queue keeps who was passed over.
import { transact } from "db/client";
import { actorPersonId, type Context } from "~/domain/context";
import { termsOfCourse } from "~/domain/terms/terms.server";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import type { PlaceMode } from "../bookings";
import { readBooker, readBookingRow } from "../change-state.server";
import { readPlaces } from "../places.server";
import { mayRunQueue } from "../policy";
import { bookingWindow } from "../rules";
import { allocate, type Queue } from "./allocation";
import { promote, weighed } from "./promote.server";
import { readQueue } from "./queue.server";

export type OutOfTurnRefusal =
  | "no reason"
  | "not waiting"
  | "not able"
  | "full"
  | "booking closed"
  | "not open"
  | "not open yet";

/**
 * Offers one of the free places to a person of the coordinator's choice; places reserved for others stay theirs. The
 * promotion keeps the reason, the coordinator, and the queue as it was.
 * @throws Forbidden, NotFound
 */
export function offerOutOfTurn(
  ctx: Context,
  offer: { bookingId: string; reason: string },
): Result<null, OutOfTurnRefusal> {
  return transact(ctx.db, () => {
    if (!mayRunQueue(ctx.actor) || ctx.actor.kind === "system") throw new Forbidden("the queue");
    const booking = readBookingRow(ctx, offer.bookingId);
    if (actorPersonId(ctx.actor) === booking.personId) throw new Forbidden("choosing oneself");
    if (offer.reason.trim() === "") return refused("no reason");
    if (booking.state === "offered") return done(null);
    if (booking.state !== "waiting") return refused("not waiting");
    const session = readPlaces(ctx, booking.sessionId);
    const window = bookingWindow(session, ctx.clock.now());
    if (window !== "open") return refused(window);
    const terms = termsOfCourse(ctx, session.courseId);
    const queue = readQueue(ctx, session, terms);
    const { agencyId } = readBooker(ctx, booking.personId);
    if (session.free[booking.mode] - keptForOthers(queue, agencyId, booking.mode) < 1) return refused("full");
    const position = allocate(queue).order.findIndex(({ waiting }) => waiting.bookingId === booking.id) + 1;
    if (position === 0) return refused("not able");
    promote(ctx, {
      booking,
      session,
      terms,
      kind: "override",
      reason: `chosen by a coordinator; was ${position} of ${queue.waiting.length}`,
      inputs: weighed(queue),
      overrideReason: offer.reason.trim(),
    });
    return done(null);
  });
}

/** Places of a mode that only other agencies' people may have. */
export function keptForOthers({ kept }: Pick<Queue, "kept">, agencyId: string, mode: PlaceMode): number {
  const others = kept.filter((quota) => quota.mode === mode && quota.agencyId !== agencyId);
  return others.reduce((sum, { places }) => sum + places, 0);
}
