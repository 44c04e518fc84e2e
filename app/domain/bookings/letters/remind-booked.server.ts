// What the worker does for those with a place: keeps their reminders as their bookings are, and sends those that are due.
import { transact } from "db/client";
import type { Context } from "~/domain/context";
import {
  dueReminders,
  forTouchedSessions,
  keepReminders,
  type WantedReminder,
} from "~/domain/notifications/notifications.server";
import { Forbidden } from "~/shared/problems";
import { remind } from "./remind-one.server";
import { listPlacesToCome } from "./remind-queries.server";
import { type BookingReminderKind, bookingReminderKinds, lettersFor, type PlaceToCome } from "./remind-rules";

/** Every reminder of these places, as it is to be kept. */
function wantedFor(
  places: readonly PlaceToCome[],
  now: number,
): Record<BookingReminderKind, WantedReminder[]> {
  const wanted: Record<BookingReminderKind, WantedReminder[]> = { "joining details": [], reminder: [] };
  for (const place of places)
    for (const { kind, key, dueAt } of lettersFor(place, now)) {
      const { personId, sessionId, bookingId } = place;
      wanted[kind].push({ key, personId, sessionId, bookingId, dueAt });
    }
  return wanted;
}

/**
 * Plans again what follows from the bookings that changed, and sends what is due: each letter in a transaction of its own
 * with the note that it was sent. Again changes nothing.
 * @param most letters at one turn; the next goes on where this one stopped
 * @returns how many letters were posted. @throws Forbidden for anyone but the system
 */
export function remindBooked(ctx: Context, most = 100): number {
  if (ctx.actor.kind !== "system") throw new Forbidden("reminders");
  forTouchedSessions(ctx, "reminders of bookings", (sessionIds) => {
    const wanted = wantedFor(listPlacesToCome(ctx, sessionIds), ctx.clock.now());
    const within = sessionIds ? { sessionIds } : undefined;
    const changed = bookingReminderKinds.map((kind) => keepReminders(ctx, kind, wanted[kind], within));
    return changed.reduce((sum, n) => sum + n, 0);
  });
  let posted = 0;
  for (const kind of bookingReminderKinds)
    for (const due of dueReminders(ctx, kind, most - posted))
      posted += transact(ctx.db, () => remind(ctx, kind, due));
  return posted;
}
