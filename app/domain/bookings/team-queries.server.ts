// Whom an agency lead may want to ask how it went: those of their agency who did not come.
import { prepared } from "db/client";
import { bookings, courses, people, sessions } from "db/schema";
import { and, desc, eq, gte, isNull, sql } from "drizzle-orm";
import { agencyLedBy } from "~/domain/accounts/accounts.server";
import type { Context } from "~/domain/context";
import { days } from "~/shared/clock";

/** Longer ago is past asking. */
const lately = days(90);
const mostShown = 50;

const missed = prepared((db) =>
  db
    .select({
      bookingId: bookings.id,
      personId: people.id,
      personName: people.name,
      courseTitle: courses.title,
      startsAt: sessions.startsAt,
    })
    .from(people)
    .innerJoin(bookings, and(eq(bookings.personId, people.id), eq(bookings.state, "did not attend")))
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .where(
      and(
        eq(people.agencyId, sql.placeholder("agencyId")),
        eq(people.agencyStanding, "confirmed"),
        isNull(people.disabledAt),
        gte(sessions.endsAt, sql.placeholder("since")),
      ),
    )
    .orderBy(desc(sessions.startsAt), desc(bookings.id))
    .limit(mostShown)
    .prepare(),
);

export type MissedSession = ReturnType<ReturnType<typeof missed>["all"]>[number];

/** Places that people of the agency that the person asking leads did not use in the last 90 days, newest first. */
export function listMissedLately(ctx: Pick<Context, "db" | "clock" | "actor">): MissedSession[] {
  const led = agencyLedBy(ctx);
  return led ? missed(ctx.db).all({ agencyId: led.id, since: ctx.clock.now() - lately }) : [];
}
