// Who teaches sessions to come, and what their reminders say of those who come.
import { type Db, prepared } from "db/client";
import { bookings, people, sessions, trainerAssignments } from "db/schema";
import { and, asc, count, eq, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { WantedReminder } from "~/domain/notifications/notifications.server";
import { entryOwner } from "./queries.server";
import { teachingReminder } from "./teaching-reminder-rules";

const parts = (db: Db, more: SQL | undefined) =>
  db
    .select({
      sessionId: sessions.id,
      personId: trainerAssignments.personId,
      entryOf: entryOwner,
      assignedAt: trainerAssignments.assignedAt,
      startsAt: sessions.startsAt,
    })
    .from(sessions)
    .innerJoin(trainerAssignments, eq(trainerAssignments.sessionId, sessions.id))
    .innerJoin(people, eq(people.id, trainerAssignments.personId))
    .where(
      and(
        inArray(sessions.status, ["published", "closed"]),
        gt(sessions.startsAt, sql.placeholder("now")),
        isNull(people.disabledAt),
        more,
      ),
    )
    .orderBy(asc(sessions.startsAt), asc(sessions.id), asc(trainerAssignments.personId))
    .prepare();
const allParts = prepared((db) => parts(db, undefined));
const partsOn = prepared((db) =>
  parts(db, sql`${sessions.id} in (select value from json_each(${sql.placeholder("sessionIds")}))`),
);
/** One part, if it is in a session to come. */
export const onePart = prepared((db) =>
  parts(db, and(eq(sessions.id, sql.placeholder("sessionId")), eq(people.id, sql.placeholder("personId")))),
);

/** Every reminder of those who teach sessions to come, of these or of all (null), as it is to be kept. */
export function teachingRemindersWanted(
  ctx: Pick<Context, "db" | "clock">,
  sessionIds: readonly string[] | null,
): WantedReminder[] {
  const now = ctx.clock.now();
  const found =
    sessionIds === null
      ? allParts(ctx.db).all({ now })
      : partsOn(ctx.db).all({ now, sessionIds: JSON.stringify(sessionIds) });
  return found.flatMap((part) => {
    const reminder = teachingReminder(part, now);
    const { personId, sessionId } = part;
    return reminder ? [{ ...reminder, personId, sessionId, bookingId: null }] : [];
  });
}

export const addressee = prepared((db) =>
  db
    .select({ email: people.email })
    .from(people)
    .where(eq(people.id, sql.placeholder("personId")))
    .prepare(),
);

/** Counts alone: what somebody needs stands on the session's page, for those who sign in. */
export const comers = prepared((db) =>
  db
    .select({
      booked: count(),
      needs: sql<number>`coalesce(sum(${people.accessNeeds} is not null or ${people.dietaryNeeds} is not null), 0)`,
    })
    .from(bookings)
    .innerJoin(people, eq(people.id, bookings.personId))
    .where(and(eq(bookings.sessionId, sql.placeholder("sessionId")), eq(bookings.state, "confirmed")))
    .prepare(),
);
