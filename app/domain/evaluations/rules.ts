// Pure rules of time: when each stage of an evaluation may be answered, and when an answer is kept apart.

import type { BookingState } from "~/domain/bookings/bookings";
import { addDays, addMonths, civilDateAt, startOfDay } from "~/shared/civil-time";
import { hours, minutes } from "~/shared/clock";
import type { KeptApart, Stage } from "./evaluations";

/** A session's instants that the stages count from. */
export type SessionTimes = {
  /** When the first meeting starts, and the last one ends. */
  startsAt: number;
  endsAt: number;
  /** When the last register was finished; null while one is open. */
  registerTakenAt: number | null;
};

export type EvaluationSubject = SessionTimes & {
  state: BookingState;
  /** Came without a booking, so was asked nothing at one. */
  walkIn: boolean;
  /** Stages that this booking has answered. */
  answered: readonly Stage[];
  /** What the course asks besides what every course does. */
  onArrival: boolean;
  sixMonths: boolean;
  /** The learner's word; null until they said. */
  managerMayBeAsked: boolean | null;
  erased: boolean;
};

export type AnswerRefusal = "already answered" | "not open yet" | "closed" | "no place" | "not asked";
export type MayAnswer = { open: true; keptApart: KeptApart | null } | { open: false; because: AnswerRefusal };

const came: readonly BookingState[] = ["attended", "partly attended"];
/** States in which somebody has a place, or may have one without being asked again. */
export const beforehand: readonly BookingState[] = ["confirmed", "requested", "awaiting approval"];

const arrivalForBooking = minutes(30);
const aroundStart = minutes(60);
const endInTime = hours(48);

/** Open from `opensAt` on and before `closesAt`; from `inTimeUntil` on an answer is kept apart. */
export type StageTimes = { opensAt: number; inTimeUntil: number; closesAt: number };

/** The start of a London day some weeks after the day on which the training ended. */
const weeksAfter = (endsAt: number, weeks: number, more = 0) =>
  startOfDay(addDays(civilDateAt(endsAt), weeks * 7 + more));
const monthsAfter = (endsAt: number, months: number, more = 0) =>
  startOfDay(addDays(addMonths(civilDateAt(endsAt), months), more));
/** The last day of a window is a whole one. */
const throughWeek = (endsAt: number, weeks: number) => weeksAfter(endsAt, weeks, 1);
const throughMonth = (endsAt: number, months: number) => monthsAfter(endsAt, months, 1);

/**
 * The times of a stage, in ms. Weeks and months are counted in London days from the day on which the training ended, so
 * a change of the clocks moves nothing; hours and minutes are real ones. The end of what hangs on the register is
 * Infinity while that is open. Source: IMPACT.md, section 4.
 * @returns null for T2 while a register is open
 */
export function timesOf(stage: Stage, session: SessionTimes): StageTimes | null {
  const { startsAt, endsAt, registerTakenAt } = session;
  const endOpens = registerTakenAt ?? Number.POSITIVE_INFINITY;
  switch (stage) {
    case "T0": {
      const inTimeUntil = Math.min(startsAt + arrivalForBooking, endOpens);
      return { opensAt: 0, inTimeUntil, closesAt: inTimeUntil };
    }
    case "T1":
      return {
        opensAt: startsAt - aroundStart,
        inTimeUntil: Math.min(startsAt + aroundStart, endOpens),
        closesAt: endOpens,
      };
    case "T2": {
      if (registerTakenAt === null) return null;
      const inTimeUntil = registerTakenAt + endInTime;
      return {
        opensAt: registerTakenAt,
        inTimeUntil,
        closesAt: Math.max(inTimeUntil, weeksAfter(endsAt, 6)),
      };
    }
    case "T3":
      return {
        // A register that is finished weeks late has T2 first.
        opensAt: Math.max(weeksAfter(endsAt, 6), registerTakenAt === null ? 0 : registerTakenAt + endInTime),
        inTimeUntil: throughWeek(endsAt, 12),
        closesAt: throughWeek(endsAt, 26),
      };
    case "M":
      return {
        opensAt: weeksAfter(endsAt, 10),
        inTimeUntil: throughWeek(endsAt, 16),
        closesAt: throughWeek(endsAt, 16),
      };
    case "T4":
      return {
        opensAt: monthsAfter(endsAt, 6),
        inTimeUntil: throughMonth(endsAt, 8),
        closesAt: throughMonth(endsAt, 10),
      };
  }
}

const late: Record<Stage, KeptApart | null> = {
  T0: null,
  T1: "training had begun",
  T2: "after 48 hours",
  T3: "after week 12",
  M: null,
  T4: "after month 8",
};

/**
 * Whether a stage may be answered now, and if so whether the answer counts in a pair. T0 is for whoever has a place or
 * asked for one; what follows the training is for those who came; T1 and T4 only where the course asks; M only where the
 * learner agreed, once they have answered T3 or in week 10.
 */
export function mayAnswer(stage: Stage, subject: EvaluationSubject, now: number): MayAnswer {
  const no = (because: AnswerRefusal): MayAnswer => ({ open: false, because });
  if (subject.answered.includes(stage)) return no("already answered");
  if (subject.erased) return no("no place");
  if (!isAsked(stage, subject)) return no("not asked");
  const times = timesOf(stage, subject);
  const beforeTheEnd = stage === "T0" || stage === "T1";
  if (beforeTheEnd && times && now >= times.closesAt) return no("closed");
  const standing = beforeTheEnd ? standingBefore(stage, subject) : standingAfter(subject);
  if (standing) return no(standing);
  if (!times) return no("not open yet");
  const opened = now >= times.opensAt || (stage === "M" && subject.answered.includes("T3"));
  if (!opened) return no("not open yet");
  if (now >= times.closesAt) return no("closed");
  return { open: true, keptApart: now < times.inTimeUntil ? null : late[stage] };
}

function isAsked(stage: Stage, subject: EvaluationSubject): boolean {
  if (stage === "T0") return !subject.walkIn;
  if (stage === "T1") return subject.onArrival;
  if (stage === "T4") return subject.sixMonths;
  return stage !== "M" || subject.managerMayBeAsked === true;
}

const standingBefore = (stage: "T0" | "T1", { state }: EvaluationSubject): AnswerRefusal | null =>
  (stage === "T0" ? beforehand.includes(state) : state === "confirmed") ? null : "no place";

function standingAfter({ state, registerTakenAt }: EvaluationSubject): AnswerRefusal | null {
  if (registerTakenAt === null) return state === "confirmed" ? "not open yet" : "no place";
  return came.includes(state) ? null : "no place";
}

/** Until when answers at the end of the training are in time. */
export const endEvaluationCloses = (registerTakenAt: number) => registerTakenAt + endInTime;

/** Until when something about a booking may still be answered. */
export function lastStageCloses(session: SessionTimes, course: { sixMonths: boolean }): number {
  const { registerTakenAt, endsAt } = session;
  return Math.max(
    course.sixMonths ? throughMonth(endsAt, 10) : throughWeek(endsAt, 26),
    registerTakenAt === null ? 0 : registerTakenAt + endInTime,
  );
}

/** The London days on which somebody is asked for a stage that comes weeks later: the first letter, then its reminders. */
export function letterDays(stage: "T3" | "T4", endsAt: number): string[] {
  const ended = civilDateAt(endsAt);
  if (stage === "T3") return [8, 9, 10].map((weeks) => addDays(ended, weeks * 7));
  return [addMonths(ended, 6), addDays(addMonths(ended, 6), 14)];
}

/** The manager is reminded once, so many days after they were asked. */
export const lineManagerReminderAfter = 10;
