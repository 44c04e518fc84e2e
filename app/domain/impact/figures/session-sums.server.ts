// The sums of delivered sessions as they were last worked out: all that a report is made from.
import { prepared } from "db/client";
import { sessionFigureStates, sessionFigures, sessions } from "db/schema";
import { and, asc, eq, gte, lt, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { type CivilDate, civilDateAt, startOfDay } from "~/shared/civil-time";
import { furnish, readRoom } from "./rooms";
import type { Sums } from "./sums";

/**
 * A delivered session with its sums by agency id; none for an agency of which nobody was booked. They are read from text
 * when they are asked for: what all have come to, and how many they are, is told by its room (rooms.ts).
 */
export type SessionSums = {
  sessionId: string;
  courseId: string;
  /** The day on which its last meeting ended. */
  endedOn: CivilDate;
  workedOutAt: number;
  readonly sums: Record<string, Sums>;
};

const ended = and(
  eq(sessions.status, "delivered"),
  gte(sessions.endsAt, sql.placeholder("from")),
  lt(sessions.endsAt, sql.placeholder("until")),
);

const worked = prepared((db) =>
  db
    .select({
      sessionId: sessions.id,
      courseId: sessions.courseId,
      endedAt: sessions.endsAt,
      workedOutAt: sessionFigureStates.workedOutAt,
    })
    .from(sessions)
    .innerJoin(sessionFigureStates, eq(sessionFigureStates.sessionId, sessions.id))
    .where(ended)
    .orderBy(asc(sessions.endsAt), asc(sessions.id))
    .prepare(),
);

const kept = prepared((db) =>
  db
    .select({
      sessionId: sessionFigures.sessionId,
      sums: sessionFigures.sums,
      counts: sessionFigures.counts,
      agencies: sql<Buffer>`cast(${sessionFigures.agencies} as blob)`,
    })
    .from(sessions)
    .innerJoin(sessionFigures, eq(sessionFigures.sessionId, sessions.id))
    .where(ended)
    .prepare(),
);

/**
 * Sessions that ended in a period (its last day is the one before `until`) and whose figures were worked out, the oldest
 * first.
 */
export function readSessionSums(
  { db }: Pick<Context, "db">,
  period: { from: CivilDate; until: CivilDate },
): SessionSums[] {
  const between = { from: startOfDay(period.from), until: startOfDay(period.until) };
  const all = new Map<string, SessionSums>();
  const dates = new Map<number, CivilDate>();
  for (const { endedAt, ...session } of worked(db).all(between)) {
    // Most end at the same time of some day, and a date costs more to work out than all the rest of a row.
    const endedOn = dates.get(endedAt) ?? civilDateAt(endedAt);
    dates.set(endedAt, endedOn);
    all.set(session.sessionId, { ...session, endedOn, sums: {} });
  }
  for (const { sessionId, ...row } of kept(db).all(between)) {
    const session = all.get(sessionId);
    if (!session) continue;
    const { courseId, endedOn, workedOutAt } = session;
    const room = readRoom(row);
    const read = {
      sessionId,
      courseId,
      endedOn,
      workedOutAt,
      get sums() {
        return room.byAgency();
      },
    };
    all.set(sessionId, furnish(read, room));
  }
  return [...all.values()];
}
