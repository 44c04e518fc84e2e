// A coordinator changes a session that people have booked: each hears once about their own place, and places that become
// free go to those whose turn it is.

import { transact } from "db/client";
import { bookings, heldPlaces } from "db/schema";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { PlanBefore } from "~/domain/notifications/notifications";
import { type ChangeRefusal, changePlan, planBefore } from "~/domain/sessions/sessions.server";
import { done, type Result } from "~/shared/result";
import { type BookingRow, readBooker, tell } from "../change-state.server";
import { readPlaces } from "../places.server";
import { toCome } from "../rules";
import { offerFreePlaces } from "../waiting/offer-free-places.server";
import { keepInStep } from "./keep-in-step.server";
import { listLive, type SessionChange, takenByMode, whoHears } from "./weigh-change.server";

/**
 * Changes a session's plan and tells each person who has booked, once, about their own place; the same plan again
 * changes nothing. In a session of one mode everyone's place is in that mode.
 * @throws Forbidden, NotFound
 */
export function changeSession(ctx: Context, change: SessionChange): Result<{ told: number }, ChangeRefusal> {
  return transact(ctx.db, () => {
    const { sessionId } = change;
    const before = listLive(ctx, sessionId);
    const planned = changePlan(ctx, { ...change, taken: takenByMode(ctx, sessionId) });
    if (!planned.ok) return planned;
    const { session, changed, after } = planned.value;
    if (after.mode !== "hybrid" && after.mode !== session.mode) moveAllInto(ctx, sessionId, after.mode);
    keepInStep(ctx, session, after);

    const places = readPlaces(ctx, sessionId);
    const modesBefore = new Map(before.map((booking) => [booking.id, booking.mode]));
    const hearing = whoHears(listLive(ctx, sessionId), changed, after.mode === "online");
    const removed = session.meetings
      .slice(after.meetings.length)
      .map((meeting) => ({ ...meeting, of: session.meetings.length }));
    for (const booking of hearing) {
      const news = {
        changed,
        before: placeBefore(planBefore(session), modesBefore.get(booking.id)),
        hasPlace: booking.state === "confirmed",
      };
      tell(ctx, "session changed", booking, places, news, readBooker(ctx, booking.personId), removed);
    }
    offerFreePlaces(ctx, sessionId);
    return done({ told: hearing.length });
  });
}

/** What was before, as it was for somebody whose place was in that mode. */
const placeBefore = (plan: PlanBefore, mode: BookingRow["mode"] | undefined): PlanBefore =>
  mode === "online" ? { ...plan, mode, place: "Online" } : plan;

function moveAllInto(ctx: Context, sessionId: string, mode: BookingRow["mode"]): void {
  ctx.db
    .update(bookings)
    .set({ mode })
    .where(and(eq(bookings.sessionId, sessionId), inArray(bookings.state, [...toCome])))
    .run();
  ctx.db
    .update(heldPlaces)
    .set({ mode })
    .where(and(eq(heldPlaces.sessionId, sessionId), isNull(heldPlaces.endedAt)))
    .run();
}
