// Reads of the bookings while the stories go on, prepared once: there are thousands.

import { type Db, prepared } from "db/client";
import { bookings } from "db/schema";
import { and, asc, eq, sql } from "drizzle-orm";
import type { BookingState } from "~/domain/bookings/bookings";

const inState = prepared((db) =>
  db
    .select({ id: bookings.id, personId: bookings.personId, offerEndsAt: bookings.offerEndsAt })
    .from(bookings)
    .where(
      and(eq(bookings.sessionId, sql.placeholder("sessionId")), eq(bookings.state, sql.placeholder("state"))),
    )
    .orderBy(asc(bookings.createdAt), asc(bookings.id))
    .prepare(),
);

/** A session's bookings in one state, the oldest first. */
export const bookingsIn = (db: Db, sessionId: string, state: BookingState) =>
  inState(db).all({ sessionId, state });

const state = prepared((db) =>
  db
    .select({ state: bookings.state })
    .from(bookings)
    .where(eq(bookings.id, sql.placeholder("id")))
    .prepare(),
);

export const stateOf = (db: Db, bookingId: string): BookingState | undefined =>
  state(db).get({ id: bookingId })?.state;
