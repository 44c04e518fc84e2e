// Booking a place and answering the questions before it, as one change: both are kept or neither.
import { transact } from "db/client";
import { changeNeeds } from "~/domain/accounts/accounts.server";
import { type Booked, bookPlace } from "~/domain/bookings/bookings.server";
import type { Context } from "~/domain/context";
import type { Answers } from "./evaluations";
import { recordResponse } from "./record-response.server";

/**
 * Books like `bookPlace`; a confirmed place keeps the answers given with it. Someone who waits is asked once they have
 * a place. Needs are the person's, asked once and kept for the next booking. All blank counts as not answered, so that the questions can still be answered from "My training".
 */
export function bookAndAnswer(
  ctx: Context,
  wish: Parameters<typeof bookPlace>[1] & { accessNeeds: string; dietaryNeeds?: string | undefined },
  given: Answers,
): ReturnType<typeof bookPlace> {
  return transact(ctx.db, () => {
    const booked = bookPlace(ctx, wish);
    if (booked.ok) changeNeeds(ctx, wish);
    if (booked.ok && isConfirmed(booked.value) && given.length > 0) {
      recordResponse(ctx, { bookingId: booked.value.bookingId, stage: "T0" }, given);
    }
    return booked;
  });
}

const isConfirmed = (booked: Booked) => booked.state === "confirmed";
