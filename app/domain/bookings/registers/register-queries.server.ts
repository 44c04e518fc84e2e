// What those who deliver a session see of it: who comes, what they need, and how each meeting's register stands.

import { prepared } from "db/client";
import { agencies, attendanceMarks, bookings, meetings, people, registers } from "db/schema";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { Meeting, Session } from "~/domain/sessions/sessions";
import {
  mayDeliver,
  maySeeTeaching,
  readSession,
  sessionIdOfMeeting,
} from "~/domain/sessions/sessions.server";
import { NotFound } from "~/shared/problems";
import type { AttendanceMark, BookingState } from "../bookings";
import { registerOpensAt } from "../rules";
import { onRegister } from "./register.server";

export type TaughtMeeting = Meeting & {
  registerOpensAt: number;
  /** When the register was finished; null while it is not. */
  registerTakenAt: number | null;
};

const peopleOnRegister = prepared((db) =>
  db
    .select({
      bookingId: bookings.id,
      reference: bookings.reference,
      walkIn: bookings.walkIn,
      name: people.name,
      agencyName: agencies.name,
      accessNeeds: people.accessNeeds,
      dietaryNeeds: people.dietaryNeeds,
      state: bookings.state,
    })
    .from(bookings)
    .innerJoin(people, eq(people.id, bookings.personId))
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .where(
      and(eq(bookings.sessionId, sql.placeholder("sessionId")), inArray(bookings.state, [...onRegister])),
    )
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
        where ${attendanceMarks.meetingId} = ${meetings.id} and ${inArray(bookings.state, [...onRegister])})`,
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

type PersonComing = {
  bookingId: string;
  reference: string;
  /** Came without a booking. */
  walkIn: boolean;
  name: string;
  agencyName: string;
  accessNeeds: string | null;
  dietaryNeeds: string | null;
  state: BookingState;
};
type DeliveredMeeting = TaughtMeeting & { marked: number };
export type Delivery = {
  session: Session;
  meetings: DeliveredMeeting[];
  /** How many have a place. */
  coming: number;
  /** Whether the reader sees who comes and takes the registers: a trainer who is still asked whether they can does not. */
  delivers: boolean;
  /** Who comes; empty for a reader who does not deliver. */
  people: PersonComing[];
  /** Places held for people who have not answered yet. */
  offered: number;
};

/**
 * A session as those who deliver it see it: who comes, by name, and how its registers stand. A trainer who is still asked
 * whether they can sees how many.
 * @throws NotFound for anyone else as well: which sessions exist as drafts, and who comes, is private
 */
export function readDelivery(ctx: Context, sessionId: string): Delivery {
  const session = readSession(ctx, sessionId);
  if (!maySeeTeaching(ctx.actor, session)) throw new NotFound("session");
  const coming = peopleOnRegister(ctx.db).all({ sessionId });
  const delivers = mayDeliver(ctx.actor, session, ctx.clock.now());
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
    coming: coming.length,
    delivers,
    people: delivers ? coming : [],
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
  const {
    session,
    meetings: all,
    people: coming,
    delivers,
  } = readDelivery(ctx, sessionIdOfMeeting(ctx, meetingId));
  if (!delivers) throw new NotFound("register");
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
