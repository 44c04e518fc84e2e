// Pure: when letters ask for what is answered weeks later, of the learner and of their line manager. Days are London's.
import {
  addDays,
  type CivilDate,
  civilDateAt,
  daysBetween,
  instantOf,
  startOfDay,
} from "~/shared/civil-time";
import { letterDays, lineManagerReminderAfter, type SessionTimes, timesOf } from "../rules";

/** The stages that are asked for by a letter of their own. */
export const letterStages = ["T3", "M", "T4"] as const;
export type LetterStage = (typeof letterStages)[number];

/** The days of the first letter and of those that remind, if nobody is late. */
function plannedDays(stage: LetterStage, session: SessionTimes): CivilDate[] {
  if (stage !== "M") return letterDays(stage, session.endsAt);
  const first = civilDateAt(timesOf("M", session)?.opensAt ?? session.endsAt);
  return [first, addDays(first, lineManagerReminderAfter)];
}

/** Letters leave when people are about to begin their day, and not at night. */
export const morning = "08:00";
const morningOf = (date: CivilDate) => instantOf(date, morning);

/** The last day on which an answer that a letter asks for still counts. */
export function answerByOf(stage: LetterStage, session: SessionTimes): CivilDate {
  const times = timesOf(stage, session);
  return civilDateAt((times?.inTimeUntil ?? session.endsAt) - 1);
}

export type Asking = SessionTimes & {
  /** Whether the learner's answer weeks later is in: their manager is asked from then on. */
  followUpIn: boolean;
  /** How many letters there were, and when the last one was. */
  letters: number;
  lastLetterAt: number | null;
};

/**
 * Which letter is due now: 0 the first, then those that remind; null for none, and for none that could only be answered
 * on the same day or too late. One that a stopped worker missed is sent late, and the next counts from then, so that
 * nobody gets two at once.
 */
export function letterDue(stage: LetterStage, asking: Asking, now: number): number | null {
  const { letters, lastLetterAt, registerTakenAt } = asking;
  const times = timesOf(stage, asking);
  if (registerTakenAt === null || !times || now >= morningOf(answerByOf(stage, asking))) return null;
  const soon = stage === "M" && asking.followUpIn;
  if (now < times.opensAt && !soon) return null;
  const days = plannedDays(stage, asking);
  const [planned, before] = [days[letters], days[letters - 1]];
  if (planned === undefined) return null;
  if (before === undefined || lastLetterAt === null) return soon || now >= morningOf(planned) ? 0 : null;
  const due = addDays(civilDateAt(lastLetterAt), daysBetween(before, planned));
  return now >= morningOf(due) ? letters : null;
}

/** Days since the training ended, and since the letter before: the least and the most with which a letter can be due. */
const nets: Record<LetterStage, { ended: [least: number, most: number]; apart: number; most: number }> = {
  T3: { ended: [56, 85], apart: 7, most: 3 },
  // From week 6 on, as soon as the follow-up is in.
  M: { ended: [42, 113], apart: 10, most: 2 },
  T4: { ended: [181, 245], apart: 14, most: 2 },
};

/**
 * What a query can leave out: ends of training with which no letter is due now, and letters before that are too new or
 * the last. A net, never a decision.
 */
export function netFor(stage: LetterStage, now: number) {
  const today = civilDateAt(now);
  const {
    ended: [least, most],
    apart,
    most: mostLetters,
  } = nets[stage];
  const startOf = (days: number) => startOfDay(addDays(today, days));
  return { after: startOf(-most), before: startOf(1 - least), lastBefore: startOf(1 - apart), mostLetters };
}
