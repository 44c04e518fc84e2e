// What those who deliver a session see of it: who comes, what they need, and how each meeting's register stands.

import { prepared } from "db/client";
import {
  agencies,
  attendanceMarks,
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
import type { AssignedTrainer, Meeting, Session, SessionStatus } from "~/domain/sessions/sessions";
import { mayDeliver, readSession, sessionIdOfMeeting } from "~/domain/sessions/sessions.server";
import { groupBy } from "~/shared/group-by";
import { NotFound } from "~/shared/problems";
import type { AttendanceMark, BookingState } from "./bookings";
import { placeHolding, registerOpensAt } from "./rules";

/** Everyone with a place stands on the register, save those who have not answered an offer. */
const onRegister = placeHolding.filter((state) => state !== "offered");

export type TaughtMeeting = Meeting & {
  registerOpensAt: number;
  /** When the register was finished; null while it is not. */
  registerTakenAt: number | null;
};

export type TaughtSession = {
  id: string;
  courseTitle: string;
  status: SessionStatus;
  mode: "in person" | "online";
  venue: { name: string; address: string; postcode: string } | null;
  joiningLink: string | null;
  capacity: number;
  /** People with a place, and people on the waiting list. */
  booked: number;
  waiting: number;
  startsAt: number;
  endsAt: number;
  meetings: TaughtMeeting[];
  /** Everyone else who teaches it. */
  others: Omit<AssignedTrainer, "personId">[];
};

const peopleIn = (states: readonly BookingState[]) =>
  sql<number>`(select count(*) from ${bookings} where ${bookings.sessionId} = ${sessions.id} and ${inArray(bookings.state, [...states])})`;

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
      capacity: sessions.capacity,
      booked: peopleIn(onRegister),
      waiting: peopleIn(["waiting"]),
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
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

const peopleOnRegister = prepared((db) =>
  db
    .select({
      bookingId: bookings.id,
      name: people.name,
      agencyName: agencies.name,
      accessNeeds: people.accessNeeds,
      state: bookings.state,
    })
    .from(bookings)
    .innerJoin(people, eq(people.id, bookings.personId))
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .where(and(eq(bookings.sessionId, sql.placeholder("sessionId")), inArray(bookings.state, onRegister)))
    .orderBy(asc(sql`${people.name} collate nocase`), asc(bookings.id))
    .prepare(),
);

const registersOfSession = prepared((db) =>
  db
    .select({
      meetingId: meetings.id,
      takenAt: registers.takenAt,
      marked: sql<number>`(
        select count(*) from ${attendanceMarks}
        inner join ${bookings} on ${bookings.id} = ${attendanceMarks.bookingId}
        where ${attendanceMarks.meetingId} = ${meetings.id} and ${inArray(bookings.state, onRegister)})`,
    })
    .from(meetings)
    .leftJoin(registers, eq(registers.meetingId, meetings.id))
    .where(eq(meetings.sessionId, sql.placeholder("sessionId")))
    .prepare(),
);

const offersOfSession = prepared((db) =>
  db
    .select({ n: sql<number>`count(*)` })
    .from(bookings)
    .where(and(eq(bookings.sessionId, sql.placeholder("sessionId")), eq(bookings.state, "offered")))
    .prepare(),
);

export type PersonComing = {
  bookingId: string;
  name: string;
  agencyName: string;
  accessNeeds: string | null;
  state: BookingState;
};
export type DeliveredMeeting = TaughtMeeting & { marked: number };
export type Delivery = {
  session: Session;
  meetings: DeliveredMeeting[];
  people: PersonComing[];
  /** Places held for people who have not answered yet. */
  offered: number;
};

/**
 * A session as those who deliver it see it: who comes, by name, and how its registers stand.
 * @throws NotFound for anyone else as well: which sessions exist as drafts, and who comes, is private
 */
export function readDelivery(ctx: Context, sessionId: string): Delivery {
  const session = readSession(ctx, sessionId);
  if (!mayDeliver(ctx.actor, session.trainers)) throw new NotFound("session");
  const standing = new Map(
    registersOfSession(ctx.db)
      .all({ sessionId })
      .map((row) => [row.meetingId, row]),
  );
  return {
    session,
    meetings: session.meetings.map((meeting) => ({
      ...meeting,
      registerOpensAt: registerOpensAt(meeting),
      registerTakenAt: standing.get(meeting.id)?.takenAt ?? null,
      marked: standing.get(meeting.id)?.marked ?? 0,
    })),
    people: peopleOnRegister(ctx.db).all({ sessionId }),
    offered: offersOfSession(ctx.db).get({ sessionId })?.n ?? 0,
  };
}

const marksOfMeeting = prepared((db) =>
  db
    .select({ bookingId: attendanceMarks.bookingId, mark: attendanceMarks.mark })
    .from(attendanceMarks)
    .where(eq(attendanceMarks.meetingId, sql.placeholder("meetingId")))
    .prepare(),
);

export type PersonOnRegister = PersonComing & { mark: AttendanceMark | null };
export type Register = {
  session: Session;
  meeting: DeliveredMeeting;
  meetings: DeliveredMeeting[];
  people: PersonOnRegister[];
  /** When the last of all registers was finished; null while one is open. */
  allTakenAt: number | null;
};

/** One meeting's register, with the marks saved so far. @throws NotFound for anyone who does not deliver the session */
export function readRegister(ctx: Context, meetingId: string): Register {
  const { session, meetings: all, people: coming } = readDelivery(ctx, sessionIdOfMeeting(ctx, meetingId));
  const meeting = all.find((candidate) => candidate.id === meetingId);
  if (!meeting) throw new Error("A session was read without its meeting.");
  const marks = new Map(
    marksOfMeeting(ctx.db)
      .all({ meetingId })
      .map((row) => [row.bookingId, row.mark]),
  );
  const taken = all.map((each) => each.registerTakenAt);
  return {
    session,
    meeting,
    meetings: all,
    people: coming.map((person) => ({ ...person, mark: marks.get(person.bookingId) ?? null })),
    allTakenAt: taken.some((at) => at === null) ? null : Math.max(...taken.map((at) => at ?? 0)),
  };
}
