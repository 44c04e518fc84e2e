// Somebody books a place, or joins the waiting list of a full session.

import { transact } from "db/client";
import { nameLineManager } from "~/domain/accounts/accounts.server";
import type { Context } from "~/domain/context";
import { termsOfCourse } from "~/domain/terms/terms.server";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import type { PlaceMode } from "../bookings";
import { type PersonWishing, readPersonWishing, readPlaces } from "../places.server";
import { type BookingRefusal, decideBooking } from "../rules";
import { hasPlaceFor, modeWished, standingOf } from "../waiting/wish.server";
import { actsAs } from "./acts-as.server";
import { beginBooking, type Claim } from "./begin-booking.server";

export type Booked = {
  bookingId: string;
  state: "requested" | "awaiting approval" | "confirmed" | "waiting";
};

export type BookingWish = {
  sessionId: string;
  personId: string;
  ifFull: "wait" | "refuse";
  /** Of a hybrid session; otherwise it has only one. */
  mode?: PlaceMode | undefined;
  /** What they say they have done where our record does not show it. */
  claims?: readonly Claim[];
  /** Whom to ask for approval, where the person's record names nobody; kept with the person. */
  lineManagerEmail?: string | undefined;
};

/**
 * Books `personId` onto a session: themselves, or a coordinator or their agency's lead for them. Places are counted
 * inside the transaction, so they can never be oversold. Booking again is refused as "already booked" and changes
 * nothing.
 * @throws Forbidden, NotFound
 */
export function bookPlace(ctx: Context, wish: BookingWish): Result<Booked, BookingRefusal> {
  return transact(ctx.db, () => {
    const session = readPlaces(ctx, wish.sessionId);
    const { person, newlyNamed } = withLineManager(readPersonWishing(ctx, wish), wish);
    const actedAs = actsAs(ctx, { personId: person.id, agencyId: person.agencyId });
    if (!actedAs) throw new Forbidden("booking for someone else");

    const mode = modeWished(session, wish.mode);
    const terms = termsOfCourse(ctx, session.courseId);
    const hasPlace = hasPlaceFor(ctx, session, terms, person, mode);
    const claimed = { actedAs, claims: wish.claims ?? [] };
    const { claims, ...standing } = standingOf(ctx, session, person, claimed);
    const decision = decideBooking(session, { ...standing, hasPlace, ifFull: wish.ifFull });
    if (!decision.ok) return refused(decision.reason);

    const { state, queued } = decision;
    if (newlyNamed) nameLineManager(ctx, { personId: person.id, lineManagerEmail: newlyNamed });
    const booking = beginBooking(ctx, {
      session,
      person,
      terms,
      state,
      queued,
      mode,
      claims: state === "requested" ? claims : [],
      why: { actedAs },
    });
    return done({ bookingId: booking.id, state });
  });
}

/** The person with the line manager they name now; whoever is on their record already stays. */
function withLineManager(
  person: PersonWishing,
  wish: BookingWish,
): { person: PersonWishing; newlyNamed: string | null } {
  const newlyNamed = person.lineManagerEmail === null ? wish.lineManagerEmail?.trim() || null : null;
  return { person: newlyNamed ? { ...person, lineManagerEmail: newlyNamed } : person, newlyNamed };
}
