// Every queue is gone through once more: places can come free without a booking that ends.

import { prepared } from "db/client";
import { bookings, people, sessions } from "db/schema";
import { and, eq, gt, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { groupBy } from "~/shared/group-by";
import { onlyTheSystem } from "../only-the-system";
import { readPlaces } from "../places.server";
import { bookingWindow } from "../rules";
import { offerFreePlaces } from "./offer-free-places.server";

const sessionsWaitedFor = prepared((db) =>
  db
    .selectDistinct({ id: sessions.id, mode: bookings.mode })
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
  onlyTheSystem(ctx, "the job that runs the queues");
  const now = ctx.clock.now();
  const waitedFor = groupBy(sessionsWaitedFor(ctx.db).all({ now }), ({ id }) => id);
  let offered = 0;
  for (const [id, wanted] of waitedFor) {
    const session = readPlaces(ctx, id);
    // A place online is nobody's who waits for the room: a queue is gone through only where that can lead to something.
    const anyFree = wanted.some(({ mode }) => session.free[mode] > 0);
    if (anyFree && bookingWindow(session, now) === "open") offered += offerFreePlaces(ctx, id);
  }
  return offered;
}
