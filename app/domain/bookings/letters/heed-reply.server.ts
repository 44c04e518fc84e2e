// Somebody's calendar program declined our invitation: we ask whether they want to cancel. It never cancels by itself.

import { prepared, transact } from "db/client";
import { bookings, meetings, outbox, people } from "db/schema";
import { and, eq, gt, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { readBookingRow, tell } from "../change-state.server";
import { readPlaces } from "../places.server";
import { readReply } from "./reply-reading";

/** Days to come of places that are confirmed, of whoever has an address. */
const invited = prepared((db) =>
  db
    .select({ bookingId: bookings.id, meetingId: meetings.id })
    .from(people)
    .innerJoin(bookings, and(eq(bookings.personId, people.id), eq(bookings.state, "confirmed")))
    .innerJoin(meetings, eq(meetings.sessionId, bookings.sessionId))
    .where(
      and(
        eq(sql`lower(${people.email})`, sql.placeholder("email")),
        gt(meetings.endsAt, sql.placeholder("now")),
      ),
    )
    .prepare(),
);

const letterKeyed = prepared((db) =>
  db
    .select({ id: outbox.id })
    .from(outbox)
    .where(eq(outbox.key, sql.placeholder("key")))
    .prepare(),
);

/**
 * Takes what came back by mail to the address that invites. Only a "declined" to an invitation of ours, from the person
 * whom we invited, is heeded; it is asked about once for each state that the booking has been in, and changes nothing.
 * @param received.from the sender's bare address
 * @param received.domain the last part of our UIDs
 * @returns whether we asked, now or before
 */
export function heedReply(
  ctx: Context,
  received: { from: string; calendar: string; domain: string },
): "asked" | "not heeded" {
  const reply = readReply(received.calendar);
  const from = received.from.trim().toLowerCase();
  if (reply?.answer !== "declined" || (reply.attendee !== null && reply.attendee !== from))
    return "not heeded";
  return transact(ctx.db, () => {
    const found = invited(ctx.db)
      .all({ email: from, now: ctx.clock.now() })
      .find(({ bookingId, meetingId }) => reply.uid === `${bookingId}-${meetingId}@${received.domain}`);
    if (!found) return "not heeded";
    const booking = readBookingRow(ctx, found.bookingId);
    const session = readPlaces(ctx, booking.sessionId);
    const revision = booking.revision + session.revision;
    // An answer to an invitation that we have not sent is not an answer of theirs.
    if (reply.sequence < 0 || reply.sequence > revision) return "not heeded";
    if (letterKeyed(ctx.db).get({ key: `invitation declined/${booking.id}/${revision}` })) return "asked";
    tell(ctx, "invitation declined", booking, session, {});
    recordAudit(ctx, {
      action: "bookings.invitation declined",
      subjectKind: "booking",
      subjectId: booking.id,
      aboutPersonId: booking.personId,
      detail: { sessionId: booking.sessionId },
    });
    return "asked";
  });
}
