// A person's own bookings.

import { prepared } from "db/client";
import { bookingApprovals, bookings, courses, meetings, rooms, sessions, venues } from "db/schema";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { Meeting } from "~/domain/sessions/sessions";
import { groupBy } from "~/shared/group-by";
import type { BookingState, PlaceMode } from "../bookings";

export type MyBooking = {
  id: string;
  reference: string;
  state: BookingState;
  offerEndsAt: number | null;
  sessionId: string;
  courseTitle: string;
  courseSlug: string;
  minutes: number;
  /** Where their own place is: of a hybrid session, the room or online. */
  mode: PlaceMode;
  venue: { name: string; room: string | null; address: string; postcode: string } | null;
  /** Only with a confirmed place online. */
  joiningLink: string | null;
  startsAt: number;
  endsAt: number;
  /** Came without a booking. */
  walkIn: boolean;
  /** Whose approval it waits for, and until when. */
  approval: { askedOf: "line manager" | "agency lead"; answerBy: number } | null;
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
      mode: bookings.mode,
      venueName: venues.name,
      roomName: rooms.name,
      venueAddress: venues.address,
      venuePostcode: venues.postcode,
      joiningLink: sessions.joiningLink,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      walkIn: bookings.walkIn,
      approval: { askedOf: bookingApprovals.askedOf, answerBy: bookingApprovals.answerBy },
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .leftJoin(venues, eq(venues.id, sessions.venueId))
    .leftJoin(rooms, eq(rooms.id, sessions.roomId))
    .leftJoin(
      bookingApprovals,
      and(eq(bookingApprovals.bookingId, bookings.id), isNull(bookingApprovals.answer)),
    )
    .where(
      and(
        eq(bookings.personId, sql.placeholder("personId")),
        inArray(bookings.state, [
          "requested",
          "awaiting approval",
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
    .map(({ venueName, venueAddress, venuePostcode, roomName, joiningLink, ...row }) => ({
      ...row,
      venue:
        venueName === null
          ? null
          : {
              name: venueName,
              room: roomName,
              address: venueAddress ?? "",
              postcode: venuePostcode ?? "",
            },
      joiningLink: row.state === "confirmed" && row.mode === "online" ? joiningLink : null,
      meetings: (dates.get(row.sessionId) ?? []).map(({ sessionId: _same, ...meeting }) => meeting),
    }));
}
