// Pure rules: when an evaluation may be answered.

import type { BookingState } from "~/domain/bookings/bookings";
import { hours, minutes } from "~/shared/clock";
import type { Stage } from "./evaluations";

export type EvaluationSubject = {
  state: BookingState;
  /** When the first meeting starts. */
  startsAt: number;
  /** When the last register was finished; null while one is open. */
  registerTakenAt: number | null;
  answered: boolean;
};

export type AnswerRefusal = "already answered" | "not open yet" | "closed" | "no place";

const arrival = minutes(30);
const endStaysOpen = hours(48);
const came: readonly BookingState[] = ["attended", "partly attended"];
/** States in which somebody has a place, or may have one without being asked again. */
export const beforehand: readonly BookingState[] = ["confirmed", "requested", "awaiting approval"];

/**
 * Whether a stage may be answered now. T0 is open from the booking until half an hour into the first meeting,
 * for those who answer on arrival: later it would no longer tell of before. T2 is open for 48 hours once the register is taken.
 */
export function mayAnswer(stage: Stage, subject: EvaluationSubject, now: number): AnswerRefusal | null {
  if (subject.answered) return "already answered";
  const { registerTakenAt } = subject;
  if (stage === "T0") {
    if (registerTakenAt !== null || now >= subject.startsAt + arrival) return "closed";
    return beforehand.includes(subject.state) ? null : "no place";
  }
  if (registerTakenAt === null) return subject.state === "confirmed" ? "not open yet" : "no place";
  if (!came.includes(subject.state)) return "no place";
  return now < registerTakenAt + endStaysOpen ? null : "closed";
}

export const endEvaluationCloses = (registerTakenAt: number) => registerTakenAt + endStaysOpen;
