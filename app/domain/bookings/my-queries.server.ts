// A person's own bookings, and one booking with all its page needs.

import { prepared } from "db/client";
import { bookings, courses, meetings, sessions, venues } from "db/schema";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { Meeting, Session } from "~/domain/sessions/sessions";
import { readSession } from "~/domain/sessions/sessions.server";
import { groupBy } from "~/shared/group-by";
import { NotFound } from "~/shared/problems";
import type { BookingState } from "./bookings";
import { readBookingRow } from "./change-state.server";
import { mayChangeBooking } from "./policy";

export type MyBooking = {
  id: string;
  reference: string;
  state: BookingState;
  offerEndsAt: number | null;
  sessionId: string;
  courseTitle: string;
  courseSlug: string;
  minutes: number;
  mode: "in person" | "online";
  venue: { name: string; address: string; postcode: string } | null;
  /** Only with a confirmed place. */
  joiningLink: string | null;
  endsAt: number;
  meetings: Pick<Meeting, "date" | "startTime" | "endTime">[];
};

const bookingsOfPerson = prepared((db) =>
  db
    .select({
      id: bookings.id,
      reference: bookings.reference,
      state: bookings.state,
      offerEndsAt: bookings.offerEndsAt,
      sessionId: bookings.sessionId,
      courseTitle: courses.title,
      courseSlug: courses.slug,
      minutes: courses.minutes,
      mode: sessions.mode,
      venueName: venues.name,
      venueAddress: venues.address,
      venuePostcode: venues.postcode,
      joiningLink: sessions.joiningLink,
      endsAt: sessions.endsAt,
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .leftJoin(venues, eq(venues.id, sessions.venueId))
    .where(
      and(
        eq(bookings.personId, sql.placeholder("personId")),
        inArray(bookings.state, [
          "confirmed",
          "waiting",
          "offered",
          "attended",
          "partly attended",
          "did not attend",
        ]),
      ),
    )
    .orderBy(asc(sessions.startsAt))
    .prepare(),
);

const meetingsOfPerson = prepared((db) =>
  db
    .select({
      sessionId: meetings.sessionId,
      date: meetings.date,
      startTime: meetings.startTime,
      endTime: meetings.endTime,
    })
    .from(meetings)
    .where(
      inArray(
        meetings.sessionId,
        db
          .select({ id: bookings.sessionId })
          .from(bookings)
          .where(eq(bookings.personId, sql.placeholder("personId"))),
      ),
    )
    .orderBy(asc(meetings.number))
    .prepare(),
);

/** A person's live and past bookings, soonest session first; the caller asks only for the person themselves. */
export function listBookingsOf(ctx: Pick<Context, "db">, personId: string): MyBooking[] {
  const dates = groupBy(meetingsOfPerson(ctx.db).all({ personId }), (meeting) => meeting.sessionId);
  return bookingsOfPerson(ctx.db)
    .all({ personId })
    .map(({ venueName, venueAddress, venuePostcode, joiningLink, ...row }) => ({
      ...row,
      venue:
        venueName === null
          ? null
          : { name: venueName, address: venueAddress ?? "", postcode: venuePostcode ?? "" },
      joiningLink: row.state === "confirmed" ? joiningLink : null,
      meetings: (dates.get(row.sessionId) ?? []).map(({ sessionId: _same, ...meeting }) => meeting),
    }));
}

export type BookingDetail = {
  id: string;
  personId: string;
  reference: string;
  state: BookingState;
  offerEndsAt: number | null;
  /** 1 for the next in the queue; null when not waiting. */
  position: number | null;
  session: Session;
};

/** One booking, for the person whose it is. @throws NotFound for anyone else */
export function readBooking(ctx: Context, bookingId: string): BookingDetail {
  const booking = readBookingRow(ctx, bookingId);
  if (!mayChangeBooking(ctx.actor, booking)) throw new NotFound("booking");
  const session = readSession(ctx, booking.sessionId);
  return {
    id: booking.id,
    personId: booking.personId,
    reference: booking.reference,
    state: booking.state,
    offerEndsAt: booking.offerEndsAt,
    position:
      booking.state === "waiting" && booking.queuedAt !== null
        ? positionOf(ctx, booking.sessionId, booking.queuedAt, booking.id)
        : null,
    session: booking.state === "confirmed" ? session : { ...session, joiningLink: null },
  };
}

function positionOf(ctx: Context, sessionId: string, queuedAt: number, id: string): number {
  const ahead = ctx.db
    .select({ n: sql<number>`count(*)` })
    .from(bookings)
    .where(
      and(
        eq(bookings.sessionId, sessionId),
        eq(bookings.state, "waiting"),
        // The queue's own order: longest waiting first, then by id.
        sql`(${bookings.queuedAt}, ${bookings.id}) < (${queuedAt}, ${id})`,
      ),
    )
    .get();
  return (ahead?.n ?? 0) + 1;
}
