import { isWorkAddress } from "~/domain/accounts/accounts.server";
import type { Context } from "~/domain/context";
import type { Terms } from "~/domain/terms/terms";
import type { ActedAs, PlaceMode } from "../bookings";
import type { Claim } from "../places/begin-booking.server";
import { readEligibility } from "../places/eligibility.server";
import { modesOf, type PersonWishing, type SessionWithPlaces } from "../places.server";
import type { Wish } from "../rules";
import { readAllocation } from "./queue.server";

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
): Omit<Wish, "hasPlace" | "ifFull"> & { claims: readonly Claim[] } {
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
    approval: approvalOf(ctx, session, person, actedAs),
    // What is on our record, or not asked for, needs nobody to look.
    claims: claims.filter(({ prerequisiteId }) => unmet.some(({ id }) => id === prerequisiteId)),
  };
}

function approvalOf(
  ctx: Pick<Context, "db">,
  session: SessionWithPlaces,
  person: PersonWishing,
  actedAs: ActedAs,
): Wish["approval"] {
  if (session.approval === "none" || actedAs !== "self") return "not needed";
  if (session.approval === "agency lead") return "needed";
  const manager = person.lineManagerEmail;
  // Nobody agrees to their own booking, by another name for their own mailbox or from a private one either.
  const somebody = manager && mailboxOf(manager) !== mailboxOf(person.email) && isWorkAddress(ctx, manager);
  return somebody ? "needed" : "nobody to ask";
}

/** "ann+boss@example.org" is Ann's. */
const mailboxOf = (email: string) => email.toLowerCase().replace(/\+[^@]*(?=@)/, "");
