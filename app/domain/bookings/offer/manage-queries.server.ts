// The queues that wait for coordinators, and the lists they choose from.

import { prepared } from "db/client";
import {
  agencies,
  bookings,
  courses,
  meetings,
  outbox,
  people,
  registers,
  sessions,
  trainerAssignments,
} from "db/schema";
import { and, asc, desc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { mayRunProgramme } from "~/domain/sessions/sessions.server";
import { hours } from "~/shared/clock";
import { Forbidden } from "~/shared/problems";

type Reader = Pick<Context, "db" | "clock" | "actor">;

/** A register is overdue half a day after its meeting. */
const registerGrace = hours(12);

function mustRunProgramme(ctx: Reader): void {
  if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
}

const meetingsOn = sql<number>`(select count(*) from ${meetings} where ${meetings.sessionId} = ${sessions.id})`;

const offersOutstanding = prepared((db) =>
  db
    .select({
      bookingId: bookings.id,
      sessionId: bookings.sessionId,
      personName: people.name,
      agencyName: agencies.name,
      courseTitle: courses.title,
      startsAt: sessions.startsAt,
      // A booking that is offered has an end, says the schema.
      offerEndsAt: sql<number>`${bookings.offerEndsAt}`,
    })
    .from(bookings)
    .innerJoin(people, eq(people.id, bookings.personId))
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .where(eq(bookings.state, "offered"))
    .orderBy(asc(bookings.offerEndsAt), asc(bookings.id))
    .prepare(),
);

/** Places offered to people who have not answered yet, the first to end first. @throws Forbidden */
export function listOffersOutstanding(ctx: Reader) {
  mustRunProgramme(ctx);
  return offersOutstanding(ctx.db).all();
}

const registersOverdue = prepared((db) =>
  db
    .select({
      meetingId: meetings.id,
      sessionId: meetings.sessionId,
      courseTitle: courses.title,
      number: meetings.number,
      of: meetingsOn,
      date: meetings.date,
      startTime: meetings.startTime,
      endTime: meetings.endTime,
      trainerNames: sql<string | null>`(
        select group_concat(${people.name}, ', ') from ${trainerAssignments}
        inner join ${people} on ${people.id} = ${trainerAssignments.personId}
        where ${trainerAssignments.sessionId} = ${sessions.id})`,
    })
    .from(meetings)
    .innerJoin(sessions, eq(sessions.id, meetings.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .leftJoin(registers, eq(registers.meetingId, meetings.id))
    .where(
      and(
        inArray(sessions.status, ["published", "closed"]),
        lt(meetings.endsAt, sql.placeholder("endedBefore")),
        isNull(registers.meetingId),
      ),
    )
    .orderBy(asc(meetings.endsAt), asc(meetings.id))
    .prepare(),
);

/** Meetings that ended over half a day ago and whose register is not finished, oldest first. @throws Forbidden */
export function listRegistersOverdue(ctx: Reader) {
  mustRunProgramme(ctx);
  return registersOverdue(ctx.db).all({ endedBefore: ctx.clock.now() - registerGrace });
}

const troubledMessages = prepared((db) =>
  db
    .select({
      id: outbox.id,
      kind: outbox.kind,
      toEmail: outbox.toEmail,
      subject: outbox.subject,
      state: sql<"failed" | "unsure">`${outbox.state}`,
      problem: outbox.lastProblem,
      createdAt: outbox.createdAt,
    })
    .from(outbox)
    // As the index has it: those that somebody saw to are over.
    .where(and(sql`${outbox.state} in ('failed', 'unsure')`, isNull(outbox.settledAt)))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .prepare(),
);

/** Messages that nobody will send again by itself, newest first. @throws Forbidden */
export function listTroubledMessages(ctx: Reader) {
  mustRunProgramme(ctx);
  return troubledMessages(ctx.db).all();
}

const courseNames = prepared((db) =>
  db
    .select({ id: courses.id, title: courses.title, offered: courses.offered })
    .from(courses)
    .orderBy(asc(courses.title))
    .prepare(),
);

/** Every course by its title, for a coordinator to choose from. */
export const listCourseNames = (ctx: Pick<Context, "db">) => courseNames(ctx.db).all();

const personByAddress = prepared((db) =>
  db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(sql`lower(${people.email})`, sql.placeholder("email")), isNull(people.disabledAt)))
    .prepare(),
);

/** Whose account an address opens, or null. @throws Forbidden */
export function findPersonByEmail(ctx: Reader, email: string): { id: string; name: string } | null {
  mustRunProgramme(ctx);
  return personByAddress(ctx.db).get({ email: email.trim().toLowerCase() }) ?? null;
}
