// What ends by itself: offers nobody answers, and waiting when booking closes. Places go to the next in the queue.

import { prepared, transact } from "db/client";
import { bookings, people, sessions } from "db/schema";
import { and, asc, eq, gt, inArray, lte, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { changeState, readBookingRow, tell } from "./change-state.server";
import { offerFreePlaces } from "./offer-free-places.server";
import { readPlaces } from "./places.server";
import { bookingWindow } from "./rules";

const onlyTheSystem = (ctx: Context) => {
  if (ctx.actor.kind !== "system") throw new Forbidden("a job of the waiting lists");
};

const overdue = prepared((db) =>
  db
    .select()
    .from(bookings)
    .where(and(eq(bookings.state, "offered"), lte(bookings.offerEndsAt, sql.placeholder("now"))))
    .orderBy(asc(bookings.offerEndsAt))
    .prepare(),
);

/**
 * Ends the offers whose time is up and offers their places on. Runs as a job; again at once changes nothing.
 * @throws Forbidden for anyone but the system
 */
export function expireOffers(ctx: Context): number {
  onlyTheSystem(ctx);
  const due = overdue(ctx.db).all({ now: ctx.clock.now() });
  for (const { id } of due) {
    transact(ctx.db, () => {
      const booking = readBookingRow(ctx, id);
      if (booking.state !== "offered" || (booking.offerEndsAt ?? 0) > ctx.clock.now()) return;
      tell(
        ctx,
        "offer expired",
        changeState(ctx, booking, "expired"),
        readPlaces(ctx, booking.sessionId),
        {},
      );
      offerFreePlaces(ctx, booking.sessionId);
    });
  }
  return due.length;
}

const stillHoping = prepared((db) =>
  db
    .select({ id: bookings.id })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .where(
      and(
        inArray(bookings.state, ["waiting", "requested"]),
        lte(sessions.bookingClosesAt, sql.placeholder("now")),
      ),
    )
    .orderBy(asc(bookings.queuedAt), asc(bookings.id))
    .prepare(),
);

/**
 * Tells those who still wait when booking closes that it will not come to anything, and ends requests that nobody looked
 * at. Runs as a job; again at once changes nothing.
 * @throws Forbidden for anyone but the system
 */
export function endWaiting(ctx: Context): number {
  onlyTheSystem(ctx);
  const due = stillHoping(ctx.db).all({ now: ctx.clock.now() });
  for (const { id } of due) {
    transact(ctx.db, () => {
      const booking = readBookingRow(ctx, id);
      const session = readPlaces(ctx, booking.sessionId);
      const hoping = booking.state === "waiting" || booking.state === "requested";
      if (!hoping || session.bookingClosesAt > ctx.clock.now()) return;
      tell(ctx, "waiting ended", changeState(ctx, booking, "expired", { cause: "booking closed" }), session, {
        wasRequested: booking.state === "requested",
      });
    });
  }
  return due.length;
}

const sessionsWaitedFor = prepared((db) =>
  db
    .selectDistinct({ id: sessions.id })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(people, eq(people.id, bookings.personId))
    .where(
      and(
        eq(bookings.state, "waiting"),
        eq(sessions.status, "published"),
        gt(sessions.bookingClosesAt, sql.placeholder("now")),
      ),
    )
    .prepare(),
);

/**
 * Goes through every queue once more: a place can come free without a booking that ends, such as when an agency confirms
 * someone, a group has waited long enough, or booking opens. Again at once changes nothing.
 * @returns how many were offered a place. @throws Forbidden for anyone but the system
 */
export function runQueues(ctx: Context): number {
  onlyTheSystem(ctx);
  const now = ctx.clock.now();
  const waitedFor = sessionsWaitedFor(ctx.db).all({ now });
  let offered = 0;
  for (const { id } of waitedFor) {
    const session = readPlaces(ctx, id);
    const anyFree = session.free["in person"] > 0 || session.free.online > 0;
    if (anyFree && bookingWindow(session, now) === "open") offered += offerFreePlaces(ctx, id);
  }
  return offered;
}
