// Somebody who has just arrived marks themselves, by the code on the wall.

import { transact } from "db/client";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import { termsOfCourse } from "~/domain/terms/terms.server";
import { NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import type { AttendanceMark } from "../bookings";
import { readBookingRow } from "../change-state.server";
import { findLiveBooking } from "../places.server";
import { registerOpensAt } from "../rules";
import { isTaken, marksOf, onRegister, readMeeting, setMark } from "./register.server";
import { lateUntil } from "./register-rules";
import { type CheckInRefusal, decideCheckIn } from "./self-check-in-rules";

function readStanding(ctx: Context, meetingId: string) {
  const personId = actorPersonId(ctx.actor);
  const { session, meeting, closed } = readMeeting(ctx, meetingId);
  if (personId === null || closed === "not published") throw new NotFound("check-in");
  const live = findLiveBooking(ctx, session.id, personId);
  const booking = live === null ? null : readBookingRow(ctx, live);
  const place = booking && onRegister.includes(booking.state) ? booking : null;
  const kept = place ? marksOf(ctx, meetingId).get(place.id) : undefined;
  const now = ctx.clock.now();
  const decision = decideCheckIn({
    now,
    meeting,
    closed,
    finished: isTaken(ctx, meetingId),
    hasPlace: place !== null,
    lateUntil: lateUntil(meeting, termsOfCourse(ctx, session.courseId).rules, place?.mode ?? session.mode),
    mark: kept ? { mark: kept.mark, own: kept.markedBy === personId } : null,
  });
  return { session, meeting, place, kept: kept ?? null, decision };
}

/**
 * What the person who asks would be told if they checked in now; writes nothing. That they may, by a fresh code, is the
 * caller's to know. @throws NotFound for a meeting that is not there or not published, and for a stranger
 */
export function readCheckIn(ctx: Context, meetingId: string) {
  const { session, meeting, kept, decision } = readStanding(ctx, meetingId);
  return {
    sessionId: session.id,
    courseTitle: session.courseTitle,
    meeting: { date: meeting.date, startTime: meeting.startTime, endTime: meeting.endTime },
    opensAt: registerOpensAt(meeting),
    mark: kept?.mark ?? null,
    refusal: decision.ok ? null : decision.reason,
  };
}

/** Marks whoever asks as here; again changes nothing, and a trainer's mark stays. @throws NotFound as above */
export function checkIn(ctx: Context, meetingId: string): Result<{ mark: AttendanceMark }, CheckInRefusal> {
  return transact(ctx.db, () => {
    const { meeting, place, kept, decision } = readStanding(ctx, meetingId);
    if (!decision.ok) return refused(decision.reason);
    const { mark } = decision;
    if (!place || kept) return done({ mark });
    setMark(ctx, { bookingId: place.id, meetingId }, { mark, markedAt: ctx.clock.now() });
    recordAudit(ctx, {
      action: "bookings.checked in",
      subjectKind: "booking",
      subjectId: place.id,
      aboutPersonId: place.personId,
      detail: { meeting: meeting.number, mark },
    });
    return done({ mark });
  });
}
