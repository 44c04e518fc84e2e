// A coordinator plans a session of a course: its meetings, where, and for how many.

import { transact } from "db/client";
import { courses, meetings, sessions, venues } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { london } from "~/shared/civil-time";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayRunProgramme } from "./policy";
import { type PlannedMeeting, type PlanRefusal, planMeetings } from "./rules";

export type ScheduleRefusal =
  | PlanRefusal
  | "no such course"
  | "no such venue"
  | "no places"
  | "starts in the past"
  | "booking closes after the start";

export type SessionPlan = {
  courseId: string;
  mode: "in person" | "online";
  venueId: string | null;
  joiningLink: string | null;
  capacity: number;
  meetings: PlannedMeeting[];
  /** Until when people may book; the start of the first meeting at the latest. */
  bookingClosesAt: number;
  status: "draft" | "published";
};

/** @throws Forbidden */
export function scheduleSession(
  ctx: Context,
  plan: SessionPlan,
): Result<{ sessionId: string }, ScheduleRefusal> {
  return transact(ctx.db, () => {
    if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the programme");
    if (!ctx.db.select({ id: courses.id }).from(courses).where(eq(courses.id, plan.courseId)).get()) {
      return refused("no such course");
    }
    if (plan.mode === "in person") {
      const venue = plan.venueId && ctx.db.select().from(venues).where(eq(venues.id, plan.venueId)).get();
      if (!venue) return refused("no such venue");
    }
    if (!Number.isInteger(plan.capacity) || plan.capacity < 1) return refused("no places");
    const planned = planMeetings(plan.meetings);
    if (!planned.ok) return refused(planned.reason);
    const startsAt = Math.min(...planned.meetings.map((meeting) => meeting.startsAt));
    const endsAt = Math.max(...planned.meetings.map((meeting) => meeting.endsAt));
    if (startsAt <= ctx.clock.now()) return refused("starts in the past");
    if (plan.bookingClosesAt > startsAt) return refused("booking closes after the start");

    const sessionId = ctx.ids.id();
    const now = ctx.clock.now();
    ctx.db
      .insert(sessions)
      .values({
        id: sessionId,
        courseId: plan.courseId,
        status: plan.status,
        mode: plan.mode,
        venueId: plan.mode === "in person" ? plan.venueId : null,
        joiningLink: plan.mode === "online" ? plan.joiningLink : null,
        capacity: plan.capacity,
        bookingClosesAt: plan.bookingClosesAt,
        startsAt,
        endsAt,
        createdAt: now,
        updatedAt: now,
      })
      .run();
    planned.meetings.forEach((meeting, index) => {
      ctx.db
        .insert(meetings)
        .values({ id: ctx.ids.id(), sessionId, number: index + 1, zone: london, ...meeting })
        .run();
    });
    recordAudit(ctx, {
      action: "sessions.scheduled",
      subjectKind: "session",
      subjectId: sessionId,
      detail: {
        courseId: plan.courseId,
        status: plan.status,
        capacity: plan.capacity,
        meetings: plan.meetings,
      },
    });
    return done({ sessionId });
  });
}
