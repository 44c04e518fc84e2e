// The filters of charges as they stand in an address; the page and its files read them alike.
import { isChargeState } from "~/domain/charges/charges";
import type { ChargeFilters } from "~/domain/charges/charges.server";
import { isCivilDate } from "~/shared/civil-time";
import type { FormState } from "~/shared/form-state";

/** What was typed or chosen, blank fields left out. */
export type TypedChargeFilters = Partial<Record<"state" | "agency" | "board" | "from" | "to", string>>;

const wrongDate = (which: string, text: string) =>
  `“${text}” is not a date: enter the ${which} day like 2026-11-24`;

/** What is wrong with a period, by field. */
export function periodErrors({ from, to }: { from?: string; to?: string }): FormState["errors"] {
  const errors: FormState["errors"] = {};
  if (from && !isCivilDate(from)) errors.from = [wrongDate("first", from)];
  if (to && !isCivilDate(to)) errors.to = [wrongDate("last", to)];
  else if (from && to && !errors.from && to < from)
    errors.to = ["Enter a last day that is the first day or later"];
  return errors;
}

/** Reads an address; a state that there is none of is left out. */
export function readChargeFilters(query: URLSearchParams): {
  filters: ChargeFilters;
  typed: TypedChargeFilters;
  errors: FormState["errors"];
} {
  const typed: TypedChargeFilters = {};
  for (const name of ["state", "agency", "board", "from", "to"] as const) {
    const value = query.get(name)?.trim().slice(0, 100);
    if (value) typed[name] = value;
  }
  const { state, agency, board, from, to } = typed;
  return {
    filters: {
      state: state && isChargeState(state) ? state : undefined,
      agencyId: agency,
      boardCode: board,
      from,
      to,
    },
    typed,
    errors: periodErrors(typed),
  };
}
