// A trainer marks each person at a meeting; what is marked is kept, finished or not.

import { transact } from "db/client";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { done, type Result, refused } from "~/shared/result";
import type { AttendanceMark } from "../bookings";
import { registerOpensAt } from "../rules";
import {
  allRegistersTaken,
  clearMark,
  isTaken,
  type MarkRefusal,
  marksOf,
  onRegisterOf,
  openRegister,
  setMark,
} from "./register.server";
import { settle } from "./register-settled.server";

/**
 * Sets marks for one meeting; the same mark again changes nothing, and a mark for someone who has no place is left out.
 * Null takes a mark back, until the register is finished: from then on a mark can only be changed, and that puts the
 * person's attendance right as well.
 * @param register.tapped when each mark was made, where that was before now (ms): one that waited on a phone without
 * signal never writes over a newer one. An instant in the future counts as now, one before the register opened as then.
 * @returns how many marks are new or different
 * @throws NotFound for a register that is not there, or not the actor's to take
 */
export function markAttendance(
  ctx: Context,
  register: { meetingId: string; marks: Map<string, AttendanceMark | null>; tapped?: Map<string, number> },
): Result<{ changed: number }, MarkRefusal> {
  return transact(ctx.db, () => {
    const { meetingId } = register;
    const { session, meeting, closed } = openRegister(ctx, meetingId);
    if (closed) return refused(closed);
    const now = ctx.clock.now();
    const finished = isTaken(ctx, meetingId);
    const before = marksOf(ctx, meetingId);
    let changed = 0;
    for (const booking of onRegisterOf(ctx, session.id)) {
      const mark = register.marks.get(booking.id);
      const kept = before.get(booking.id);
      if (mark === undefined || (mark === null && (finished || !kept))) continue;
      const tapped = register.tapped?.get(booking.id);
      const markedAt = Math.max(Math.min(tapped ?? now, now), registerOpensAt(meeting));
      const of = { bookingId: booking.id, meetingId };
      if (mark === kept?.mark) {
        // The same mark once more: it has been meant since, so what was tapped in between is older than it.
        if (tapped !== undefined && markedAt > kept.markedAt) setMark(ctx, of, { mark, markedAt });
        continue;
      }
      if (kept && markedAt < kept.markedAt) continue;
      if (mark === null) clearMark(ctx, of);
      else setMark(ctx, of, { mark, markedAt });
      recordAudit(ctx, {
        action: "bookings.marked",
        subjectKind: "booking",
        subjectId: booking.id,
        aboutPersonId: booking.personId,
        detail: { meeting: meeting.number, mark, before: kept?.mark ?? null },
      });
      changed += 1;
    }
    if (changed > 0 && allRegistersTaken(ctx, session)) settle(ctx, session.id);
    return done({ changed });
  });
}
