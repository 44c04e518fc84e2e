// What finished registers set going: each person's attendance, the end evaluation, and what not coming costs.

import { attendanceMarks, bookings } from "db/schema";
import { eq } from "drizzle-orm";
import type { ChargeKind } from "~/domain/charges/charges";
import { chargeFor, withdrawCharge } from "~/domain/charges/charges.server";
import type { Context } from "~/domain/context";
import { meetingsOf } from "~/domain/sessions/sessions.server";
import { groupBy } from "~/shared/group-by";
import type { AttendanceMark } from "../bookings";
import { type BookingRow, changeState, tell } from "../change-state.server";
import { readPlaces } from "../places.server";
import { attendanceFrom } from "../rules";
import { onRegisterOf } from "./register.server";
import { missedBecause } from "./register-rules";

/**
 * Turns everyone's marks into attendance, charges as the terms say, takes back what is no longer due, and invites those
 * who came to say what changed. Again changes nothing.
 */
export function settle(ctx: Context, sessionId: string): void {
  const places = readPlaces(ctx, sessionId);
  const meetings = meetingsOf(ctx, sessionId).length;
  const marks = ctx.db
    .select({ bookingId: attendanceMarks.bookingId, mark: attendanceMarks.mark })
    .from(attendanceMarks)
    .innerJoin(bookings, eq(bookings.id, attendanceMarks.bookingId))
    .where(eq(bookings.sessionId, sessionId))
    .all();
  const marksByBooking = groupBy(marks, (row) => row.bookingId);
  for (const booking of onRegisterOf(ctx, sessionId)) {
    const own = (marksByBooking.get(booking.id) ?? []).map((row) => row.mark);
    // Someone may book between an early register and the start: where they have no mark nobody saw them.
    const unseen = Array.from({ length: meetings - own.length }, () => "absent" as const);
    // What nobody saw is not charged.
    charge(ctx, booking, own);
    const outcome = attendanceFrom([...own, ...unseen]);
    if (outcome === booking.state) continue;
    const settled = changeState(ctx, booking, outcome);
    if (outcome !== "did not attend") tell(ctx, "end evaluation", settled, places, {});
  }
}

const missing = ["did not attend", "left early"] as const satisfies readonly ChargeKind[];

/** Nobody who came unbooked took a place from anyone, so nothing is charged for it. */
function charge(ctx: Context, booking: BookingRow, marks: AttendanceMark[]): void {
  const kind = booking.walkIn ? null : missedBecause(marks);
  const others = missing.filter((each) => each !== kind);
  withdrawCharge(ctx, booking.id, others);
  if (kind) chargeFor(ctx, { kind, booking, at: ctx.clock.now() });
}
