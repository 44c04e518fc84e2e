// A session with its trainer and two people, Ann and Bob, the clock at the start of its first meeting.
import type { AttendanceMark } from "~/domain/bookings/bookings";
import { markAttendance, readBooking } from "~/domain/bookings/bookings.server";
import { assignTrainer, meetingsOf } from "~/domain/sessions/sessions.server";
import { startingRules, type TermsRules } from "~/domain/terms/terms";
import { setTerms } from "~/domain/terms/terms.server";
import { addDays } from "~/shared/civil-time";
import { makeWorld } from "../../support/world";

/** @param terms what differs from the rules to begin with; without them no terms are in force and nothing is charged */
export function registerWorld({
  meetings = 1,
  terms,
}: {
  meetings?: number;
  terms?: Partial<TermsRules>;
} = {}) {
  const world = makeWorld();
  const asCoordinator = world.as(world.coordinator);
  if (terms) {
    const inForceFrom = world.clock.now();
    const set = setTerms(asCoordinator, {
      boardCode: "KIDS",
      rules: { ...startingRules, ...terms },
      inForceFrom,
    });
    if (!set.ok) throw new Error(`No terms: ${set.reason}`);
    world.clock.forward(1);
  }
  const sessionId = world.session({
    capacity: 3,
    meetings: Array.from({ length: meetings }, (_, index) => ({
      date: addDays(world.today, 14 + index),
      startTime: "09:30",
      endTime: "16:30",
    })),
  });
  const trainerId = world.trainer();
  assignTrainer(world.asSystem, { sessionId, personId: trainerId, part: "lead", agreed: true });
  const [annId, bobId] = [world.person({ name: "Ann Learner" }), world.person({ name: "Bob Learner" })];
  const [ann, bob] = [world.book(sessionId, annId), world.book(sessionId, bobId)];
  const [first, second = first] = meetingsOf(world, sessionId);
  if (!first || !second) throw new Error("A session has a meeting.");
  world.clock.set(first.startsAt);
  const trainer = world.as(trainerId);
  const mark = (marks: Record<string, AttendanceMark | null>, meetingId = first.id, ctx = trainer) =>
    markAttendance(ctx, { meetingId, marks: new Map(Object.entries(marks)) });
  const stateOf = (bookingId: string) => readBooking(world.asSystem, bookingId).state;
  const people = { annId, bobId, ann, bob, trainerId };
  return { ...world, world, asCoordinator, sessionId, trainer, ...people, first, second, mark, stateOf };
}
