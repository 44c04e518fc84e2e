// A trainer marks each person at a meeting; what is marked is kept, finished or not.

import { transact } from "db/client";
import { attendanceMarks } from "db/schema";
import { and, eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import { done, type Result, refused } from "~/shared/result";
import type { AttendanceMark } from "./bookings";
import {
  allRegistersTaken,
  isTaken,
  type MarkRefusal,
  marksOf,
  onRegisterOf,
  openRegister,
  settle,
} from "./register.server";

/**
 * Sets marks for one meeting; the same mark again changes nothing, and a mark for someone who has no place is left out.
 * Null takes a mark back, until the register is finished: from then on a mark can only be changed, and that puts the
 * person's attendance right as well.
 * @returns how many marks are new or different
 * @throws NotFound for a register that is not there, or not the actor's to take
 */
export function markAttendance(
  ctx: Context,
  register: { meetingId: string; marks: Map<string, AttendanceMark | null> },
): Result<{ changed: number }, MarkRefusal> {
  return transact(ctx.db, () => {
    const { session, meeting, closed } = openRegister(ctx, register.meetingId);
    if (closed) return refused(closed);
    const before = marksOf(ctx, register.meetingId);
    let changed = 0;
    for (const booking of onRegisterOf(ctx, session.id)) {
      const mark = register.marks.get(booking.id);
      if (mark === undefined || mark === (before.get(booking.id) ?? null)) continue;
      if (mark === null && isTaken(ctx, register.meetingId)) continue;
      if (mark === null) clearMark(ctx, booking.id, register.meetingId);
      else setMark(ctx, booking.id, register.meetingId, mark);
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

function setMark(ctx: Context, bookingId: string, meetingId: string, mark: AttendanceMark): void {
  const row = { mark, markedAt: ctx.clock.now(), markedBy: actorPersonId(ctx.actor) ?? "system" };
  ctx.db
    .insert(attendanceMarks)
    .values({ bookingId, meetingId, ...row })
    .onConflictDoUpdate({ target: [attendanceMarks.bookingId, attendanceMarks.meetingId], set: row })
    .run();
}

function clearMark(ctx: Context, bookingId: string, meetingId: string): void {
  ctx.db
    .delete(attendanceMarks)
    .where(and(eq(attendanceMarks.bookingId, bookingId), eq(attendanceMarks.meetingId, meetingId)))
    .run();
}
