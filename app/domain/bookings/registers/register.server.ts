// What marking a register and finishing it have in common: who is on it, whether it is open, and what marks come to.

import { attendanceMarks, bookings, registers } from "db/schema";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { actorPersonId, type Context } from "~/domain/context";
import type { SessionStatus } from "~/domain/sessions/sessions";
import { mayDeliver, readSession, sessionIdOfMeeting } from "~/domain/sessions/sessions.server";
import { NotFound } from "~/shared/problems";
import type { AttendanceMark, BookingState } from "../bookings";
import { placeHolding, registerOpensAt } from "../rules";

/** Everyone with a place stands on the register, save those who have not answered an offer. */
export const onRegister: readonly BookingState[] = placeHolding.filter((state) => state !== "offered");

/** Everyone whose place the register asks about. */
export const onRegisterOf = (ctx: Context, sessionId: string) =>
  ctx.db
    .select()
    .from(bookings)
    .where(and(eq(bookings.sessionId, sessionId), inArray(bookings.state, [...onRegister])))
    .orderBy(asc(bookings.id))
    .all();

export type MarkRefusal = "not open yet" | "session cancelled" | "not published";

/** A meeting with its session, and why its register cannot be written in now, if so. @throws NotFound */
export function readMeeting(ctx: Context, meetingId: string) {
  const session = readSession(ctx, sessionIdOfMeeting(ctx, meetingId));
  const meeting = session.meetings.find((candidate) => candidate.id === meetingId);
  if (!meeting) throw new Error("A session was read without its meeting.");
  return { session, meeting, closed: closedBecause(session.status, meeting, ctx.clock.now()) };
}

/** The same for those who deliver the session. @throws NotFound for anyone else as well */
export function openRegister(ctx: Context, meetingId: string) {
  const found = readMeeting(ctx, meetingId);
  if (!mayDeliver(ctx.actor, found.session, ctx.clock.now())) throw new NotFound("register");
  return found;
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

export type KeptMark = { mark: AttendanceMark; markedAt: number; markedBy: string };

/** Each mark of a meeting by its booking. */
export function marksOf(ctx: Context, meetingId: string): Map<string, KeptMark> {
  const rows = ctx.db.select().from(attendanceMarks).where(eq(attendanceMarks.meetingId, meetingId)).all();
  return new Map(
    rows.map(({ bookingId, mark, markedAt, markedBy }) => [bookingId, { mark, markedAt, markedBy }]),
  );
}

/** @param markedAt when the mark was made: it may have waited on a phone without signal */
export function setMark(
  ctx: Context,
  of: { bookingId: string; meetingId: string },
  { mark, markedAt }: { mark: AttendanceMark; markedAt: number },
): void {
  const row = { mark, markedAt, markedBy: actorPersonId(ctx.actor) ?? "system" };
  ctx.db
    .insert(attendanceMarks)
    .values({ ...of, ...row })
    .onConflictDoUpdate({ target: [attendanceMarks.bookingId, attendanceMarks.meetingId], set: row })
    .run();
}

export function clearMark(
  ctx: Context,
  { bookingId, meetingId }: { bookingId: string; meetingId: string },
): void {
  ctx.db
    .delete(attendanceMarks)
    .where(and(eq(attendanceMarks.bookingId, bookingId), eq(attendanceMarks.meetingId, meetingId)))
    .run();
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
