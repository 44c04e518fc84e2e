// Pure: when somebody who teaches is reminded. Days are London's.
import { workingDaysBefore } from "~/domain/calendars/calendars.server";
import { civilDateAt, instantOf } from "~/shared/civil-time";

const workingDays = 2;
const morning = "09:00";

/** Somebody's part in a session that takes place. */
export type TeachingToCome = {
  sessionId: string;
  personId: string;
  /** The name of the entry in their calendar, which outlives a merge of two accounts; so does what was sent about it. */
  entryOf: string;
  assignedAt: number;
  /** The start of the first meeting. */
  startsAt: number;
};

/** Nine in the morning, two working days before: a Thursday for a Monday. */
export const teachingReminderDue = (startsAt: number): number =>
  instantOf(civilDateAt(workingDaysBefore(startsAt, workingDays) + 1), morning);

/**
 * The reminder that somebody is still to be sent at `now` or later; null once it has begun, and where they were put on the
 * session after it was due: the letter that said so came late enough.
 */
export function teachingReminder(part: TeachingToCome, now: number): { key: string; dueAt: number } | null {
  const dueAt = teachingReminderDue(part.startsAt);
  if (now >= part.startsAt || part.assignedAt >= dueAt) return null;
  const { sessionId, entryOf, assignedAt, startsAt } = part;
  return { key: `teaching reminder/${sessionId}/${entryOf}/${assignedAt.toString(36)}/${startsAt}`, dueAt };
}
