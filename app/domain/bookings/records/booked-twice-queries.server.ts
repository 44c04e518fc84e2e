// The sessions that two accounts of one person have both booked, and what a merge makes of each.
import { prepared } from "db/client";
import { attendanceMarks, bookings, courses, evaluationReceipts, sessions } from "db/schema";
import { and, asc, eq, notInArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { type Context, holds } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { ended } from "../rules";
import { keepOne, type TwinBooking } from "./booked-twice";

const others = alias(bookings, "others");

const shared = prepared((db) =>
  db
    .select({
      sessionId: bookings.sessionId,
      courseTitle: courses.title,
      startsAt: sessions.startsAt,
      fromBookingId: others.id,
      intoBookingId: bookings.id,
    })
    .from(bookings)
    .innerJoin(
      others,
      and(
        eq(others.sessionId, bookings.sessionId),
        eq(others.personId, sql.placeholder("fromId")),
        notInArray(others.state, [...ended]),
      ),
    )
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .where(and(eq(bookings.personId, sql.placeholder("intoId")), notInArray(bookings.state, [...ended])))
    .orderBy(asc(sessions.startsAt), asc(sessions.id))
    .prepare(),
);

const twin = prepared((db) =>
  db
    .select({
      id: bookings.id,
      personId: bookings.personId,
      state: bookings.state,
      createdAt: bookings.createdAt,
      queuedAt: bookings.queuedAt,
      offerEndsAt: bookings.offerEndsAt,
      marks: sql<number>`(select count(*) from ${attendanceMarks} where ${attendanceMarks.bookingId} = ${bookings.id})`,
      answered: sql<boolean>`exists (select 1 from ${evaluationReceipts} where ${evaluationReceipts.bookingId} = ${bookings.id})`,
    })
    .from(bookings)
    .where(eq(bookings.id, sql.placeholder("id")))
    .prepare(),
);

/** Null where both are on a register that has begun. */
type Kept = { keep: TwinBooking & { personId: string }; end: TwinBooking & { personId: string } } | null;

export type BookedTwice = { sessionId: string; courseTitle: string; startsAt: number; kept: Kept };

/** Soonest first. @throws Forbidden */
export function listBookedTwice(
  ctx: Pick<Context, "db" | "clock" | "actor">,
  people: { fromId: string; intoId: string },
): BookedTwice[] {
  if (!holds(ctx.actor, "admin")) throw new Forbidden("merging accounts");
  const read = (id: string) => {
    const row = twin(ctx.db).get({ id });
    if (!row) throw new Error("A booking went while it was read.");
    return { ...row, answered: Boolean(row.answered) };
  };
  return shared(ctx.db)
    .all(people)
    .map(({ fromBookingId, intoBookingId, ...session }) => ({
      ...session,
      kept: keepOne(read(intoBookingId), read(fromBookingId), session, ctx.clock.now()),
    }));
}
