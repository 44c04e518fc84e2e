// Sessions to come with the title and place that people were told, and those that they have now.
import { prepared } from "db/client";
import { courses, rooms, sessions, venues } from "db/schema";
import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { addressInWords, type Session } from "./sessions";

export type Announced = { title: string; place: string };

export const sessionsToCome = prepared((db) =>
  db
    .select({
      id: sessions.id,
      announced: sessions.announced,
      mode: sessions.mode,
      courseTitle: courses.title,
      venue: venues,
      room: rooms,
    })
    .from(sessions)
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .leftJoin(venues, eq(venues.id, sessions.venueId))
    .leftJoin(rooms, eq(rooms.id, sessions.roomId))
    .where(
      and(inArray(sessions.status, ["published", "closed"]), gt(sessions.startsAt, sql.placeholder("now"))),
    )
    .orderBy(asc(sessions.startsAt), asc(sessions.id))
    .prepare(),
);

export const announcedOf = prepared((db) =>
  db
    .select({ announced: sessions.announced })
    .from(sessions)
    .where(eq(sessions.id, sql.placeholder("id")))
    .prepare(),
);

export const announcedNow = (
  session: Pick<Session, "courseTitle"> & Parameters<typeof addressInWords>[0],
): Announced => ({
  title: session.courseTitle,
  place: addressInWords(session),
});
