// A person's own places for the calendar of their own, and one of them as a file: the same entries as in their letters.
import { prepared } from "db/client";
import { bookingChanges, bookings, courses, meetings, rooms, sessions, venues } from "db/schema";
import { and, asc, eq, gte, type SQL, sql } from "drizzle-orm";
import { bookingEntry, type Feed, type FeedPart, feedAt, ownDays } from "~/domain/calendars/calendars.server";
import { actorPersonId, type Context } from "~/domain/context";
import { type FeedAbout, teachingParts, whereColumns, whereOf } from "~/domain/sessions/sessions.server";
import { days } from "~/shared/clock";
import { groupBy } from "~/shared/group-by";
import { NotFound } from "~/shared/problems";

/** Besides what sessions need: the whole addresses of a booking's page and of a trainer's page for a session. */
export type OwnFeedAbout = {
  domain: string;
  bookingUrl: (bookingId: string) => string;
  teachingUrl: FeedAbout["sessionUrl"];
};

/** A place that was confirmed and then given up or moved; what was only waited for never stood in a calendar. */
const wasConfirmed = sql`exists (select 1 from ${bookingChanges}
  where ${bookingChanges.bookingId} = ${bookings.id} and ${bookingChanges.fromState} = 'confirmed'
    and ${bookingChanges.toState} in ('cancelled', 'moved'))`;

const placesWhere = (which: SQL) =>
  prepared((db) =>
    db
      .select({
        id: bookings.id,
        sessionId: bookings.sessionId,
        reference: bookings.reference,
        state: bookings.state,
        mode: bookings.mode,
        revision: sql<number>`${bookings.revision} + ${sessions.revision}`,
        changedAt: sql<number>`max(${bookings.updatedAt}, ${sessions.updatedAt})`,
        endsAt: sessions.endsAt,
        ...whereColumns,
        meeting: {
          id: meetings.id,
          number: meetings.number,
          startsAt: meetings.startsAt,
          endsAt: meetings.endsAt,
        },
      })
      .from(bookings)
      .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
      .innerJoin(courses, eq(courses.id, sessions.courseId))
      .innerJoin(meetings, eq(meetings.sessionId, sessions.id))
      .leftJoin(venues, eq(venues.id, sessions.venueId))
      .leftJoin(rooms, eq(rooms.id, sessions.roomId))
      .where(
        and(
          eq(bookings.personId, sql.placeholder("personId")),
          which,
          sql`(${bookings.state} in ('confirmed', 'attended', 'partly attended', 'did not attend')
            or (${bookings.state} in ('cancelled', 'moved') and ${wasConfirmed}))`,
        ),
      )
      .orderBy(asc(meetings.number))
      .prepare(),
  );

const placesOf = placesWhere(gte(sessions.endsAt, sql.placeholder("from")));
const placeById = placesWhere(eq(bookings.id, sql.placeholder("id")));

type Place = ReturnType<ReturnType<typeof placesOf>["all"]>[number];
type Part = FeedPart & { sessionId: string };

const isOver = ({ state }: Place) => state === "cancelled" || state === "moved";

function partsOf(rows: readonly Place[], about: Pick<OwnFeedAbout, "domain" | "bookingUrl">): Part[] {
  return [...groupBy(rows, ({ id }) => id).values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const facts = { ...first, bookingId: first.id, ...whereOf(first, first.mode) };
    const cancelled = isOver(first);
    const { domain } = about;
    const more = { domain, stamp: first.changedAt, cancelled, bookingUrl: about.bookingUrl(first.id) };
    return [
      {
        sessionId: first.sessionId,
        endsAt: first.endsAt,
        cancelled,
        changedAt: first.changedAt,
        entries: all.map(({ meeting }) => bookingEntry(facts, { ...meeting, of: all.length }, more)),
      },
    ];
  });
}

/**
 * Everything of somebody's own: their places, what of them was cancelled until the day after, and what they teach. Only
 * whoever has the secret address of their calendar, or is them, may be given it.
 */
export function personalFeed(
  ctx: Pick<Context, "db" | "clock">,
  personId: string,
  about: OwnFeedAbout,
): Feed {
  const now = ctx.clock.now();
  // A little longer than entries stay: when one left is a change too.
  const from = now - days(ownDays + 32);
  const places = partsOf(placesOf(ctx.db).all({ personId, from }), about);
  const kept = new Set(places.filter(({ cancelled }) => !cancelled).map(({ sessionId }) => sessionId));
  const teaching = teachingParts(
    ctx,
    { personId, from },
    { domain: about.domain, sessionUrl: about.teachingUrl },
  );
  return feedAt(
    now,
    [
      // Who cancelled and booked again has the place: two entries would only puzzle.
      ...places.filter(({ cancelled, sessionId }) => !cancelled || !kept.has(sessionId)),
      ...teaching,
    ],
    ownDays,
  );
}

/** One's own booking as entries. @throws NotFound for anyone else's, and for one that never was a place */
export function bookingFeed(
  ctx: Pick<Context, "db" | "actor">,
  bookingId: string,
  about: Pick<OwnFeedAbout, "domain" | "bookingUrl">,
): Feed {
  const personId = actorPersonId(ctx.actor);
  const [part] = personId === null ? [] : partsOf(placeById(ctx.db).all({ personId, id: bookingId }), about);
  if (!part) throw new NotFound("booking");
  return { entries: part.entries, changedAt: part.changedAt };
}
