// Somebody's own charges, those of one booking, and what giving a place up would cost.
import { prepared } from "db/client";
import { bookings, charges, courses, sessions } from "db/schema";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { actorPersonId, type Context } from "~/domain/context";
import { lastDayToCancelFree, readTerms } from "~/domain/terms/terms.server";
import { NotFound } from "~/shared/problems";
import { costNow } from "./charge-for.server";
import type { ChargeKind, ChargeState } from "./charges";

type Reader = Pick<Context, "db" | "actor">;

const columns = {
  id: charges.id,
  bookingId: charges.bookingId,
  kind: charges.kind,
  pence: charges.pence,
  state: charges.state,
  madeAt: charges.madeAt,
  courseTitle: courses.title,
  startsAt: sessions.startsAt,
};
export type OwnCharge = {
  id: string;
  bookingId: string;
  kind: ChargeKind;
  pence: number;
  state: ChargeState;
  madeAt: number;
  courseTitle: string;
  startsAt: number;
};

const chargesOf = prepared((db) =>
  db
    .select(columns)
    .from(charges)
    .innerJoin(sessions, eq(sessions.id, charges.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .where(
      and(
        eq(charges.personId, sql.placeholder("personId")),
        inArray(charges.state, ["due", "appealed", "waived"]),
      ),
    )
    .orderBy(desc(charges.madeAt), desc(charges.id))
    .prepare(),
);

/** The charges of the person asking that were not withdrawn, newest first; none for a stranger. */
function _listOwnCharges(ctx: Reader): OwnCharge[] {
  const personId = actorPersonId(ctx.actor);
  return personId === null ? [] : chargesOf(ctx.db).all({ personId });
}

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
