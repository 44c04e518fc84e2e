// One booking with its session, for the person whose it is and for those who act for them.
import type { Context } from "~/domain/context";
import type { Session } from "~/domain/sessions/sessions";
import { readSession } from "~/domain/sessions/sessions.server";
import { NotFound } from "~/shared/problems";
import type { ActedAs, BookingState, PlaceMode } from "../bookings";
import { readBooker, readBookingRow } from "../change-state.server";
import { actsAs } from "../places/acts-as.server";
import { positionOf } from "../waiting/position.server";

export type BookingDetail = {
  id: string;
  personId: string;
  personName: string;
  /** In what capacity the one who asks may act on it. */
  actsAs: ActedAs;
  reference: string;
  state: BookingState;
  /** Where their place is: of a hybrid session, the room or online. */
  mode: PlaceMode;
  termsId: string | null;
  /** No place was free when it was asked for: it has a turn in the queue and holds no place before that. */
  queued: boolean;
  offerEndsAt: number | null;
  /** 1 for the next in the queue by the policy that holds; null when not waiting, or passed over. */
  position: number | null;
  /** The joining link only with a confirmed place online, and never for somebody's agency. */
  session: Session;
};

/** @throws NotFound for anyone whose business it is not */
export function readBooking(ctx: Context, bookingId: string): BookingDetail {
  const booking = readBookingRow(ctx, bookingId);
  const { agencyId, name } = readBooker(ctx, booking.personId);
  const capacity = actsAs(ctx, { personId: booking.personId, agencyId });
  if (!capacity) throw new NotFound("booking");
  const session = readSession(ctx, booking.sessionId);
  const joins = booking.state === "confirmed" && booking.mode === "online" && capacity !== "agency lead";
  return {
    id: booking.id,
    personId: booking.personId,
    personName: name,
    actsAs: capacity,
    reference: booking.reference,
    state: booking.state,
    mode: booking.mode,
    termsId: booking.termsId,
    queued: booking.queuedAt !== null,
    offerEndsAt: booking.offerEndsAt,
    position: booking.state === "waiting" ? positionOf(ctx, booking.sessionId, booking.id) : null,
    session: joins ? session : { ...session, joiningLink: null },
  };
}
