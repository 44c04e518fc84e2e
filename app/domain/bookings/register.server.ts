// What marking a register and finishing it have in common: who is on it, whether it is open, and what marks come to.

import { attendanceMarks, bookings, registers } from "db/schema";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { SessionStatus } from "~/domain/sessions/sessions";
import { mayDeliver, meetingsOf, readSession, sessionIdOfMeeting } from "~/domain/sessions/sessions.server";
import { groupBy } from "~/shared/group-by";
import { NotFound } from "~/shared/problems";
import type { AttendanceMark } from "./bookings";
import { changeState, tell } from "./change-state.server";
import { readPlaces } from "./places.server";
import { attendanceFrom, registerOpensAt } from "./rules";

const onRegister = ["confirmed", "attended", "partly attended", "did not attend"] as const;

/** Everyone whose place the register asks about. */
export const onRegisterOf = (ctx: Context, sessionId: string) =>
  ctx.db
    .select()
    .from(bookings)
    .where(and(eq(bookings.sessionId, sessionId), inArray(bookings.state, [...onRegister])))
    .orderBy(asc(bookings.id))
    .all();

export type MarkRefusal = "not open yet" | "session cancelled" | "not published";

/** The register's session and meeting, and why it cannot be written in now, if so. */
export function openRegister(ctx: Context, meetingId: string) {
  const session = readSession(ctx, sessionIdOfMeeting(ctx, meetingId));
  if (!mayDeliver(ctx.actor, session.trainers)) throw new NotFound("register");
  const meeting = session.meetings.find((candidate) => candidate.id === meetingId);
  if (!meeting) throw new Error("A session was read without its meeting.");
  return { session, meeting, closed: closedBecause(session.status, meeting, ctx.clock.now()) };
}

function closedBecause(
  status: SessionStatus,
  meeting: { startsAt: number },
  now: number,
): MarkRefusal | null {
  if (status === "cancelled") return "session cancelled";
  if (status === "draft") return "not published";
  return now < registerOpensAt(meeting) ? "not open yet" : null;
}

/** Whether a meeting's register is finished. */
export const isTaken = (ctx: Context, meetingId: string) =>
  ctx.db.select().from(registers).where(eq(registers.meetingId, meetingId)).get() !== undefined;

/** Each mark of a meeting by its booking. */
export function marksOf(ctx: Context, meetingId: string): Map<string, AttendanceMark> {
  const rows = ctx.db
    .select({ bookingId: attendanceMarks.bookingId, mark: attendanceMarks.mark })
    .from(attendanceMarks)
    .where(eq(attendanceMarks.meetingId, meetingId))
    .all();
  return new Map(rows.map((row) => [row.bookingId, row.mark]));
}

/** Whether every meeting of a session has its register finished. */
export function allRegistersTaken(ctx: Context, session: { meetings: { id: string }[] }): boolean {
  const ids = session.meetings.map((meeting) => meeting.id);
  const taken = ctx.db
    .select({ n: sql<number>`count(*)` })
    .from(registers)
    .where(inArray(registers.meetingId, ids))
    .get();
  return taken?.n === ids.length;
}

/** Turns everyone's marks into attendance, and invites those who came to say what changed. */
export function settle(ctx: Context, sessionId: string): void {
  const places = readPlaces(ctx, sessionId);
  const meetings = meetingsOf(ctx, sessionId).length;
  const marks = ctx.db
    .select({ bookingId: attendanceMarks.bookingId, mark: attendanceMarks.mark })
    .from(attendanceMarks)
    .innerJoin(bookings, eq(bookings.id, attendanceMarks.bookingId))
    .where(eq(bookings.sessionId, sessionId))
    .all();
  const marksByBooking = groupBy(marks, (row) => row.bookingId);
  for (const booking of onRegisterOf(ctx, sessionId)) {
    const own = (marksByBooking.get(booking.id) ?? []).map((row) => row.mark);
    // Someone may book between an early register and the start: where they have no mark nobody saw them.
    const unseen = Array.from({ length: meetings - own.length }, () => "absent" as const);
    const outcome = attendanceFrom([...own, ...unseen]);
    if (outcome === booking.state) continue;
    const settled = changeState(ctx, booking, outcome);
    if (outcome !== "did not attend") tell(ctx, "end evaluation", settled, places, {});
  }
}
