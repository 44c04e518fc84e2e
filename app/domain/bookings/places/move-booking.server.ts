// A booking moves to another date of the same course: the old one ends, a new one begins, and nobody else's turn changes.
import { transact } from "db/client";
import { chargeFor } from "~/domain/charges/charges.server";
import type { Context } from "~/domain/context";
import { termsOfCourse } from "~/domain/terms/terms.server";
import { NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import type { PlaceMode } from "../bookings";
import { changeState, readBookingRow, tell } from "../change-state.server";
import { readPersonWishing, readPlaces } from "../places.server";
import { bookingWindow } from "../rules";
import { offerFreePlaces } from "../waiting/offer-free-places.server";
import { hasPlaceFor, modeWished } from "../waiting/wish.server";
import { actsAs } from "./acts-as.server";
import { beginBooking } from "./begin-booking.server";
import { noticeOf } from "./cancel-booking.server";

export type MoveRefusal =
  | "not live"
  | "another course"
  | "already started"
  | "already booked"
  | "not open"
  | "not open yet"
  | "booking closed"
  | "full"
  | "agency not confirmed"
  | "account closed";

/**
 * Moves a confirmed or waiting booking to a session of the same course that has a free place. A person who moves with too
 * little notice is charged as for cancelling; a coordinator's move costs nothing.
 * @throws NotFound when the booking is not the actor's to move
 */
export function moveBooking(
  ctx: Context,
  move: { bookingId: string; toSessionId: string; mode?: PlaceMode | undefined },
): Result<{ bookingId: string }, MoveRefusal> {
  return transact(ctx.db, () => {
    const booking = readBookingRow(ctx, move.bookingId);
    const from = readPlaces(ctx, booking.sessionId);
    const to = readPlaces(ctx, move.toSessionId);
    const person = readPersonWishing(ctx, { sessionId: to.id, personId: booking.personId });
    const actedAs = actsAs(ctx, { personId: person.id, agencyId: person.agencyId });
    if (!actedAs) throw new NotFound("booking");
    if (booking.state === "moved" && booking.movedToId !== null)
      return done({ bookingId: booking.movedToId });
    if (booking.state !== "confirmed" && booking.state !== "waiting") return refused("not live");
    if (from.courseId !== to.courseId || from.id === to.id) return refused("another course");
    const now = ctx.clock.now();
    if (now >= from.startsAt) return refused("already started");
    if (person.liveBookingId !== null) return refused("already booked");
    if (person.disabled) return refused("account closed");
    if (!person.agencyConfirmed) return refused("agency not confirmed");
    const window = bookingWindow(to, now);
    if (window !== "open") return refused(window);
    const terms = termsOfCourse(ctx, to.courseId);
    const mode = modeWished(to, move.mode ?? booking.mode);
    if (!hasPlaceFor(ctx, to, terms, person, mode)) return refused("full");

    const wasConfirmed = booking.state === "confirmed";
    const why = { actedAs, cause: "moved" as const };
    const begun = beginBooking(ctx, {
      session: to,
      person,
      terms,
      state: "confirmed",
      queued: false,
      mode,
      why,
    });
    const notice = wasConfirmed && actedAs !== "coordinator" ? noticeOf(ctx, booking, from.startsAt) : {};
    const moved = changeState(ctx, booking, "moved", { ...why, ...notice, movedToId: begun.id });
    if (wasConfirmed && actedAs !== "coordinator") chargeFor(ctx, { kind: "late move", booking, at: now });
    tell(
      ctx,
      "booking moved",
      moved,
      from,
      { wasConfirmed, toBookingId: begun.id, toStartsAt: to.startsAt },
      person,
    );
    offerFreePlaces(ctx, from.id);
    return done({ bookingId: begun.id });
  });
}
