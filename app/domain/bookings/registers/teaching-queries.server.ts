// A trainer's sessions, those to come and those of before, with their meetings, registers and fellow trainers.

import { prepared } from "db/client";
import {
  agencies,
  bookings,
  courses,
  meetings,
  people,
  registers,
  sessions,
  trainerAssignments,
  venues,
} from "db/schema";
import { and, asc, eq, gte, inArray, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Context } from "~/domain/context";
import type { AssignedTrainer, SessionMode, SessionStatus } from "~/domain/sessions/sessions";
import { groupBy } from "~/shared/group-by";
import type { BookingState } from "../bookings";
import { capacityOf } from "../places.server";
import { registerOpensAt } from "../rules";
import { onRegister } from "./register.server";
import type { TaughtMeeting } from "./register-queries.server";

export type TaughtSession = {
  id: string;
  courseTitle: string;
  status: SessionStatus;
  mode: SessionMode;
  venue: { name: string; address: string; postcode: string } | null;
  joiningLink: string | null;
  /** Places in all: of a hybrid session, those in the room and online. */
  capacity: number;
  /** People with a place, those who came without a booking left out, and people on the waiting list. */
  booked: number;
  waiting: number;
  startsAt: number;
  endsAt: number;
  meetings: TaughtMeeting[];
  /** When they themselves said that they can; null: they have not answered. */
  confirmedAt: number | null;
  /** Everyone else who teaches it or is asked to. */
  others: Omit<AssignedTrainer, "personId" | "assignedAt" | "entryOf">[];
};

const peopleIn = (states: readonly BookingState[]) =>
  sql<number>`(select count(*) from ${bookings} where ${bookings.sessionId} = ${sessions.id}
    and ${bookings.walkIn} = 0 and ${inArray(bookings.state, [...states])})`;

const taughtBy = and(
  eq(trainerAssignments.personId, sql.placeholder("personId")),
  ne(sessions.status, "cancelled"),
  gte(sessions.endsAt, sql.placeholder("since")),
);

const taughtSessions = prepared((db) =>
  db
    .select({
      id: sessions.id,
      courseTitle: courses.title,
      status: sessions.status,
      mode: sessions.mode,
      venueName: venues.name,
      venueAddress: venues.address,
      venuePostcode: venues.postcode,
      joiningLink: sessions.joiningLink,
      capacity: capacityOf,
      booked: peopleIn(onRegister),
      waiting: peopleIn(["waiting"]),
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      confirmedAt: trainerAssignments.confirmedAt,
    })
    .from(trainerAssignments)
    .innerJoin(sessions, eq(sessions.id, trainerAssignments.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .leftJoin(venues, eq(venues.id, sessions.venueId))
    .where(taughtBy)
    .orderBy(asc(sessions.startsAt), asc(sessions.id))
    .prepare(),
);

const taughtMeetings = prepared((db) =>
  db
    .select({
      sessionId: meetings.sessionId,
      id: meetings.id,
      number: meetings.number,
      date: meetings.date,
      startTime: meetings.startTime,
      endTime: meetings.endTime,
      startsAt: meetings.startsAt,
      endsAt: meetings.endsAt,
      registerTakenAt: registers.takenAt,
    })
    .from(trainerAssignments)
    .innerJoin(sessions, eq(sessions.id, trainerAssignments.sessionId))
    .innerJoin(meetings, eq(meetings.sessionId, sessions.id))
    .leftJoin(registers, eq(registers.meetingId, meetings.id))
    .where(taughtBy)
    .orderBy(asc(meetings.startsAt))
    .prepare(),
);

const ours = alias(trainerAssignments, "ours");
const otherTrainers = prepared((db) =>
  db
    .select({
      sessionId: trainerAssignments.sessionId,
      name: people.name,
      agencyName: agencies.name,
      part: trainerAssignments.part,
      confirmedAt: trainerAssignments.confirmedAt,
    })
    .from(ours)
    .innerJoin(sessions, eq(sessions.id, ours.sessionId))
    .innerJoin(trainerAssignments, eq(trainerAssignments.sessionId, ours.sessionId))
    .innerJoin(people, eq(people.id, trainerAssignments.personId))
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .where(
      and(
        eq(ours.personId, sql.placeholder("personId")),
        ne(trainerAssignments.personId, ours.personId),
        gte(sessions.endsAt, sql.placeholder("since")),
      ),
    )
    .orderBy(asc(trainerAssignments.assignedAt), asc(people.name))
    .prepare(),
);

/**
 * The sessions that someone teaches or has taught since an instant, soonest first; none that was cancelled.
 * The caller asks only for the person themselves.
 */
export function listTeaching(ctx: Pick<Context, "db">, personId: string, since: number): TaughtSession[] {
  const asked = { personId, since };
  const meetingsBySession = groupBy(taughtMeetings(ctx.db).all(asked), (row) => row.sessionId);
  const othersBySession = groupBy(otherTrainers(ctx.db).all(asked), (row) => row.sessionId);
  return taughtSessions(ctx.db)
    .all(asked)
    .map(({ venueName, venueAddress, venuePostcode, ...session }) => ({
      ...session,
      venue:
        venueName === null
          ? null
          : { name: venueName, address: venueAddress ?? "", postcode: venuePostcode ?? "" },
      meetings: (meetingsBySession.get(session.id) ?? []).map(({ sessionId: _same, ...meeting }) => ({
        ...meeting,
        registerOpensAt: registerOpensAt(meeting),
      })),
      others: (othersBySession.get(session.id) ?? []).map(({ sessionId: _same, ...trainer }) => trainer),
    }));
}
