// The register: a trainer marks each person at each meeting, then finishes; the last one finished closes the session.

import { transact } from "db/client";
import { attendanceMarks, bookings, registers } from "db/schema";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import {
  markDelivered,
  mayDeliver,
  readSession,
  sessionIdOfMeeting,
} from "~/domain/sessions/sessions.server";
import { groupBy } from "~/shared/group-by";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import type { AttendanceMark } from "./bookings";
import { changeState, tell } from "./change-state.server";
import { readPlaces } from "./places.server";
import { attendanceFrom, registerOpensAt } from "./rules";

const onRegister = ["confirmed", "attended", "partly attended", "did not attend"] as const;

const onRegisterOf = (ctx: Context, sessionId: string) =>
  ctx.db
    .select()
    .from(bookings)
    .where(and(eq(bookings.sessionId, sessionId), inArray(bookings.state, [...onRegister])))
    .orderBy(asc(bookings.id))
    .all();

export type MarkRefusal = "not open yet" | "session cancelled";

/**
 * Sets marks for one meeting; the same mark again changes nothing, and a mark for someone who has no place is left out.
 * A mark changed after the register was finished puts the person's attendance right as well.
 * @returns how many marks are new or different
 * @throws Forbidden, NotFound
 */
export function markAttendance(
  ctx: Context,
  register: { meetingId: string; marks: Map<string, AttendanceMark> },
): Result<{ changed: number }, MarkRefusal> {
  return transact(ctx.db, () => {
    const { session, meeting } = openRegister(ctx, register.meetingId);
    if (session.status === "cancelled") return refused("session cancelled");
    const now = ctx.clock.now();
    if (now < registerOpensAt(meeting)) return refused("not open yet");

    const before = marksOf(ctx, register.meetingId);
    let changed = 0;
    for (const booking of onRegisterOf(ctx, session.id)) {
      const mark = register.marks.get(booking.id);
      if (!mark || mark === before.get(booking.id)) continue;
      const row = { mark, markedAt: now, markedBy: actorPersonId(ctx.actor) ?? "system" };
      ctx.db
        .insert(attendanceMarks)
        .values({ bookingId: booking.id, meetingId: register.meetingId, ...row })
        .onConflictDoUpdate({ target: [attendanceMarks.bookingId, attendanceMarks.meetingId], set: row })
        .run();
      recordAudit(ctx, {
        action: "bookings.marked",
        subjectKind: "booking",
        subjectId: booking.id,
        aboutPersonId: booking.personId,
        detail: { meeting: meeting.number, mark, before: before.get(booking.id) ?? null },
      });
      changed += 1;
    }
    if (changed > 0 && allRegistersTaken(ctx, session)) settle(ctx, session.id);
    return done({ changed });
  });
}

export type FinishRefusal = MarkRefusal | "people unmarked";

/**
 * Finishes a meeting's register. With the last one, everyone's attendance is settled, the session is delivered, and
 * each person who came is sent the end evaluation. Again changes nothing.
 * @throws Forbidden, NotFound
 */
export function finishRegister(ctx: Context, meetingId: string): Result<{ last: boolean }, FinishRefusal> {
  return transact(ctx.db, () => {
    const { session, meeting } = openRegister(ctx, meetingId);
    if (session.status === "cancelled") return refused("session cancelled");
    const now = ctx.clock.now();
    if (now < registerOpensAt(meeting)) return refused("not open yet");
    const marks = marksOf(ctx, meetingId);
    if (onRegisterOf(ctx, session.id).some((booking) => !marks.has(booking.id)))
      return refused("people unmarked");

    const inserted = ctx.db
      .insert(registers)
      .values({ meetingId, takenAt: now, takenBy: actorPersonId(ctx.actor) ?? "system" })
      .onConflictDoNothing()
      .run();
    const last = allRegistersTaken(ctx, session);
    if (inserted.changes === 0) return done({ last });
    recordAudit(ctx, {
      action: "bookings.register finished",
      subjectKind: "session",
      subjectId: session.id,
      detail: { meeting: meeting.number, people: marks.size },
    });
    if (last) {
      settle(ctx, session.id);
      markDelivered(ctx, session.id);
    }
    return done({ last });
  });
}

function openRegister(ctx: Context, meetingId: string) {
  const session = readSession(ctx, sessionIdOfMeeting(ctx, meetingId));
  if (!mayDeliver(ctx.actor, session.trainers)) throw new Forbidden("this register");
  const meeting = session.meetings.find((candidate) => candidate.id === meetingId);
  if (!meeting) throw new Error("A session was read without its meeting.");
  return { session, meeting };
}

function marksOf(ctx: Context, meetingId: string): Map<string, AttendanceMark> {
  const rows = ctx.db
    .select({ bookingId: attendanceMarks.bookingId, mark: attendanceMarks.mark })
    .from(attendanceMarks)
    .where(eq(attendanceMarks.meetingId, meetingId))
    .all();
  return new Map(rows.map((row) => [row.bookingId, row.mark]));
}

function allRegistersTaken(ctx: Context, session: { meetings: { id: string }[] }): boolean {
  const ids = session.meetings.map((meeting) => meeting.id);
  const taken = ctx.db
    .select({ n: sql<number>`count(*)` })
    .from(registers)
    .where(inArray(registers.meetingId, ids))
    .get();
  return taken?.n === ids.length;
}

/** Turns everyone's marks into attendance, and invites those who came to say what changed. */
function settle(ctx: Context, sessionId: string): void {
  const places = readPlaces(ctx, sessionId);
  const marks = ctx.db
    .select({ bookingId: attendanceMarks.bookingId, mark: attendanceMarks.mark })
    .from(attendanceMarks)
    .innerJoin(bookings, eq(bookings.id, attendanceMarks.bookingId))
    .where(eq(bookings.sessionId, sessionId))
    .all();
  const marksByBooking = groupBy(marks, (row) => row.bookingId);
  for (const booking of onRegisterOf(ctx, sessionId)) {
    const outcome = attendanceFrom((marksByBooking.get(booking.id) ?? []).map((row) => row.mark));
    if (outcome === booking.state) continue;
    const settled = changeState(ctx, booking, outcome);
    if (outcome !== "did not attend") tell(ctx, "end evaluation", settled, places, {});
  }
}
