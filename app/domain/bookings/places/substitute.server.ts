// A colleague takes somebody's place.
import { transact } from "db/client";
import type { Context } from "~/domain/context";
import { termsOfCourse } from "~/domain/terms/terms.server";
import { NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { changeState, readBooker, readBookingRow, tell } from "../change-state.server";
import { readPersonWishing, readPlaces } from "../places.server";
import { offerFreePlaces } from "../waiting/offer-free-places.server";
import { beginBooking } from "./begin-booking.server";
import { hindrance, leaveQueue, type NameRefusal, passesOnAs } from "./pass-on.server";

/**
 * A colleague takes somebody's confirmed place, until the session starts; nobody is charged.
 * @throws NotFound for whoever may not
 */
export function substitute(
  ctx: Context,
  swap: { bookingId: string; personId: string },
): Result<{ bookingId: string }, NameRefusal> {
  return transact(ctx.db, () => {
    const booking = readBookingRow(ctx, swap.bookingId);
    const booker = readBooker(ctx, booking.personId);
    const actedAs = passesOnAs(ctx, booker.agencyId);
    if (!actedAs) throw new NotFound("booking");
    // Somebody who came unbooked has no place to hand on.
    if (booking.state !== "confirmed" || booking.walkIn) return refused("not live");
    const session = readPlaces(ctx, booking.sessionId);
    const person = readPersonWishing(ctx, { sessionId: session.id, personId: swap.personId });
    const why = hindrance(ctx, session, person, booker.agencyId);
    if (why) return refused(why);

    leaveQueue(ctx, person, { actedAs });
    const given = changeState(ctx, booking, "cancelled", { actedAs, cause: "substituted" });
    tell(ctx, "booking cancelled", given, session, { wasConfirmed: true, substituted: true }, booker);
    const { mode, groupId, heldPlacesId } = booking;
    const terms = termsOfCourse(ctx, session.courseId);
    const begun = beginBooking(ctx, {
      session,
      person,
      terms,
      state: "confirmed",
      queued: false,
      mode,
      groupId,
      heldPlacesId,
      why: { actedAs, cause: "substituted" },
    });
    if (person.liveBookingId !== null) offerFreePlaces(ctx, session.id);
    return done({ bookingId: begun.id });
  });
}
