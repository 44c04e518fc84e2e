// Moving a booking to another date takes the answers given before the training along: they are still from before it.
import { transact } from "db/client";
import { answers, responses } from "db/schema";
import { and, eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { moveBooking } from "~/domain/bookings/bookings.server";
import type { Context } from "~/domain/context";
import { readSubject } from "./queries.server";

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

function takeAlong(ctx: Context, { from, to }: { from: string; to: string }): void {
  const before = (bookingId: string) =>
    and(eq(responses.bookingId, bookingId), eq(responses.stage, "T0" as const));
  const given = ctx.db.select().from(responses).where(before(from)).get();
  if (!given || ctx.db.select().from(responses).where(before(to)).get()) return;
  ctx.db
    .insert(responses)
    .values({ ...given, bookingId: to })
    .run();
  ctx.db
    .update(answers)
    .set({ bookingId: to })
    .where(and(eq(answers.bookingId, from), eq(answers.stage, "T0")))
    .run();
  ctx.db.delete(responses).where(before(from)).run();
  recordAudit(ctx, {
    action: "evaluations.answers moved",
    subjectKind: "booking",
    subjectId: to,
    aboutPersonId: readSubject(ctx, to, "T0").personId,
    detail: { stage: "T0", fromBookingId: from },
  });
}
