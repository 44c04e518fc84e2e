// Somebody books a place, or joins the waiting list of a full session.

import { transact } from "db/client";
import { nameLineManager } from "~/domain/accounts/accounts.server";
import type { Context } from "~/domain/context";
import type { Terms } from "~/domain/terms/terms";
import { termsOfCourse } from "~/domain/terms/terms.server";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { actsAs } from "./acts-as.server";
import { beginBooking, type Claim } from "./begin-booking.server";
import type { ActedAs, PlaceMode } from "./bookings";
import { readEligibility } from "./eligibility.server";
import {
  modesOf,
  type PersonWishing,
  readPersonWishing,
  readPlaces,
  type SessionWithPlaces,
} from "./places.server";
import { readAllocation } from "./queue.server";
import { type BookingRefusal, decideBooking, type Wish } from "./rules";

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
    const claims = wish.claims ?? [];
    const standing = standingOf(ctx, session, person, { actedAs, claims });
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

/** The mode of a place as wished, or the one that the session has. */
export function modeWished(session: SessionWithPlaces, wished: PlaceMode | undefined): PlaceMode {
  const modes = modesOf(session);
  return wished !== undefined && modes.includes(wished) ? wished : (modes[0] as PlaceMode);
}

/** Whether a place is free for this person now, with everyone who waits and all that is kept considered. */
export function hasPlaceFor(
  ctx: Context,
  session: SessionWithPlaces,
  terms: Terms,
  person: { agencyId: string },
  mode: PlaceMode,
): boolean {
  if (session.free[mode] <= 0) return false;
  if (session.waiting === 0 && session.kept === 0) return true;
  return readAllocation(ctx, session, terms).placesFor(person.agencyId, mode) > 0;
}

/** How a person stands with everything but the places. A coordinator's word, or a lead's, counts as the approval. */
export function standingOf(
  ctx: Pick<Context, "db" | "clock">,
  session: SessionWithPlaces,
  person: PersonWishing,
  { actedAs, claims }: { actedAs: ActedAs; claims: readonly Claim[] },
): Omit<Wish, "hasPlace" | "ifFull"> {
  const { unmet, outsideAudience } = readEligibility(ctx, session, person);
  const claimed = unmet.every(({ id }) => claims.some(({ prerequisiteId }) => prerequisiteId === id));
  const sure = actedAs === "coordinator" || actedAs === "system";
  return {
    now: ctx.clock.now(),
    hasLiveBooking: person.liveBookingId !== null,
    agencyConfirmed: person.agencyConfirmed,
    disabled: person.disabled,
    prerequisites: unmet.length === 0 || sure ? "met" : claimed ? "claimed" : "missing",
    outsideAudience: outsideAudience && !sure,
    approval: approvalOf(session, person, actedAs),
  };
}

function approvalOf(session: SessionWithPlaces, person: PersonWishing, actedAs: ActedAs): Wish["approval"] {
  if (session.approval === "none" || actedAs !== "self") return "not needed";
  const manager = person.lineManagerEmail?.toLowerCase();
  // Nobody agrees to their own booking.
  const somebody = Boolean(manager) && manager !== person.email.toLowerCase();
  return session.approval === "line manager" && !somebody ? "nobody to ask" : "needed";
}
