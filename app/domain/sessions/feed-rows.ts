// Rows of sessions with their meetings, one row a meeting, as the parts of a feed.
import { auditEntries, meetings, sessions } from "db/schema";
import { sql } from "drizzle-orm";
import { groupBy } from "~/shared/group-by";
import { whereColumns } from "./where";

/** What is read of a session and its meeting for a calendar. */
export const feedColumns = {
  ...whereColumns,
  sessionId: sessions.id,
  status: sessions.status,
  mode: sessions.mode,
  revision: sessions.revision,
  updatedAt: sessions.updatedAt,
  endsAt: sessions.endsAt,
  meeting: {
    id: meetings.id,
    number: meetings.number,
    startsAt: meetings.startsAt,
    endsAt: meetings.endsAt,
  },
};

/** A session that was called off stays in calendars only if it ever stood there: a draft never did. */
export const wasPublished = sql`(${sessions.announced} is not null or exists (
  select 1 from ${auditEntries}
  where ${auditEntries.subjectKind} = 'session' and ${auditEntries.subjectId} = ${sessions.id}
    and (${auditEntries.action} = 'sessions.published'
      or (${auditEntries.action} = 'sessions.scheduled' and ${auditEntries.detail} ->> 'status' = 'published'))))`;

/** Written out, not bound, so that SQLite sees that the index by status will do. */
export const inCalendars = sql`${sessions.status} in ('published', 'closed', 'delivered', 'cancelled')
  and (${sessions.status} <> 'cancelled' or ${wasPublished})`;

type Row = { sessionId: string; meeting: { id: string; number: number; startsAt: number; endsAt: number } };

/** The rows of each session together, each with its meeting as one of so many. */
export const bySession = <One extends Row>(rows: readonly One[]) =>
  [...groupBy(rows, ({ sessionId }) => sessionId).values()].flatMap((days) => {
    const [first] = days;
    return first ? [{ first, meetings: days.map(({ meeting }) => ({ ...meeting, of: days.length })) }] : [];
  });
