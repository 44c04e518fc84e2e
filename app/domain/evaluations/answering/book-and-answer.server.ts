// Booking a place and answering the questions before it, as one change: both are kept or neither.
import { transact } from "db/client";
import { changeNeeds } from "~/domain/accounts/accounts.server";
import { bookPlace } from "~/domain/bookings/bookings.server";
import type { Context } from "~/domain/context";
import { type Given, type InstrumentIds, isBlank } from "../evaluations";
import { beforehand } from "../rules";
import { recordResponse } from "./record-response.server";

/**
 * Books like `bookPlace`. The answers are kept with a confirmed place, and with one that somebody has to agree to first:
 * they were given before the training either way. Someone who waits is asked once they have a place. Needs are the
 * person's, asked once and kept for the next booking. All blank counts as not answered, so that the questions can still
 * be answered from "My training".
 */
export function bookAndAnswer(
  ctx: Context,
  wish: Parameters<typeof bookPlace>[1] & { accessNeeds: string; dietaryNeeds?: string | undefined },
  given: Given,
  shown: InstrumentIds | null = null,
): ReturnType<typeof bookPlace> {
  return transact(ctx.db, () => {
    const booked = bookPlace(ctx, wish);
    if (!booked.ok) return booked;
    const { bookingId, state } = booked.value;
    changeNeeds(ctx, wish);
    if (!isBlank(given) && beforehand.includes(state)) {
      recordResponse(ctx, { bookingId, stage: "T0" }, given, shown);
    }
    return booked;
  });
}
