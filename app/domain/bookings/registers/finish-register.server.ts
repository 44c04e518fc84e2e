// A trainer finishes a meeting's register; the last one finished closes the session.

import { transact } from "db/client";
import { registers } from "db/schema";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import { markDelivered } from "~/domain/sessions/sessions.server";
import { done, type Result, refused } from "~/shared/result";
import { allRegistersTaken, type MarkRefusal, marksOf, onRegisterOf, openRegister } from "./register.server";
import { settle } from "./register-settled.server";

export type FinishRefusal = MarkRefusal | "people unmarked";

/**
 * Finishes a meeting's register. With the last one, everyone's attendance is settled, the session is delivered, and
 * each person who came is sent the end evaluation. Again changes nothing.
 * @throws NotFound for a register that is not there, or not the actor's to take
 */
export function finishRegister(ctx: Context, meetingId: string): Result<{ last: boolean }, FinishRefusal> {
  return transact(ctx.db, () => {
    const { session, meeting, closed } = openRegister(ctx, meetingId);
    if (closed) return refused(closed);
    const now = ctx.clock.now();
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
