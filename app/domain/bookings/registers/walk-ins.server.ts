// Someone who came without a booking goes on the register; they hold none of the session's places.

import { transact } from "db/client";
import { bookings } from "db/schema";
import { accountAt, addNewcomer } from "~/domain/accounts/accounts.server";
import type { Context } from "~/domain/context";
import { done, type Result, refused } from "~/shared/result";
import { withdrawApproval } from "../approvals/close-approval.server";
import { type BookingRow, changeState, readBookingRow, recordChange } from "../change-state.server";
import { findLiveBooking } from "../places.server";
import { offerFreePlaces } from "../waiting/offer-free-places.server";
import { isTaken, type MarkRefusal, onRegister, openRegister } from "./register.server";

export type WalkInRefusal =
  | MarkRefusal
  | "register finished"
  | "on the register"
  | "account closed"
  | "agency not picked";

/** Someone by their address; name and agency count only where it has no account. */
export type WalkIn = { meetingId: string; email: string; name: string; agencyId: string | null };

/**
 * Puts somebody who came unbooked on the register, beyond the session's places. Whoever waits or still has to be
 * approved gives that up for it; whoever holds an offer has thereby taken it, and is no walk-in.
 * @returns their booking, unmarked. @throws NotFound for a register that is not there, or not the actor's to take
 */
export function addWalkIn(ctx: Context, who: WalkIn): Result<{ bookingId: string }, WalkInRefusal> {
  return transact(ctx.db, () => {
    const { session, closed } = openRegister(ctx, who.meetingId);
    if (closed) return refused(closed);
    if (isTaken(ctx, who.meetingId)) return refused("register finished");
    const account = accountAt(ctx, who.email);
    if (account?.closed) return refused("account closed");
    const known = account && findLiveBooking(ctx, session.id, account.personId);
    const live = known ? readBookingRow(ctx, known) : null;
    if (live && onRegister.includes(live.state)) return refused("on the register");
    const why = { cause: "came anyway" } as const;
    if (live?.state === "offered") {
      changeState(ctx, live, "confirmed", why);
      return done({ bookingId: live.id });
    }
    const added = account ? done(account) : addNewcomer(ctx, who);
    if (!added.ok) return added;
    if (live) withdrawApproval(ctx, live);
    if (live) changeState(ctx, live, "cancelled", why);
    const mode = session.mode === "online" ? "online" : "in person";
    const booking = insertWalkIn(ctx, { sessionId: session.id, personId: added.value.personId, mode });
    // One who had to be approved may have held a place.
    if (live) offerFreePlaces(ctx, session.id);
    return done({ bookingId: booking.id });
  });
}

function insertWalkIn(ctx: Context, of: Pick<BookingRow, "sessionId" | "personId" | "mode">): BookingRow {
  const now = ctx.clock.now();
  const row = { ...of, id: ctx.ids.id(), reference: ctx.ids.reference(), state: "confirmed" as const };
  const booking = ctx.db
    .insert(bookings)
    .values({ ...row, walkIn: true, createdAt: now, updatedAt: now })
    .returning()
    .get();
  recordChange(ctx, booking, { from: null, to: "confirmed", cause: "came anyway" });
  return booking;
}
