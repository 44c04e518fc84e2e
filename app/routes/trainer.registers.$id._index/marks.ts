// The marks of a posted register: which are new, which cannot be kept, and the words for it.

import type { AttendanceMark } from "~/domain/bookings/bookings";
import type { FinishRefusal, PersonOnRegister } from "~/domain/bookings/bookings.server";
import { markOfValue, markRefusals } from "~/web/register-marks";

type Person = Pick<PersonOnRegister, "bookingId" | "name" | "mark">;

export const markField = (bookingId: string) => `mark-${bookingId}`;
/** What the page showed when it was sent out, so that an old page on a second phone cannot undo newer marks. */
export const shownField = (bookingId: string) => `shown-${bookingId}`;

/**
 * Marks that differ from what the page showed. A blank where the page showed a mark takes it back; once the register is
 * finished that is an error, as from then on a mark can be changed but not taken away.
 */
export function readMarks(posted: FormData, people: Person[], finished: boolean) {
  const marks = new Map<string, AttendanceMark | null>();
  const errors: Record<string, string> = {};
  for (const { bookingId, name } of people) {
    const given = posted.get(markField(bookingId)) ?? "";
    const shown = posted.get(shownField(bookingId)) ?? "";
    if (given === shown) continue;
    const mark = markOfValue(given);
    if (mark) marks.set(bookingId, mark);
    else if (given === "" && !finished) marks.set(bookingId, null);
    else
      errors[markField(bookingId)] =
        `Select a mark for ${name}: the register is finished, so a mark can be changed but not cleared`;
  }
  return { marks, errors };
}

/** One message for each person without a mark, by field. */
export function unmarkedErrors(people: Person[]): Record<string, string> {
  const unmarked = people.filter((person) => person.mark === null);
  return Object.fromEntries(
    unmarked.map(({ bookingId, name }) => [markField(bookingId), `Select a mark for ${name}`]),
  );
}

export const refusalInWords: Record<FinishRefusal, string> = {
  ...markRefusals,
  "people unmarked": "Select a mark for everyone before you finish the register.",
};
