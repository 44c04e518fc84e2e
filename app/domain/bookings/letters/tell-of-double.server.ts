// One person had booked a session with two accounts. The place stays, and so does one entry in their calendar.
import type { Context } from "~/domain/context";
import type { MeetingFacts } from "~/domain/notifications/notifications";
import { type Invited, postMessage } from "~/domain/notifications/notifications.server";
import { meetingsOf } from "~/domain/sessions/sessions.server";
import { bookingFacts } from "../booking-facts.server";
import { type BookingRow, readBooker } from "../change-state.server";
import { readPlaces } from "../places.server";

/**
 * Takes each day of the ended booking out of the calendar that was invited to it, by a letter to the address of its account.
 * Where that account is the one that stays, its calendar is given the entry of the other booking instead.
 * @param double.ended as it was before the kept account took it over
 * @param double.invited to which of its days an invitation may have left
 */
export function tellOfDouble(
  ctx: Context,
  double: { ended: BookingRow; kept: BookingRow; intoId: string; invited: Invited },
): void {
  const { ended, kept, intoId, invited } = double;
  const session = readPlaces(ctx, ended.sessionId);
  const owner = readBooker(ctx, ended.personId);
  const meetings = meetingsOf(ctx, session.id);
  const twice = { bookingId: kept.id, reference: kept.reference };
  const write = (booking: BookingRow, meeting: MeetingFacts, method: "REQUEST" | "CANCEL") =>
    postMessage(ctx, {
      kind: "calendar entry",
      key: `calendar entry/${booking.id}/twice/${meeting.id}`,
      to: { personId: intoId, email: owner.email },
      facts: { ...bookingFacts(booking, session, owner, meetings), meeting, method, twice },
    });
  const days = meetings.map((meeting) => ({ ...meeting, of: meetings.length }));
  for (const day of days.filter(({ id }) => invited(id))) {
    write(ended, day, "CANCEL");
    if (ended.personId === intoId && kept.personId !== intoId) write(kept, day, "REQUEST");
  }
}
