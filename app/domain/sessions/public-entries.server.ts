// The offer as a calendar that anyone may subscribe to: all of it, or that of a board, a theme or a course.
import { prepared } from "db/client";
import { courseBoards, courses, meetings, rooms, sessions, venues } from "db/schema";
import { and, asc, eq, gte, sql } from "drizzle-orm";
import { type Feed, feedAt, publicDays, publicEntry } from "~/domain/calendars/calendars.server";
import type { Context } from "~/domain/context";
import { days } from "~/shared/clock";
import { NotFound } from "~/shared/problems";
import { bySession, feedColumns, inCalendars } from "./feed-rows";
import { whereOf } from "./where";

/** What of the offer; nothing: all of it. */
export type FeedChoice = { board?: string; theme?: string; course?: string; session?: string };

/** The domain of UIDs, and the whole address of a session's page. */
export type FeedAbout = { domain: string; sessionUrl: (sessionId: string) => string };

const chosen = sql.placeholder;

const offered = prepared((db) =>
  db
    .select(feedColumns)
    .from(sessions)
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .innerJoin(meetings, eq(meetings.sessionId, sessions.id))
    .leftJoin(venues, eq(venues.id, sessions.venueId))
    .leftJoin(rooms, eq(rooms.id, sessions.roomId))
    .where(
      and(
        inCalendars,
        // For the index: no session takes longer than a year from its first day to its last.
        gte(sessions.startsAt, sql`${chosen("from")} - ${days(366)}`),
        gte(sessions.endsAt, chosen("from")),
        sql`(${chosen("session")} is null or ${sessions.id} = ${chosen("session")})`,
        sql`(${chosen("course")} is null or ${courses.slug} = ${chosen("course")})`,
        sql`(${chosen("theme")} is null or ${courses.themeSlug} = ${chosen("theme")})`,
        sql`(${chosen("board")} is null or exists (select 1 from ${courseBoards}
          where ${courseBoards.courseId} = ${courses.id} and ${courseBoards.boardCode} = ${chosen("board")}))`,
      ),
    )
    .orderBy(asc(sessions.startsAt), asc(sessions.id), asc(meetings.number))
    .prepare(),
);

function offeredParts(ctx: Pick<Context, "db">, choice: FeedChoice, from: number, about: FeedAbout) {
  const { board = null, theme = null, course = null, session = null } = choice;
  const rows = offered(ctx.db).all({ board, theme, course, session, from });
  return bySession(rows).map(({ first, meetings: all }) => {
    const facts = { ...first, ...whereOf(first, first.mode) };
    const cancelled = first.status === "cancelled";
    const more = {
      domain: about.domain,
      stamp: first.updatedAt,
      cancelled,
      sessionUrl: about.sessionUrl(first.sessionId),
    };
    return {
      endsAt: first.endsAt,
      cancelled,
      changedAt: first.updatedAt,
      entries: all.map((meeting) => publicEntry(facts, meeting, more)),
    };
  });
}

/**
 * What is to come and the last 30 days; what was called off until the day after. Never a draft, a name or a joining link.
 * Whether there is such a board, theme or course is the caller's to know.
 */
export function publicFeed(ctx: Pick<Context, "db" | "clock">, choice: FeedChoice, about: FeedAbout): Feed {
  const now = ctx.clock.now();
  // Twice as long as entries stay: when one left is a change too.
  return feedAt(now, offeredParts(ctx, choice, now - days(2 * publicDays + 2), about), publicDays);
}

/** One session's entries, however long ago. @throws NotFound for one that never stood in a calendar */
export function sessionFeed(ctx: Pick<Context, "db">, sessionId: string, about: FeedAbout): Feed {
  const [part] = offeredParts(ctx, { session: sessionId }, 0, about);
  if (!part) throw new NotFound("session");
  return { entries: part.entries, changedAt: part.changedAt };
}
