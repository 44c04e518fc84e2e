// Moving a booking to another date takes the answers given before the training along: they are still from before it.
import { transact } from "db/client";
import { moveBooking } from "~/domain/bookings/bookings.server";
import type { Context } from "~/domain/context";
import { takeAlong } from "./take-along.server";

/** Moves like `moveBooking`, answers and all; again changes nothing. @throws NotFound */
export function moveAndKeepAnswers(
  ctx: Context,
  move: Parameters<typeof moveBooking>[1],
): ReturnType<typeof moveBooking> {
  return transact(ctx.db, () => {
    const moved = moveBooking(ctx, move);
    if (moved.ok) takeAlong(ctx, { from: move.bookingId, to: moved.value.bookingId });
    return moved;
  });
}
