// What giving a place up would cost.
import { prepared } from "db/client";
import { bookings, sessions } from "db/schema";
import { eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { lastDayToCancelFree, readTerms } from "~/domain/terms/terms.server";
import { NotFound } from "~/shared/problems";
import { costNow } from "./charge-for.server";

const standingOf = prepared((db) =>
  db
    .select({
      id: bookings.id,
      personId: bookings.personId,
      sessionId: bookings.sessionId,
      termsId: bookings.termsId,
      state: bookings.state,
      startsAt: sessions.startsAt,
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .where(eq(bookings.id, sql.placeholder("bookingId")))
    .prepare(),
);

export type CostOfCancelling = {
  /** The last instant at which it is free; null where it is free until the start. */
  lastFree: number | null;
  /** What it costs now; null: nothing. */
  cost: { pence: number; because: string } | null;
};

/**
 * What giving a confirmed place up would cost now, and until when it is free; nothing for a place that nobody has yet.
 * It says nothing about who asks: the bookings room has let them in to the booking.
 * @throws NotFound
 */
export function costOfCancelling(ctx: Pick<Context, "db" | "clock">, bookingId: string): CostOfCancelling {
  const booking = standingOf(ctx.db).get({ bookingId });
  if (!booking) throw new NotFound("booking");
  if (booking.state !== "confirmed" || booking.termsId === null) return { lastFree: null, cost: null };
  const { rules } = readTerms(ctx, booking.termsId);
  const asked = { kind: "late cancellation" as const, booking };
  // Exempt agencies, and rates of nothing: then it is free to the start whatever the notice.
  const atWorst = costNow(ctx, { ...asked, at: booking.startsAt });
  return {
    lastFree: atWorst && lastDayToCancelFree(rules, booking.startsAt),
    cost: costNow(ctx, { ...asked, at: ctx.clock.now() }),
  };
}
