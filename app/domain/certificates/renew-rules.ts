// Pure: when somebody is told that a certificate runs out: three months before, and once more a month before.
import { addMonths, type CivilDate, instantOf } from "~/shared/civil-time";

const renewalMonths = [3, 1] as const;
const morning = "09:00";

/** `number`: 0 the first letter, 1 the last. */
export type RenewalLetter = { number: number; dueAt: number };

/** The letters that are still to be written; the first is not made up for once the last is due. */
export function renewalLetters(expiresOn: CivilDate, now: number): RenewalLetter[] {
  const letters = renewalMonths.map((months, number) => ({
    number,
    dueAt: instantOf(addMonths(expiresOn, -months), morning),
  }));
  return letters.filter((_, index) => {
    const next = letters[index + 1];
    return next === undefined || now < next.dueAt;
  });
}
