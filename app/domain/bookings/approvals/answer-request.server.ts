// A coordinator looks at what someone says they have done, or at someone outside a course's audience, and decides.
import { transact } from "db/client";
import { prerequisiteClaims } from "db/schema";
import { eq } from "drizzle-orm";
import { actorPersonId, type Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import type { BookingState } from "../bookings";
import { changeState, readBookingRow, tell } from "../change-state.server";
import { type NoLongerAble, noLongerAble } from "../places/able-to-come.server";
import { tellOfBeginning } from "../places/begin-booking.server";
import { termsOfBooking } from "../places/terms-of-booking.server";
import { readPersonWishing, readPlaces } from "../places.server";
import { mayRunQueue } from "../policy";
import { ended, settled } from "../rules";
import { offerFreePlaces } from "../waiting/offer-free-places.server";
import { askForApproval } from "./ask-for-approval.server";

const isEnded = (state: BookingState): boolean => [...ended].some((one) => one === state);

export type RequestRefusal =
  | "answered already"
  | "already started"
  | "no line manager"
  | "your own"
  | NoLongerAble;

/**
 * Accepts or declines a request; the same answer again changes nothing. Accepted, it goes on to whoever has to approve,
 * or straight to its place or its turn in the queue.
 * @throws Forbidden, NotFound
 */
export function answerRequest(
  ctx: Context,
  answer: { bookingId: string; accept: boolean; note?: string },
): Result<null, RequestRefusal> {
  return transact(ctx.db, () => {
    if (!mayRunQueue(ctx.actor)) throw new Forbidden("requests");
    const booking = readBookingRow(ctx, answer.bookingId);
    const session = readPlaces(ctx, booking.sessionId);
    if (booking.state !== "requested") {
      const same = answer.accept ? !isEnded(booking.state) : booking.state === "declined";
      return same ? done(null) : refused("answered already");
    }
    if (ctx.clock.now() >= session.startsAt) return refused("already started");
    // Nobody agrees to their own booking.
    if (actorPersonId(ctx.actor) === booking.personId) return refused("your own");
    const hindrance = answer.accept ? noLongerAble(ctx, booking.personId) : null;
    if (hindrance) return refused(hindrance);
    const person = readPersonWishing(ctx, booking);
    const needsApproval = answer.accept && session.approval !== "none";
    if (needsApproval && session.approval === "line manager" && !person.lineManagerEmail)
      return refused("no line manager");

    ctx.db
      .update(prerequisiteClaims)
      .set({ accepted: answer.accept, decidedAt: ctx.clock.now(), decidedBy: actorPersonId(ctx.actor) })
      .where(eq(prerequisiteClaims.bookingId, booking.id))
      .run();
    const terms = termsOfBooking(ctx, booking);
    if (needsApproval) {
      askForApproval(ctx, {
        booking: changeState(ctx, booking, "awaiting approval"),
        session,
        person,
        terms,
      });
      return done(null);
    }
    const note = answer.note || null;
    const to = answer.accept ? settled(booking) : "declined";
    const changed = changeState(ctx, booking, to, { reason: note ?? undefined });
    if (answer.accept) tellOfBeginning(ctx, changed, session, person, terms);
    else tell(ctx, "booking declined", changed, session, { because: "request", note }, person);
    offerFreePlaces(ctx, booking.sessionId);
    return done(null);
  });
}
