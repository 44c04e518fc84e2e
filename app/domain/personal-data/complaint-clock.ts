// The clock of a complaint: section 164A of the Data Protection Act 2018 gives 30 days to acknowledge it.
import { addDays, type CivilDate, civilDateAt } from "~/shared/civil-time";

const daysToAcknowledge = 30;

/**
 * The last London day on which a complaint may be acknowledged. The day after it came is the first of the 30; the law
 * gives a weekend's complaint until the next working day, which is not used here.
 */
export const acknowledgeBy = (receivedAt: number): CivilDate =>
  addDays(civilDateAt(receivedAt), daysToAcknowledge);

export type ComplaintStanding =
  /** `daysLeft` is 0 on the last day and below 0 when it has passed. */
  | { kind: "to acknowledge"; by: CivilDate; daysLeft: number }
  | { kind: "to answer"; acknowledgedAt: number }
  | { kind: "answered"; answeredAt: number };

export function standingOf(
  complaint: { receivedAt: number; acknowledgedAt: number | null; answeredAt: number | null },
  now: number,
): ComplaintStanding {
  const { receivedAt, acknowledgedAt, answeredAt } = complaint;
  if (answeredAt !== null) return { kind: "answered", answeredAt };
  if (acknowledgedAt !== null) return { kind: "to answer", acknowledgedAt };
  const by = acknowledgeBy(receivedAt);
  return { kind: "to acknowledge", by, daysLeft: daysBetween(civilDateAt(now), by) };
}

/** Whole civil days: a day of 23 or 25 hours is one day. */
const daysBetween = (from: CivilDate, to: CivilDate) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
