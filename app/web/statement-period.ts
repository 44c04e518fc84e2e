// The period of an agency's statement as it stands in an address: the financial year so far, unless it says otherwise.
import { type CivilDate, civilDateAt } from "~/shared/civil-time";
import type { FormState } from "~/shared/form-state";
import { periodErrors } from "./charge-filters";

/** The first of April before a day, or on it: when a council's year begins. */
const yearBegan = (today: CivilDate): CivilDate => {
  const year = Number(today.slice(0, 4));
  return `${today.slice(5) < "04-01" ? year - 1 : year}-04-01`;
};

/** What was typed, and the period that is meant; of a wrong one, the financial year so far. */
export function readStatementPeriod(
  query: URLSearchParams,
  now: number,
): { from: CivilDate; to: CivilDate; typed: { from: string; to: string }; errors: FormState["errors"] } {
  const today = civilDateAt(now);
  const asked = (name: string) => query.get(name)?.trim().slice(0, 100) || null;
  const typed = { from: asked("from") ?? yearBegan(today), to: asked("to") ?? today };
  const errors = periodErrors(typed);
  const right = Object.keys(errors).length === 0;
  return { ...(right ? typed : { from: yearBegan(today), to: today }), typed, errors };
}
