// The sessions that somebody teaches, or is asked to teach, for the calendar of their own.
import { prepared } from "db/client";
import { auditEntries, courses, meetings, rooms, sessions, trainerAssignments, venues } from "db/schema";
import { and, asc, desc, eq, gte, inArray, sql } from "drizzle-orm";
import type { AuditAction } from "~/domain/audit/audit";
import { changeOnly, type FeedPart, teachingEntry } from "~/domain/calendars/calendars.server";
import type { Context } from "~/domain/context";
import { bySession, feedColumns, inCalendars } from "./feed-rows";
import type { FeedAbout } from "./public-entries.server";
import { entryOwner } from "./queries.server";
import { whereOf } from "./where";

const taught = prepared((db) =>
  db
    .select({
      ...feedColumns,
      personId: entryOwner,
      assignedAt: trainerAssignments.assignedAt,
      confirmedAt: trainerAssignments.confirmedAt,
    })
    .from(trainerAssignments)
    .innerJoin(sessions, eq(sessions.id, trainerAssignments.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .innerJoin(meetings, eq(meetings.sessionId, sessions.id))
    .leftJoin(venues, eq(venues.id, sessions.venueId))
    .leftJoin(rooms, eq(rooms.id, sessions.roomId))
    .where(
      and(
        eq(trainerAssignments.personId, sql.placeholder("personId")),
        gte(sessions.endsAt, sql.placeholder("from")),
        inCalendars,
      ),
    )
    .orderBy(asc(meetings.number))
    .prepare(),
);

/** The last deed that took somebody's entries away without a trace, or brought them those of another account. */
const regrouped = prepared((db) =>
  db
    .select({ at: auditEntries.at })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.aboutPersonId, sql.placeholder("personId")),
        inArray(auditEntries.action, [
          "sessions.trainer taken off",
          "sessions.trainer declined",
          "personal-data.merged",
        ] satisfies AuditAction[]),
      ),
    )
    .orderBy(desc(auditEntries.at))
    .limit(1)
    .prepare(),
);

/** Their teaching in sessions that end at an instant or later; what they have not answered yet is tentative. */
export function teachingParts(
  ctx: Pick<Context, "db">,
  { personId, from }: { personId: string; from: number },
  about: FeedAbout,
): FeedPart[] {
  const last = regrouped(ctx.db).get({ personId });
  const parts = bySession(taught(ctx.db).all({ personId, from })).map(({ first, meetings: all }) => {
    const stamp = Math.max(first.updatedAt, first.assignedAt, first.confirmedAt ?? 0);
    // Whoever teaches a hybrid session is in its room.
    const mode = first.mode === "online" ? "online" : "in person";
    const confirmed = first.confirmedAt !== null;
    const facts = { ...first, mode, confirmed, ...whereOf(first, mode) } as const;
    const cancelled = first.status === "cancelled";
    const status = cancelled ? "cancelled" : confirmed ? "confirmed" : "tentative";
    const more = {
      domain: about.domain,
      stamp,
      status,
      sessionUrl: about.sessionUrl(first.sessionId),
    } as const;
    return {
      endsAt: first.endsAt,
      cancelled,
      changedAt: stamp,
      entries: all.map((meeting) => teachingEntry(facts, meeting, more)),
    };
  });
  return last ? [...parts, changeOnly(last.at)] : parts;
}
