// What others may ask of the sessions room.

import { prepared } from "db/client";
import {
  agencies,
  courses,
  meetings,
  people,
  rooms,
  sessionMaterials,
  sessions,
  trainerAssignments,
  venues,
} from "db/schema";
import { and, asc, eq, gte, ne, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import type { AssignedTrainer, Meeting, Session } from "./sessions";

type Reader = Pick<Context, "db">;

const sessionById = prepared((db) =>
  db
    .select({
      session: sessions,
      courseSlug: courses.slug,
      courseTitle: courses.title,
      venue: venues,
      room: rooms,
    })
    .from(sessions)
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .leftJoin(venues, eq(venues.id, sessions.venueId))
    .leftJoin(rooms, eq(rooms.id, sessions.roomId))
    .where(eq(sessions.id, sql.placeholder("id")))
    .prepare(),
);

const meetingColumns = {
  id: meetings.id,
  number: meetings.number,
  date: meetings.date,
  startTime: meetings.startTime,
  endTime: meetings.endTime,
  startsAt: meetings.startsAt,
  endsAt: meetings.endsAt,
};

const meetingsBySession = prepared((db) =>
  db
    .select(meetingColumns)
    .from(meetings)
    .where(eq(meetings.sessionId, sql.placeholder("sessionId")))
    .orderBy(asc(meetings.number))
    .prepare(),
);

/** A session's meetings in their order. */
export const meetingsOf = (ctx: Reader, sessionId: string): Meeting[] =>
  meetingsBySession(ctx.db).all({ sessionId });

/** Feeds and letters name a trainer's entry by it. */
export const entryOwner = sql<string>`coalesce(${trainerAssignments.entryOf}, ${trainerAssignments.personId})`;

const trainersBySession = prepared((db) =>
  db
    .select({
      personId: trainerAssignments.personId,
      name: people.name,
      agencyName: agencies.name,
      part: trainerAssignments.part,
      assignedAt: trainerAssignments.assignedAt,
      confirmedAt: trainerAssignments.confirmedAt,
      entryOf: entryOwner,
    })
    .from(trainerAssignments)
    .innerJoin(people, eq(people.id, trainerAssignments.personId))
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .where(eq(trainerAssignments.sessionId, sql.placeholder("sessionId")))
    .orderBy(asc(trainerAssignments.assignedAt), asc(people.name))
    .prepare(),
);

const trainersOf = (ctx: Reader, sessionId: string): AssignedTrainer[] =>
  trainersBySession(ctx.db).all({ sessionId });

const materialsBySession = prepared((db) =>
  db
    .select({
      id: sessionMaterials.id,
      title: sessionMaterials.title,
      url: sessionMaterials.url,
      shownTo: sessionMaterials.shownTo,
    })
    .from(sessionMaterials)
    .where(eq(sessionMaterials.sessionId, sql.placeholder("sessionId")))
    .orderBy(asc(sessionMaterials.addedAt), asc(sessionMaterials.id))
    .prepare(),
);

/**
 * A session in whatever state it is; callers decide who may see a draft.
 * @throws NotFound
 */
export function readSession(ctx: Reader, id: string): Session {
  const row = sessionById(ctx.db).get({ id });
  if (!row) throw new NotFound("session");
  const { session, courseSlug, courseTitle, venue, room } = row;
  return {
    id: session.id,
    courseId: session.courseId,
    courseSlug,
    courseTitle,
    status: session.status,
    mode: session.mode,
    venueId: session.venueId,
    venue: venue && {
      name: venue.name,
      address: venue.address,
      postcode: venue.postcode,
      access: venue.access,
    },
    room: room && { id: room.id, name: room.name, capacity: room.capacity, access: room.access },
    joiningLink: session.joiningLink,
    capacity: session.capacity,
    onlineCapacity: session.onlineCapacity,
    minimum: session.minimum,
    decideBy: session.decideBy,
    goAheadAt: session.goAheadAt,
    opensAt: session.opensAt,
    seriesId: session.seriesId,
    bookingClosesAt: session.bookingClosesAt,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    revision: session.revision,
    meetings: meetingsOf(ctx, id),
    trainers: trainersOf(ctx, id),
    materials: materialsBySession(ctx.db).all({ sessionId: id }),
  };
}

/** The session that a meeting belongs to. @throws NotFound */
export function sessionIdOfMeeting(ctx: Reader, meetingId: string): string {
  const row = ctx.db
    .select({ sessionId: meetings.sessionId })
    .from(meetings)
    .where(eq(meetings.id, meetingId))
    .get();
  if (!row) throw new NotFound("meeting");
  return row.sessionId;
}

const assignedTo = prepared((db) =>
  db
    .select({ sessionId: trainerAssignments.sessionId, ...meetingColumns })
    .from(trainerAssignments)
    .innerJoin(sessions, eq(sessions.id, trainerAssignments.sessionId))
    .innerJoin(meetings, eq(meetings.sessionId, sessions.id))
    .where(
      and(
        eq(trainerAssignments.personId, sql.placeholder("personId")),
        ne(sessions.status, "cancelled"),
        gte(sessions.endsAt, sql.placeholder("from")),
      ),
    )
    .orderBy(asc(meetings.startsAt))
    .prepare(),
);

/** The meetings someone is to teach at from an instant on, with their sessions' ids. */
export const meetingsTaughtBy = (ctx: Reader, personId: string, from: number) =>
  assignedTo(ctx.db).all({ personId, from });
