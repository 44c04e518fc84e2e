// Who has a place on a session that is to come, for their reminders.
import { type Db, prepared } from "db/client";
import { bookingChanges, bookings, meetings, people, sessions } from "db/schema";
import { and, asc, eq, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { days } from "~/shared/clock";
import { groupBy } from "~/shared/group-by";
import type { PlaceToCome } from "./remind-rules";

/** No session goes on for longer than this; lets the index by start leave out what is long over. */
const longestSession = days(200);

const toCome = and(
  inArray(sessions.status, ["published", "closed"]),
  gt(sessions.startsAt, sql.placeholder("begunAfter")),
  gt(sessions.endsAt, sql.placeholder("now")),
);

const places = (db: Db, more: SQL | undefined) =>
  db
    .select({
      bookingId: bookings.id,
      personId: bookings.personId,
      sessionId: bookings.sessionId,
      confirmedAt: sql<number>`coalesce((select max(${bookingChanges.at}) from ${bookingChanges}
        where ${bookingChanges.bookingId} = ${bookings.id} and ${bookingChanges.toState} = 'confirmed'), ${bookings.createdAt})`,
    })
    .from(sessions)
    .innerJoin(bookings, and(eq(bookings.sessionId, sessions.id), eq(bookings.state, "confirmed")))
    .innerJoin(people, eq(people.id, bookings.personId))
    .where(and(toCome, eq(bookings.walkIn, false), isNull(people.disabledAt), isNull(people.erasedAt), more))
    .orderBy(asc(sessions.startsAt), asc(bookings.id))
    .prepare();

const meetingColumns = {
  sessionId: meetings.sessionId,
  id: meetings.id,
  date: meetings.date,
  startsAt: meetings.startsAt,
  endsAt: meetings.endsAt,
};
const meetingsToCome = (db: Db, more: SQL | undefined) =>
  db
    .select(meetingColumns)
    .from(sessions)
    .innerJoin(meetings, eq(meetings.sessionId, sessions.id))
    .where(and(toCome, more))
    .orderBy(asc(meetings.sessionId), asc(meetings.number))
    .prepare();

const those = sql`${sessions.id} in (select value from json_each(${sql.placeholder("sessionIds")}))`;
const allPlaces = prepared((db) => places(db, undefined));
const placesOn = prepared((db) => places(db, those));
const onePlace = prepared((db) => places(db, eq(bookings.id, sql.placeholder("bookingId"))));
const allMeetings = prepared((db) => meetingsToCome(db, undefined));
const meetingsOn = prepared((db) => meetingsToCome(db, those));

type Row = Omit<PlaceToCome, "meetings">;
function withMeetings(
  rows: Row[],
  days: ({ sessionId: string } & PlaceToCome["meetings"][number])[],
): PlaceToCome[] {
  const bySession = groupBy(days, ({ sessionId }) => sessionId);
  return rows.map((row) => ({ ...row, meetings: bySession.get(row.sessionId) ?? [] }));
}

const window = (ctx: Pick<Context, "clock">) => {
  const now = ctx.clock.now();
  return { now, begunAfter: now - longestSession };
};

/** Confirmed places on sessions to come: on these, or on all (null). */
export function listPlacesToCome(
  ctx: Pick<Context, "db" | "clock">,
  sessionIds: readonly string[] | null,
): PlaceToCome[] {
  if (sessionIds === null)
    return withMeetings(allPlaces(ctx.db).all(window(ctx)), allMeetings(ctx.db).all(window(ctx)));
  const asked = { ...window(ctx), sessionIds: JSON.stringify(sessionIds) };
  return withMeetings(placesOn(ctx.db).all(asked), meetingsOn(ctx.db).all(asked));
}

/** One booking, if it is a confirmed place on a session to come. */
export function readPlaceToCome(ctx: Pick<Context, "db" | "clock">, bookingId: string): PlaceToCome | null {
  const row = onePlace(ctx.db).get({ ...window(ctx), bookingId });
  if (!row) return null;
  const asked = { ...window(ctx), sessionIds: JSON.stringify([row.sessionId]) };
  return withMeetings([row], meetingsOn(ctx.db).all(asked))[0] ?? null;
}
